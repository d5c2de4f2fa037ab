using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// A keyword whose schema another keyword applies (<c>then</c>, <c>else</c>) or no keyword applies (<c>contentSchema</c>).
/// </summary>
internal sealed class SubschemaKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.One;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
    }
}
