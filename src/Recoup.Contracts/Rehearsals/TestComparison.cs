using Recoup.Contracts.Findings;

namespace Recoup.Contracts.Rehearsals;

/// <summary>Compares the results of two runs of the same tests.</summary>
internal static class TestComparison
{
    /// <summary>Compares two runs. Tests with the same name are interchangeable.</summary>
    public static RehearsedTests Compare(TestRun before, TestRun after, Explanations explanations)
    {
        var (earlier, later) = (Groups(before), Groups(after));
        var (broken, already, healed, notRun) =
            (new List<TestCaseResult>(), new List<TestCaseResult>(), new List<TestCaseResult>(), new List<TestCaseResult>());
        foreach (var name in earlier.Select(group => group.Key).Union(later.Select(group => group.Key), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal))
        {
            var (failedBefore, failedAfter) = (Of(earlier[name], TestOutcome.Failed), Of(later[name], TestOutcome.Failed));
            var both = Math.Min(failedBefore.Count, failedAfter.Count);
            already.AddRange(failedAfter.Take(both));
            broken.AddRange(failedAfter.Skip(both));
            var passed = Of(later[name], TestOutcome.Passed).Count;
            notRun.AddRange(earlier[name].Where(test => test.Outcome != TestOutcome.NotRun).Skip(passed + failedAfter.Count));
            healed.AddRange(failedBefore.Skip(both).Take(passed));
        }

        return new RehearsedTests
        {
            Count = after.Results.Count(test => test.Outcome != TestOutcome.NotRun),
            Broken = explanations.Explain(broken),
            FailingAlready = already,
            Healed = healed,
            NotRun = notRun,
        };
    }

    private static ILookup<string, TestCaseResult> Groups(TestRun run) => run.Results.ToLookup(test => test.Name, StringComparer.Ordinal);

    private static List<TestCaseResult> Of(IEnumerable<TestCaseResult> tests, TestOutcome outcome) =>
        [.. tests.Where(test => test.Outcome == outcome)];
}
