using Recoup.Schemas.Compilation;

namespace Recoup.Schemas.Keywords;

/// <summary>A keyword that demands nothing, whatever its value.</summary>
internal sealed class AnnotationKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
    }
}
