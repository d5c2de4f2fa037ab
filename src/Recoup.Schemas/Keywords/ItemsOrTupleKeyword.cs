using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Keywords;

/// <summary><c>items</c> up to draft 2019-09: one schema for all items, or an array of schemas for the first items.</summary>
internal sealed class ItemsOrTupleKeyword : Keyword
{
    private static readonly Keyword All = new ItemsKeyword();
    private static readonly Keyword Tuple = new PrefixItemsKeyword();

    public override Subschemas Subschemas => Subschemas.OneOrArray;

    public override void Compile(KeywordSite site, NodeBuilder builder) =>
        (site.Value.ValueKind == JsonValueKind.Array ? Tuple : All).Compile(site, builder);
}
