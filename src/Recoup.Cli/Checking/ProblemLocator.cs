using System.Globalization;
using Recoup.Binding.Actions;
using Recoup.Binding.Renaming;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Cli.Checking;

/// <summary>Problems of the binder, which know action and pointer, -> file, range and the pointer in the whole document.</summary>
internal sealed class ProblemLocator(IReadOnlyList<CatalogSelection> catalogs, IReadOnlyList<NameOverridesReading> names)
{
    private readonly Dictionary<(string? Path, string Slug), Site> _sites = Index(catalogs);

    public LocatedProblem Locate(Problem problem)
    {
        if (problem.Slug is { } slug && _sites.TryGetValue((problem.Path, slug), out var site))
            return problem.Range is null ? At(problem, site) : new(problem, site.Pointer + problem.Pointer);
        if (problem.Range is null && names.FirstOrDefault(names => names.Overrides.Path == problem.Path)?.Document is { } document && document.Root.TryResolve(problem.Pointer, out var named))
            problem = problem with { Range = named.Range };
        return new(problem, problem.Slug is null ? problem.Pointer : "");
    }

    // A part that the text does not have is shown by the action's slug.
    private static LocatedProblem At(Problem problem, Site site) => site.Action.Source.TryResolve(problem.Pointer, out var exact)
        ? new(problem with { Path = site.Path, Range = exact.Range }, site.Pointer + problem.Pointer)
        : new(problem with { Path = site.Path, Range = site.Action.Source["slug"].Range }, site.Pointer + "/slug");

    // Of a slug that several catalogs have, the first one's action counts where no file is named.
    private static Dictionary<(string?, string), Site> Index(IReadOnlyList<CatalogSelection> catalogs)
    {
        var sites = new Dictionary<(string?, string), Site>();
        foreach (var catalog in catalogs.Where(catalog => catalog.Actions.Count > 0))
        {
            var pointers = new Dictionary<int, string>();
            foreach (var item in catalog.Actions[0].Source.Document.Root["actions"].EnumerateArray())
                pointers.Add(item.Offset, "/actions/" + pointers.Count.ToString(CultureInfo.InvariantCulture));
            foreach (var action in catalog.Actions)
            {
                var site = new Site(catalog.Path, action, pointers.GetValueOrDefault(action.Source.Offset, ""));
                sites.TryAdd((catalog.Path, action.Slug), site);
                sites.TryAdd((null, action.Slug), site);
            }
        }

        return sites;
    }

    private sealed record Site(string Path, CatalogAction Action, string Pointer);
}
