using Recoup.Binding.Actions;
using Recoup.Catalogs;

namespace Recoup.Binding.Checks;

/// <summary>Where the descriptions of the results of all actions come from.</summary>
/// <param name="Results">The result of each action, in the order of the catalogs.</param>
internal sealed record ResultSources(IReadOnlyList<ResultSource> Results)
{
    public static ResultSources Of(IEnumerable<CatalogSelection> catalogs) =>
        new([.. catalogs.SelectMany(catalog => catalog.Actions.Select(action => Of(catalog.Path, action)))]);

    /// <summary>The number of described results.</summary>
    public int Described => Results.Count(result => result.File is not null);

    private static ResultSource Of(string catalog, CatalogAction action)
    {
        var part = action.PartAt("/outputParameters");
        return action.OutputParametersSource.ValueKind == System.Text.Json.JsonValueKind.Undefined
            ? new ResultSource(action.Slug, null, 0)
            : new ResultSource(action.Slug, part.File ?? catalog, part.Element.Range.Start.Line);
    }
}

/// <summary>Where the description of a result comes from.</summary>
/// <param name="Slug">The action.</param>
/// <param name="File">The file that describes the result, or null if none does.</param>
/// <param name="Line">The line of the schema, from 1.</param>
internal sealed record ResultSource(string Slug, string? File, int Line);
