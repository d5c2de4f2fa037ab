using Recoup.Schemas.Compilation;

namespace Recoup.Schemas.Keywords;

/// <summary>A keyword without effect that can have any value.</summary>
internal sealed class AnnotationKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
    }
}
