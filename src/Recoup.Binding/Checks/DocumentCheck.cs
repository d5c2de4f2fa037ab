using Recoup.Binding.Actions;
using Recoup.Binding.Api;
using Recoup.Binding.Names.Overrides;
using Recoup.Catalogs;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Spec;

namespace Recoup.Binding.Checks;

/// <summary>What the generator reports about catalogs and OpenAPI documents, without the compiler.</summary>
internal sealed class DocumentCheck
{
    private DocumentCheck(
        IReadOnlyList<string> paths, IReadOnlyList<LocatedProblem> problems, int actions, int connectors, int operations) =>
        (Paths, Problems, Actions, Connectors, Operations) = (paths, problems, actions, connectors, operations);

    /// <summary>The checked files, each once.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The problems, by file and position.</summary>
    public IReadOnlyList<LocatedProblem> Problems { get; }

    /// <summary>The number of actions in all catalogs.</summary>
    public int Actions { get; }

    /// <summary>The number of classes that the catalogs become.</summary>
    public int Connectors { get; }

    /// <summary>The number of operations in all OpenAPI documents.</summary>
    public int Operations { get; }

    /// <summary>Whether a file is neither a catalog nor an OpenAPI document.</summary>
    public bool IsFatal => Problems.Any(located => located.Problem.Descriptor.IsFatal);

    /// <summary>The number of problems of a severity.</summary>
    public int Count(ProblemSeverity severity) => Problems.Count(located => located.Problem.Descriptor.Severity == severity);

    /// <summary>
    /// Checks files: catalogs, each with the names file beside it, and OpenAPI documents. The content decides what a file is.
    /// </summary>
    /// <param name="paths">The files.</param>
    /// <exception cref="CatalogException">A file cannot be read as text.</exception>
    public static DocumentCheck Run(IReadOnlyList<string> paths)
    {
        var distinct = paths.Distinct(StringComparer.Ordinal).ToArray();
        var (catalogs, specs, problems) = (new List<CatalogSelection>(), new List<SpecSelection>(), new List<Problem>());
        foreach (var path in distinct)
        {
            var utf8 = TextFile.ReadUtf8(path, "a catalog or an OpenAPI document");
            if (PositionedJson.ParsePruned(utf8, out _)?.Root.TryGetProperty("openapi", out _) == true)
            {
                specs.Add(SpecSelection.Of(path, null, ApiSpecReader.Read(utf8, path)));
                continue;
            }

            var reading = CatalogReader.Read(utf8, path);
            problems.AddRange(reading.Problems);
            catalogs.Add(new CatalogSelection(path, new(reading.Catalog.Actions), default, default));
        }

        var names = NamesBeside(catalogs);
        problems.AddRange(names.SelectMany(file => file.Problems));

        var plan = CatalogPlan.Of(catalogs, [.. names.Select(file => file.Overrides)]);
        problems.AddRange(plan.Problems);
        problems.AddRange(plan.Connectors.SelectMany(connector => ConnectorBinder.Bind(connector).Problems));

        var apis = ApiPlan.Of(specs);
        problems.AddRange(apis.SelectMany(api => api.Problems));

        var locator = new ProblemLocator(catalogs, names);
        var located = problems.Select(locator.Locate)
            .OrderBy(located => located.Problem.Path, StringComparer.Ordinal)
            .ThenBy(located => located.Problem.Range?.Start.CharOffset ?? 0);
        return new DocumentCheck(
            distinct,
            [.. located],
            catalogs.Sum(catalog => catalog.Actions.Count),
            plan.Connectors.Count,
            apis.Sum(api => api.Model?.Operations.Count ?? 0));
    }

    private static List<NameOverridesReading> NamesBeside(IEnumerable<CatalogSelection> catalogs) =>
    [
        .. catalogs.Select(catalog => Path.Combine(Path.GetDirectoryName(catalog.Path) ?? "", NameOverrides.FileName))
            .Distinct(StringComparer.Ordinal)
            .Where(File.Exists)
            .Select(path => NameOverridesReader.Read(TextFile.ReadUtf8(path, "a names file"), path)),
    ];
}
