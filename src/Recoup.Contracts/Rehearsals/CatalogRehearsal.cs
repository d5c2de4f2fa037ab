using Recoup.Contracts.Documents;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Reports;

namespace Recoup.Contracts.Rehearsals;

/// <summary>
/// Runs the tests of a user once with the stored catalog and once with a new one, and finds the tests that fail only with the new one.
/// </summary>
internal static class CatalogRehearsal
{
    /// <summary>Compares two catalogs, and runs the tests with each. Tests are not run with a suspect catalog.</summary>
    /// <param name="stored">The stored catalog, which the tests load.</param>
    /// <param name="tomorrow">The new catalog.</param>
    /// <param name="options">The project, and how to run it.</param>
    /// <param name="cancellation">Ends the tests.</param>
    /// <exception cref="ContractException">The tests cannot be built or run, or none of them loads the stored catalog.</exception>
    /// <exception cref="UndecidedRehearsalException">The tests give no results with the new catalog only.</exception>
    public static async Task<Report> RunAsync(
        RehearsedCatalog stored, RehearsedCatalog tomorrow, RehearsalOptions options, CancellationToken cancellation)
    {
        var path = TestProjectReader.Find(options.Project);
        options.Progress($"Comparing {stored.Document.Name} with {tomorrow.Document.Name}");
        var report = Comparison.Run(stored.Document, tomorrow.Document, options.Diff, cancellation);
        if (report.IsSuspect)
            return report with { Notes = [.. report.Notes, new Note(NoteKind.Information, "the tests were not run")] };

        var project = await TestProjectReader.ReadAsync(path, options, cancellation).ConfigureAwait(false);
        var (before, failure) = await RunAsync(project, stored, stored, options, cancellation).ConfigureAwait(false);
        if (before is null)
            throw new ContractException($"With {stored.Document.Name}, the run of the tests of {path} {failure}");
        RequireTests(before, path);
        RequireLoaded(before, path, stored);
        (var after, failure) = await RunAsync(project, stored, tomorrow, options, cancellation).ConfigureAwait(false);
        if (after is null)
            throw new UndecidedRehearsalException(
                $"The tests of {path} gave results with {stored.Document.Name}. With {tomorrow.Document.Name}, the run {failure}");
        foreach (var file in after.Replaced)
            options.Announce($"In the tests, {tomorrow.Document.Name} took the place of {file}.");
        var tests = TestComparison.Compare(before, after, new Explanations(report.Findings, before.Events, after.Events));
        return report with { Tests = tests, Notes = [.. report.Notes, .. KeptNotes(after)] };
    }

    private static Task<(TestRun? Run, string Failure)> RunAsync(
        TestProject project, RehearsedCatalog stored, RehearsedCatalog used, RehearsalOptions options, CancellationToken cancellation)
    {
        options.Progress($"Running the tests of {project.Path} with {used.Document.Name}");
        return TestRun.StartAsync(project, stored, used, options.Timeout, cancellation);
    }

    private static void RequireTests(TestRun run, string path)
    {
        if (run.Results.All(test => test.Outcome == TestOutcome.NotRun))
            throw new ContractException($"{path} ran no test: expected at least one that loads the catalog. Give another project.");
    }

    private static void RequireLoaded(TestRun run, string path, RehearsedCatalog stored)
    {
        if (run.Replaced.Any())
            return;
        var kept = run.Kept.ToList();
        var loaded = kept.Count == 0
            ? "They loaded no catalog with RecoupCatalog.Load, or use packages older than this tool."
            : $"They loaded {Words.Names(kept, 3)} instead, which is not the same catalog.";
        throw new ContractException(
            $"None of the {Words.Count(run.Results.Count, "test")} of {path} loaded {stored.Document.Name}, so they say nothing about it. "
                + $"{loaded} Build the project, or name the catalog that the tests load with --catalog.");
    }

    private static IEnumerable<Note> KeptNotes(TestRun run) => run.Kept.ToList() is { Count: > 0 } kept
        ? [new Note(NoteKind.Information, $"the tests also loaded other catalogs, which were not replaced: {Words.Names(kept, 3)}")]
        : [];
}
