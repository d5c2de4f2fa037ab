using Recoup.Schemas.Compilation;

namespace Recoup.Schemas.Keywords;

/// <summary>A count that another keyword reads: <c>minContains</c> and <c>maxContains</c> say nothing without <c>contains</c>.</summary>
internal sealed class CountKeyword(string reader) : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        // Where the reader is there, it reports what is wrong.
        if (!site.TryGetSibling(reader, out _))
            site.TryReadCount(out _);
    }
}
