using Recoup.Catalogs;

namespace Recoup.Contracts.Levels;

/// <summary>Which action of one catalog is which of the other: the slug decides.</summary>
/// <param name="Common">The actions both have, by slug.</param>
/// <param name="Added">Those only the new one has, by slug.</param>
/// <param name="Removed">Those only the old one has, by slug.</param>
internal sealed record CatalogPairs(
    IReadOnlyList<(CatalogAction Old, CatalogAction New)> Common, IReadOnlyList<CatalogAction> Added, IReadOnlyList<CatalogAction> Removed)
{
    /// <summary>The connector of the actions every live catalog has; no list of connectors has it.</summary>
    public const string MetaConnector = Catalogs.MetaConnector.Slug;

    public int OldCount => Common.Count + Removed.Count;

    public int NewCount => Common.Count + Added.Count;

    public static CatalogPairs Of(Sides sides)
    {
        var old = sides.Old.Catalog!.Actions.ToDictionary(action => action.Slug, StringComparer.Ordinal);
        var @new = sides.New.Catalog!.Actions.ToDictionary(action => action.Slug, StringComparer.Ordinal);
        return new CatalogPairs(
            [.. old.Values.Where(action => @new.ContainsKey(action.Slug)).Select(action => (action, @new[action.Slug])).OrderBy(pair => pair.action.Slug, StringComparer.Ordinal)],
            Only(@new.Values, old),
            Only(old.Values, @new));
    }

    private static List<CatalogAction> Only(IEnumerable<CatalogAction> actions, Dictionary<string, CatalogAction> others) =>
        [.. actions.Where(action => !others.ContainsKey(action.Slug)).OrderBy(action => action.Slug, StringComparer.Ordinal)];
}
