using Recoup.Binding.Checks;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Reports;

namespace Recoup.Contracts.Checks;

/// <summary>The problems that the generator would report for catalogs and OpenAPI documents.</summary>
internal sealed class CheckReport
{
    private readonly DocumentCheck _check;
    private readonly List<Problem> _problems;

    private CheckReport(DocumentCheck check, List<LocatedProblem> problems, bool warningsAreErrors)
    {
        _check = check;
        _problems = [.. problems.Select(located => located.Problem)];
        Report = new(
            "Generator", string.Join(", ", check.Paths), "C#", [.. problems.Select(problem => FindingOf(problem, warningsAreErrors))], [])
        {
            Compared = check.Actions,
            Scale = ReportScale.Severities,
        };
    }

    /// <summary>The problems as findings, for the formats that comparisons have.</summary>
    public Report Report { get; }

    /// <summary>The problems as text: a line for each in the format of a compiler, which editors and build logs parse.</summary>
    public string Text => Lines([.. _problems.Select(problem => problem.ToString()), Summary, .. Results]);

    /// <summary>Whether a file is neither a catalog nor an OpenAPI document.</summary>
    public bool IsFatal => _check.IsFatal;

    /// <summary>Whether there is an error, or a warning that counts as one.</summary>
    public bool Fails => Report.HasFindingsAtOrAbove(Report.MildestFailure);

    private string Summary =>
        $"{Words.Count(_check.Actions, "action")} in {Words.Count(_check.Connectors, "class", "classes")}, "
        + $"{Words.Count(_check.Operations, "operation")}: {Words.Count(_check.Count(ProblemSeverity.Error), "error")}, "
        + $"{Words.Count(_check.Count(ProblemSeverity.Warning), "warning")}, {Words.Count(_check.Count(ProblemSeverity.Info), "note")}";

    /// <summary>Where the description of each result comes from, by slug, as text.</summary>
    public string ResultList => Lines(_check.Results.Results.OrderBy(result => result.Slug, StringComparer.Ordinal).Select(result =>
        $"{result.Slug}: {(result.File is null ? "not described" : FormattableString.Invariant($"{result.File}({result.Line})"))}"));

    private IEnumerable<string> Results
    {
        get
        {
            var results = _check.Results;
            if (results.Results.Count == 0)
                return [];
            var sources = results.Results.Where(result => result.File is not null)
                .GroupBy(result => result.File!, StringComparer.Ordinal)
                .OrderByDescending(source => source.Count())
                .ThenBy(source => source.Key, StringComparer.Ordinal)
                .Select(source => FormattableString.Invariant($"{source.Count()} by {source.Key}"));
            var advice = results.Described == 0 ? ". 'recoup learn' describes results from recorded calls" : ": ";
            return
            [
                FormattableString.Invariant(
                    $"{results.Described} of {Words.Count(results.Results.Count, "result")} described{advice}{string.Join(", ", sources)}"),
            ];
        }
    }

    /// <summary>Checks files.</summary>
    /// <param name="files">The files and their texts as UTF-8.</param>
    /// <param name="results">Files that describe results, in addition to those beside the catalogs.</param>
    /// <param name="warningsAreErrors">Whether a warning counts as an error.</param>
    /// <param name="isQuiet">Whether to omit problems of severity info.</param>
    /// <param name="further">Finds further problems of a catalog; null for none.</param>
    /// <exception cref="CatalogException">A names file or a results file cannot be read as text.</exception>
    public static CheckReport Run(
        IReadOnlyList<(string Path, byte[] Utf8)> files,
        IReadOnlyList<string> results,
        bool warningsAreErrors,
        bool isQuiet,
        Func<RecoupCatalog, IEnumerable<Problem>>? further = null)
    {
        var check = DocumentCheck.Run(files, results, further);
        var problems = check.Problems.Where(located => !isQuiet || located.Problem.Descriptor.Severity != ProblemSeverity.Info);
        return new CheckReport(check, [.. problems], warningsAreErrors);
    }

    private static string Lines(IEnumerable<string> lines)
    {
        using var output = new StringWriter();
        var text = new TextLines(output);
        foreach (var line in lines)
            text.Line(line);
        return output.ToString();
    }

    private static Finding FindingOf(LocatedProblem located, bool warningsAreErrors)
    {
        var (problem, pointer) = located;
        var descriptor = problem.Descriptor;
        return new Finding
        {
            Rule = new Rule(descriptor.Id, RuleLevel.Generator, descriptor.Title, Effect.Depends),
            Verdict = VerdictOf(descriptor.Severity, warningsAreErrors),
            Change = Change.Changed,
            Message = problem.Message,
            Action = problem.Slug,
            Pointer = problem.Pointer,
            AfterLocation = problem.Path is null ? null : new Location(problem.Path, pointer, problem.Range ?? TextRange.Beginning),
            ContentHash = ContentHash.Of([descriptor.Id, problem.Slug, problem.Pointer, .. problem.Arguments]),
        };
    }

    private static Verdict VerdictOf(ProblemSeverity severity, bool warningsAreErrors) => severity switch
    {
        ProblemSeverity.Error => Verdict.Breaking,
        ProblemSeverity.Warning => warningsAreErrors ? Verdict.Breaking : Verdict.Unproven,
        _ => Verdict.Behavior,
    };
}
