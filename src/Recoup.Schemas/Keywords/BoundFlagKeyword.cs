using Recoup.Schemas.Compilation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// Draft 4's <c>exclusiveMinimum</c> and <c>exclusiveMaximum</c>: a boolean that changes the bound beside it. The bound is required.
/// </summary>
internal sealed class BoundFlagKeyword(string bound) : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.ExpectBoolean() && !site.TryGetSibling(bound, out _))
            site.Problem($"expected \"{bound}\" beside it, got none");
    }
}
