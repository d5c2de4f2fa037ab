using Recoup.Schemas.Compilation;

namespace Recoup.Schemas.Keywords;

/// <summary>A boolean that is read elsewhere. Only its kind is checked.</summary>
internal sealed class BooleanKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder) => site.ExpectBoolean();
}
