using Recoup.Schemas.Compilation;

namespace Recoup.Schemas.Keywords;

/// <summary>A count that another keyword reads: <c>minContains</c> and <c>maxContains</c> have no effect without <c>contains</c>.</summary>
internal sealed class CountKeyword(string reader) : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        // If the other keyword is present, it reports the problem.
        if (!site.TryGetSibling(reader, out _))
            site.TryReadCount(out _);
    }
}
