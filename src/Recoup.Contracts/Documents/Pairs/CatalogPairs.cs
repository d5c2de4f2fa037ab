using Recoup.Catalogs;

namespace Recoup.Contracts.Documents.Pairs;

/// <summary>Pairs the actions of two catalogs by slug.</summary>
/// <param name="Common">The actions in both catalogs, in the order of the earlier one.</param>
/// <param name="Changed">The common actions whose text is not the same, by slug.</param>
/// <param name="Added">The actions in the later catalog only, by slug.</param>
/// <param name="Removed">The actions in the earlier catalog only, by slug.</param>
internal sealed record CatalogPairs(
    IReadOnlyList<(CatalogAction Before, CatalogAction After)> Common,
    IReadOnlyList<(CatalogAction Before, CatalogAction After)> Changed,
    IReadOnlyList<CatalogAction> Added,
    IReadOnlyList<CatalogAction> Removed)
{
    public int BeforeCount => Common.Count + Removed.Count;

    public int AfterCount => Common.Count + Added.Count;

    /// <summary>Whether both catalogs have the same actions.</summary>
    public bool AreSame => Changed.Count == 0 && Added.Count == 0 && Removed.Count == 0;

    public static CatalogPairs Of(DocumentPair documents)
    {
        var (before, after) = (documents.Before.Catalog!.Actions, documents.After.Catalog!.Actions);
        var open = after.ToDictionary(action => action.Slug, StringComparer.Ordinal);
        var common = new List<(CatalogAction Before, CatalogAction After)>(before.Count);
        var removed = new List<CatalogAction>();
        foreach (var action in before)
        {
            if (open.Remove(action.Slug, out var same))
                common.Add((action, same));
            else
                removed.Add(action);
        }

        return new CatalogPairs(
            common,
            [.. common.Where(pair => !pair.Before.Equals(pair.After)).OrderBy(pair => pair.Before.Slug, StringComparer.Ordinal)],
            [.. open.Values.OrderBy(action => action.Slug, StringComparer.Ordinal)],
            [.. removed.OrderBy(action => action.Slug, StringComparer.Ordinal)]);
    }
}
