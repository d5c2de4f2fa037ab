using Recoup.Catalogs.Rehearsals;
using Recoup.Contracts.Findings;

namespace Recoup.Contracts.Rehearsals;

/// <summary>One run of all tests of a project with one catalog in place of the stored one.</summary>
/// <param name="Results">The results.</param>
/// <param name="Events">What the tests did.</param>
internal sealed record TestRun(IReadOnlyList<TestCaseResult> Results, IReadOnlyCollection<RehearsalEvent> Events)
{
    private const string ResultFile = "results.trx";

    // The tests of a rehearsal use the emulator. With a key, tests of the live API would run as well.
    private const string ApiKey = "RECOUP_API_KEY";

    /// <summary>The files that were replaced, sorted.</summary>
    public IEnumerable<string> Replaced => Paths(RehearsalEventKind.Replaced);

    /// <summary>The catalogs that were loaded and not replaced, sorted.</summary>
    public IEnumerable<string> Kept => Paths(RehearsalEventKind.Kept);

    /// <summary>Runs the tests.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stored">The catalog that is replaced.</param>
    /// <param name="used">The catalog that takes its place.</param>
    /// <param name="timeout">The time limit.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The run; or a sentence that says why there are no results.</returns>
    public static async Task<(TestRun? Run, string Failure)> StartAsync(
        TestProject project, RehearsedCatalog stored, RehearsedCatalog used, TimeSpan timeout, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("recoup-rehearsal-").FullName;
        try
        {
            Rehearsal.Create(folder, stored.Utf8, used.Utf8);
            var process = new ChildProcess
            {
                Environment = new Dictionary<string, string?> { [Rehearsal.Variable] = folder, [ApiKey] = null },
            };
            var arguments = TestRunnerTable.Find(project).Arguments(project, folder, ResultFile);
            var code = await process.RunDotNetAsync(arguments, timeout, cancellation).ConfigureAwait(false);
            if (code is null)
            {
                return (null, FormattableString.Invariant(
                    $"did not end within {timeout.TotalSeconds} s. Give more time with --run-timeout. ")
                    + $"The last lines are:\n{process.LastLines}");
            }

            return Read(Path.Combine(folder, ResultFile)) is { } results && IsComplete(results, code.Value)
                ? (new TestRun(results, RehearsalLog.Read(folder)), "")
                : (null, FormattableString.Invariant($"gave no complete results: exit code {code}. ")
                    + $"The last lines are:\n{process.LastLines}");
        }
        finally
        {
            Delete(folder);
        }
    }

    // Runners end with 0, with 1 or 2 after failed tests, and with 8 if there is no test. A crash ends with another code, or fails no test.
    private static bool IsComplete(IReadOnlyList<TestCaseResult> results, int code) =>
        code is 0 or 8 || (code is 1 or 2 && results.Any(test => test.Outcome == TestOutcome.Failed));

    private static IReadOnlyList<TestCaseResult>? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        using var file = File.OpenRead(path);
        return TrxReader.Read(file);
    }

    private IEnumerable<string> Paths(RehearsalEventKind kind) =>
        Events.Where(happened => happened.Kind == kind).Select(happened => happened.Subject).Order(StringComparer.Ordinal);

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process that the tests have left running still writes to it.
        }
    }
}
