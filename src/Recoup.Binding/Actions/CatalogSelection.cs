using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>A catalog and what of it is wanted.</summary>
/// <param name="Path">The file, for problems.</param>
/// <param name="Actions">The actions.</param>
/// <param name="Connectors">Slugs of connectors; empty for all.</param>
/// <param name="ActionPatterns">Slugs of actions, with <c>*</c> for any text; empty for all. Both filters must match.</param>
public sealed record CatalogSelection(
    string Path, EquatableArray<CatalogAction> Actions, EquatableArray<string> Connectors, EquatableArray<string> ActionPatterns)
{
    /// <summary>Whether it has the filter that a problem is about.</summary>
    internal bool HasFilter(Problem problem) => (problem.Arguments[0] == "Connectors" ? Connectors : ActionPatterns).Contains(problem.Arguments[1]);
}
