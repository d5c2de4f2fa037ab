using Recoup.Catalogs;

namespace Recoup.Contracts.Documents.Pairs;

/// <summary>Which action of one catalog is which of the other: the slug decides.</summary>
/// <param name="Common">The actions both have, by slug.</param>
/// <param name="Added">Those only the new one has, by slug.</param>
/// <param name="Removed">Those only the old one has, by slug.</param>
internal sealed record CatalogPairs(
    IReadOnlyList<(CatalogAction Before, CatalogAction After)> Common, IReadOnlyList<CatalogAction> Added, IReadOnlyList<CatalogAction> Removed)
{
    /// <summary>The connector of the actions every live catalog has; no list of connectors has it.</summary>
    public const string MetaConnector = "composio";

    public int BeforeCount => Common.Count + Removed.Count;

    public int AfterCount => Common.Count + Added.Count;

    public static CatalogPairs Of(DocumentPair documents)
    {
        var before = documents.Before.Catalog!.Actions.ToDictionary(action => action.Slug, StringComparer.Ordinal);
        var after = documents.After.Catalog!.Actions.ToDictionary(action => action.Slug, StringComparer.Ordinal);
        return new CatalogPairs(
            [.. before.Values.Where(action => after.ContainsKey(action.Slug)).Select(action => (action, after[action.Slug])).OrderBy(pair => pair.action.Slug, StringComparer.Ordinal)],
            Only(after.Values, before),
            Only(before.Values, after));
    }

    private static List<CatalogAction> Only(IEnumerable<CatalogAction> actions, Dictionary<string, CatalogAction> others) =>
        [.. actions.Where(action => !others.ContainsKey(action.Slug)).OrderBy(action => action.Slug, StringComparer.Ordinal)];
}
