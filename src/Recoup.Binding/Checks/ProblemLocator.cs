using Recoup.Binding.Actions;
using Recoup.Binding.Names.Overrides;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Checks;

/// <summary>
/// Finds file, lines and columns of problems that name an action, or a names file, and a pointer. Models have no positions, so that an edit
/// that only moves an action changes no model.
/// </summary>
internal sealed class ProblemLocator(IReadOnlyList<CatalogSelection> catalogs, IReadOnlyList<NameOverridesReading> names)
{
    private readonly Lazy<Dictionary<string, List<Site>>> _sites = new(() => Index(catalogs));

    public LocatedProblem Locate(Problem problem)
    {
        if (problem.Slug is { } slug && Find(slug, problem.Path) is { } site)
            return problem.Range is null ? At(problem, site) : new(problem, site.Action.Pointer + problem.Pointer);
        if (problem.Range is null && DocumentOf(problem) is { } document && document.Root.TryResolve(problem.Pointer, out var named))
            problem = problem with { Range = named.Range };
        return new(problem, problem.Slug is null ? problem.Pointer : "");
    }

    // A problem without a file is about the action of the first catalog that has the slug.
    private Site? Find(string slug, string? path) =>
        _sites.Value.TryGetValue(slug, out var sites) ? sites.Find(site => path is null || site.Path == path) : null;

    private PositionedJson? DocumentOf(Problem problem) => names.FirstOrDefault(file => file.Overrides.Path == problem.Path)?.Document;

    // A part that the text does not have is shown at the slug of the action.
    private static LocatedProblem At(Problem problem, Site site)
    {
        var part = site.Action.PartAt(problem.Pointer);
        return new(problem with { Path = part.File ?? site.Path, Range = part.Element.Range }, part.Pointer);
    }

    private static Dictionary<string, List<Site>> Index(IReadOnlyList<CatalogSelection> catalogs)
    {
        var sites = new Dictionary<string, List<Site>>(StringComparer.Ordinal);
        foreach (var catalog in catalogs)
        {
            foreach (var action in catalog.Actions)
            {
                if (!sites.TryGetValue(action.Slug, out var known))
                    sites.Add(action.Slug, known = []);
                known.Add(new Site(catalog.Path, action));
            }
        }

        return sites;
    }

    private sealed record Site(string Path, CatalogAction Action);
}
