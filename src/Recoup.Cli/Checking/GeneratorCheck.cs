using Recoup.Binding.Actions;
using Recoup.Binding.Api;
using Recoup.Binding.Renaming;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Reading;
using Recoup.Catalogs.Spec;
using Recoup.Cli.ExitCodes;

namespace Recoup.Cli.Checking;

/// <summary>The generator's way from files to problems, without the compiler: the same readers and binders.</summary>
internal sealed class GeneratorCheck
{
    private static readonly string[] Unreadable = ["RCP0001", "RCP0002", "RCP0010", "RCP0011"];

    private readonly List<Problem> _problems = [];
    private readonly List<CatalogSelection> _catalogs = [];
    private readonly List<NameOverridesReading> _names = [];
    private int _operations;

    /// <summary>The problems, each with its place, by file and place.</summary>
    public IReadOnlyList<LocatedProblem> Problems { get; private set; } = [];

    /// <summary>The files.</summary>
    public IReadOnlyList<string> Paths { get; private set; } = [];

    /// <summary>How many actions they have.</summary>
    public int Actions => _catalogs.Sum(catalog => catalog.Actions.Count);

    public string Summary { get; private set; } = "";

    /// <summary>Whether a file is neither a catalog nor an OpenAPI document.</summary>
    public bool IsUnreadable => Problems.Any(problem => Unreadable.Contains(problem.Problem.Descriptor.Id));

    public bool Has(ProblemSeverity severity) => Problems.Any(problem => problem.Problem.Descriptor.Severity == severity);

    /// <exception cref="UsageException">A file cannot be read as text.</exception>
    public static GeneratorCheck Run(IReadOnlyList<string> paths)
    {
        var check = new GeneratorCheck();
        check.Paths = [.. paths.Distinct(StringComparer.Ordinal)];
        foreach (var path in check.Paths)
            check.Read(path);
        check.ReadNames();
        var connectors = check.Bind();
        var locator = new ProblemLocator(check._catalogs, check._names);
        check.Problems = [.. check._problems.Select(locator.Locate)
            .OrderBy(located => located.Problem.Path, StringComparer.Ordinal).ThenBy(located => located.Problem.Range?.Start.CharOffset ?? 0)];
        check.Summary = FormattableString.Invariant(
            $"{check.Actions} actions in {connectors} classes, {check._operations} operations: {check.Count(ProblemSeverity.Error)} errors, {check.Count(ProblemSeverity.Warning)} warnings, {check.Count(ProblemSeverity.Info)} notes");
        return check;
    }

    private int Count(ProblemSeverity severity) => Problems.Count(problem => problem.Problem.Descriptor.Severity == severity);

    private void Read(string path)
    {
        var utf8 = TextFile.ReadUtf8(path);
        if (PositionedJson.Parse(utf8, out _)?.Root.TryGetProperty("openapi", out _) == true)
        {
            var reading = ApiSpecReader.Read(utf8, path);
            var bound = ApiBinder.Bind(reading.Spec, ApiNames.ClassOf(Path.GetFileNameWithoutExtension(path)), path);
            _operations += bound.Model.Operations.Count;
            _problems.AddRange(reading.Problems.Concat(bound.Problems));
            return;
        }

        var catalog = CatalogReader.Read(utf8, path);
        _problems.AddRange(catalog.Problems);
        _catalogs.Add(new CatalogSelection(path, new(catalog.Catalog.Actions), default, default));
    }

    private void ReadNames()
    {
        foreach (var path in _catalogs.Select(catalog => Path.Combine(Path.GetDirectoryName(catalog.Path) ?? "", NameOverrides.FileName)).Distinct(StringComparer.Ordinal).Where(File.Exists))
            _names.Add(NameOverridesReader.Read(TextFile.ReadUtf8(path), path));
        _problems.AddRange(_names.SelectMany(names => names.Problems));
    }

    private int Bind()
    {
        var plan = CatalogPlan.Of(_catalogs, [.. _names.Select(names => names.Overrides)]);
        _problems.AddRange(plan.Problems);
        _problems.AddRange(plan.Connectors.SelectMany(connector => ConnectorBinder.Bind(connector).Problems));
        return plan.Connectors.Count;
    }
}
