using System.Text.Json;
using Recoup.Schemas.Compilation;

namespace Recoup.Schemas.Keywords;

/// <summary>Draft 4's <c>minimum</c> and <c>maximum</c>: a boolean beside them excludes the bound itself.</summary>
internal sealed class FlaggedBoundKeyword(string flag, Keyword inclusive, Keyword exclusive) : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        var excluded = site.TryGetSibling(flag, out var sibling) && sibling.Value.ValueKind == JsonValueKind.True;
        (excluded ? exclusive : inclusive).Compile(site, builder);
    }
}
