using Recoup.Catalogs;

namespace Recoup.Contracts.Documents.Pairs;

/// <summary>Pairs the actions of two catalogs by slug.</summary>
/// <param name="Common">The actions in both catalogs, by slug.</param>
/// <param name="Added">The actions in the later catalog only, by slug.</param>
/// <param name="Removed">The actions in the earlier catalog only, by slug.</param>
internal sealed record CatalogPairs(
    IReadOnlyList<(CatalogAction Before, CatalogAction After)> Common, IReadOnlyList<CatalogAction> Added,
     IReadOnlyList<CatalogAction> Removed)
{
    public int BeforeCount => Common.Count + Removed.Count;

    public int AfterCount => Common.Count + Added.Count;

    public static CatalogPairs Of(DocumentPair documents)
    {
        var before = documents.Before.Catalog!.Actions.ToDictionary(action => action.Slug, StringComparer.Ordinal);
        var after = documents.After.Catalog!.Actions.ToDictionary(action => action.Slug, StringComparer.Ordinal);
        return new CatalogPairs(
            [.. before.Values.Where(action => after.ContainsKey(action.Slug))
                .Select(action => (action, after[action.Slug]))
                .OrderBy(pair => pair.action.Slug, StringComparer.Ordinal)],
            Only(after.Values, before),
            Only(before.Values, after));
    }

    private static List<CatalogAction> Only(IEnumerable<CatalogAction> actions, Dictionary<string, CatalogAction> others) =>
        [.. actions.Where(action => !others.ContainsKey(action.Slug)).OrderBy(action => action.Slug, StringComparer.Ordinal)];
}
