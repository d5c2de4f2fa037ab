namespace Recoup.Catalogs.Actions;

/// <summary>
/// Lays descriptions of results over actions. The first file that describes a result wins, and all files win over the catalog's own
/// <c>outputParameters</c>. Parameters never change.
/// </summary>
internal sealed class ResultOverlay
{
    private readonly Dictionary<string, ResultDescription> _first = new(StringComparer.Ordinal);

    /// <summary>Creates an overlay.</summary>
    /// <param name="files">The files, the first with the highest priority.</param>
    public ResultOverlay(IEnumerable<ResultFile> files)
    {
        foreach (var description in files.SelectMany(file => file.Descriptions))
        {
            if (!_first.ContainsKey(description.Slug))
                _first.Add(description.Slug, description);
        }
    }

    /// <summary>The action with the description of its result. An action that an overlay already describes is returned as it is.</summary>
    public CatalogAction Of(CatalogAction action) =>
        action.Result is null && _first.TryGetValue(action.Slug, out var description) ? action.With(description) : action;

    /// <summary>The actions with the descriptions of their results; the same list if there are none.</summary>
    public EquatableArray<CatalogAction> Of(EquatableArray<CatalogAction> actions) =>
        _first.Count == 0 ? actions : new(actions.Select(Of));

    /// <summary>The catalog with the descriptions of its results.</summary>
    public RecoupCatalog Of(RecoupCatalog catalog) =>
        _first.Count == 0 ? catalog : new RecoupCatalog([.. catalog.Actions.Select(Of)]);
}
