using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// <c>additionalItems</c> up to draft 2019-09: the schema of the items after an array of schemas in <c>items</c>. Otherwise without effect.
/// </summary>
internal sealed class AdditionalItemsKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.One;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (!site.TryGetSibling("items", out var items) || items.Value.ValueKind != JsonValueKind.Array)
            return;
        builder.Array.Use(site);
        builder.Array.Rest = site.Child(0);
        builder.Array.RestKeyword = site.Name;
    }
}
