using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;

namespace Recoup.Schemas.Keywords;

/// <summary>Holds a schema that another keyword applies: <c>then</c>, <c>else</c>; or one for content, which nothing applies.</summary>
internal sealed class SubschemaKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.One;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
    }
}
