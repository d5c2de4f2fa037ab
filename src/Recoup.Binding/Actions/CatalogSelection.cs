using Recoup.Catalogs;
using Recoup.Catalogs.Actions;

namespace Recoup.Binding.Actions;

/// <summary>A catalog, and which of its actions are wanted.</summary>
/// <param name="Path">The file, for problems.</param>
/// <param name="Actions">The actions.</param>
/// <param name="Connectors">The slugs of the wanted connectors; empty for all.</param>
/// <param name="ActionPatterns">The slugs of the wanted actions, with <c>*</c> for any text; empty for all. Both filters must
/// match.</param>
internal sealed record CatalogSelection(
    string Path, EquatableArray<CatalogAction> Actions, EquatableArray<string> Connectors, EquatableArray<string> ActionPatterns)
{
    /// <summary>The filters, those of connectors first.</summary>
    public IEnumerable<CatalogFilter> Filters => Connectors.Select(slug => new CatalogFilter(CatalogFilterKind.Connectors, slug))
        .Concat(ActionPatterns.Select(pattern => new CatalogFilter(CatalogFilterKind.Actions, pattern)));

    /// <summary>The catalog with descriptions of its results laid over it.</summary>
    public CatalogSelection With(ResultOverlay overlay) => this with { Actions = overlay.Of(Actions) };
}

/// <summary>One filter of a catalog.</summary>
/// <param name="Kind">What it selects.</param>
/// <param name="Pattern">The slug, with <c>*</c> for any text.</param>
internal sealed record CatalogFilter(CatalogFilterKind Kind, string Pattern);

/// <summary>What a filter selects. Each is named after its attribute in the project file.</summary>
internal enum CatalogFilterKind
{
    Connectors,
    Actions,
}
