using Recoup.Binding.Actions;
using Recoup.Binding.Api;
using Recoup.Binding.Names.Overrides;
using Recoup.Catalogs;
using Recoup.Catalogs.Actions;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Spec;

namespace Recoup.Binding.Checks;

/// <summary>What the generator reports about catalogs and OpenAPI documents, without the compiler.</summary>
internal sealed class DocumentCheck
{
    private DocumentCheck(
        IReadOnlyList<string> paths, IReadOnlyList<LocatedProblem> problems, ResultSources results, int connectors, int operations) =>
        (Paths, Problems, Results, Connectors, Operations) = (paths, problems, results, connectors, operations);

    /// <summary>The checked files, each once.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The problems, by file and position.</summary>
    public IReadOnlyList<LocatedProblem> Problems { get; }

    /// <summary>The number of actions in all catalogs.</summary>
    public int Actions => Results.Results.Count;

    /// <summary>Where the descriptions of the results come from.</summary>
    public ResultSources Results { get; }

    /// <summary>The number of classes that the catalogs become.</summary>
    public int Connectors { get; }

    /// <summary>The number of operations in all OpenAPI documents.</summary>
    public int Operations { get; }

    /// <summary>Whether a file is neither a catalog nor an OpenAPI document.</summary>
    public bool IsFatal => Problems.Any(located => located.Problem.Descriptor.IsFatal);

    /// <summary>The number of problems of a severity.</summary>
    public int Count(ProblemSeverity severity) => Problems.Count(located => located.Problem.Descriptor.Severity == severity);

    /// <summary>
    /// Checks files: catalogs, each with the names file and the results file beside it, and OpenAPI documents. The content decides what a
    /// file is.
    /// </summary>
    /// <param name="files">The files and their texts as UTF-8.</param>
    /// <param name="results">Files that describe results, in addition to those beside the catalogs.</param>
    /// <param name="further">Finds further problems of a catalog; null for none.</param>
    /// <exception cref="CatalogException">A names file or a results file cannot be read as text.</exception>
    public static DocumentCheck Run(
        IReadOnlyList<(string Path, byte[] Utf8)> files,
        IReadOnlyList<string>? results = null,
        Func<RecoupCatalog, IEnumerable<Problem>>? further = null)
    {
        var distinct = files.GroupBy(file => file.Path, StringComparer.Ordinal).Select(file => file.First()).ToArray();
        var (catalogs, specs, problems) = (new List<CatalogSelection>(), new List<SpecSelection>(), new List<Problem>());
        foreach (var (path, utf8) in distinct)
        {
            var text = PositionedJson.ParsePruned(utf8, out var error);
            if (DocumentKind.IsSpec(utf8, text, error))
            {
                specs.Add(SpecSelection.Of(path, null, ApiSpecReader.Read(utf8, path)));
                continue;
            }

            var reading = CatalogReader.Read(utf8, path);
            problems.AddRange(reading.Problems);
            problems.AddRange((further?.Invoke(reading.Catalog) ?? []).Select(problem => problem with { Path = path }));
            catalogs.Add(new CatalogSelection(path, new(reading.Catalog.Actions), default, default));
        }

        var paths = catalogs.Select(catalog => catalog.Path).ToArray();
        ResultFile[] described = [.. ResultFile.Beside(paths), .. (results ?? []).Select(ResultFile.Load)];
        return Of([.. distinct.Select(file => file.Path)], catalogs, NamesBeside(paths), described, specs, problems);
    }

    /// <summary>Checks documents that have been read.</summary>
    /// <param name="paths">Their files.</param>
    /// <param name="catalogs">The catalogs, with their filters.</param>
    /// <param name="names">The names files.</param>
    /// <param name="results">The files that describe results, the first with the highest priority.</param>
    /// <param name="specs">The OpenAPI documents.</param>
    /// <param name="catalogProblems">The problems that reading the catalogs found.</param>
    /// <param name="bindsResults">Whether described results get views.</param>
    /// <param name="cancellation">Cancels the work between two actions.</param>
    public static DocumentCheck Of(
        IReadOnlyList<string> paths,
        IReadOnlyList<CatalogSelection> catalogs,
        IReadOnlyList<NameOverridesReading> names,
        IReadOnlyList<ResultFile> results,
        IReadOnlyList<SpecSelection> specs,
        IEnumerable<Problem> catalogProblems,
        bool bindsResults = true,
        CancellationToken cancellation = default)
    {
        var overlay = new ResultOverlay(results);
        catalogs = [.. catalogs.Select(catalog => catalog.With(overlay))];
        var plan = CatalogPlan.Of(
            [.. catalogs.Select(catalog => CatalogShare.Of(catalog, cancellation))],
            [.. names.Select(file => file.Overrides)],
            cancellation);
        var apis = ApiPlan.Of(specs, plan.Connectors.Select(connector => new ConnectorClass(connector.Slug, connector.ClassName)));
        var locator = new ProblemLocator(catalogs, names);
        var problems = catalogProblems
            .Concat(names.SelectMany(file => file.Problems))
            .Concat(results.SelectMany(file => file.Problems))
            .Concat(ResultCheck.Of(catalogs, results, cancellation))
            .Concat(plan.Problems)
            .Concat(plan.Connectors.SelectMany(connector => ConnectorBinder.Bind(connector, bindsResults, cancellation).Problems))
            .Concat(apis.SelectMany(api => api.Problems))
            .Select(locator.Locate)
            .OrderBy(located => located.Problem.Path, StringComparer.Ordinal)
            .ThenBy(located => located.Problem.Range?.Start.CharOffset ?? 0);
        return new DocumentCheck(
            paths,
            [.. problems],
            ResultSources.Of(catalogs),
            plan.Connectors.Count,
            apis.Sum(api => api.Model?.Operations.Count ?? 0));
    }

    /// <summary>Reads the names files next to catalogs.</summary>
    /// <param name="catalogs">The paths of the catalogs.</param>
    /// <exception cref="CatalogException">A names file cannot be read as text.</exception>
    public static IReadOnlyList<NameOverridesReading> NamesBeside(IEnumerable<string> catalogs) =>
    [
        .. NamesDocument.Beside(catalogs).Select(path => NameOverridesReader.Read(TextFile.ReadUtf8(path, "a names file"), path)),
    ];
}
