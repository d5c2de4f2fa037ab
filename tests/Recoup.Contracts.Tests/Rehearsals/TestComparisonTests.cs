using Recoup.Contracts.Findings;
using Recoup.Contracts.Rehearsals;

namespace Recoup.Contracts.Tests.Rehearsals;

public sealed class TestComparisonTests
{
    /// <summary>Tests of one name: + passed, - failed, 0 not run. Then the numbers of broken, failing, healed and lost ones.</summary>
    [Theory]
    [InlineData("+", "+", 0, 0, 0, 0)]
    [InlineData("+", "-", 1, 0, 0, 0)]
    [InlineData("-", "-", 0, 1, 0, 0)]
    [InlineData("-", "+", 0, 0, 1, 0)]
    [InlineData("+", "0", 0, 0, 0, 1)]
    [InlineData("+", "", 0, 0, 0, 1)]
    [InlineData("-", "", 0, 0, 0, 1)]
    [InlineData("0", "+", 0, 0, 0, 0)]
    [InlineData("0", "-", 1, 0, 0, 0)]
    [InlineData("0", "0", 0, 0, 0, 0)]
    [InlineData("", "+", 0, 0, 0, 0)]
    [InlineData("", "-", 1, 0, 0, 0)]
    [InlineData("++-", "+--", 1, 1, 0, 0)]
    [InlineData("+--", "++-", 0, 1, 1, 0)]
    [InlineData("+++", "+-", 1, 0, 0, 1)]
    public void A_test_is_judged_by_both_runs(string before, string after, int broken, int already, int healed, int notRun)
    {
        var tests = TestComparison.Compare(Run(before), Run(after), new Explanations([], [], []));

        (tests.Broken.Count, tests.FailingAlready.Count, tests.Healed.Count, tests.NotRun.Count)
            .ShouldBe((broken, already, healed, notRun));
        tests.Count.ShouldBe(after.Count(outcome => outcome != '0'));
    }

    [Fact]
    public void Rows_of_a_theory_are_tests_of_their_own()
    {
        var before = new TestRun([new("T(1)", TestOutcome.Passed), new("T(2)", TestOutcome.Passed)], []);
        var after = new TestRun([new("T(2)", TestOutcome.Failed), new("T(1)", TestOutcome.Passed)], []);

        TestComparison.Compare(before, after, new Explanations([], [], [])).Broken.ShouldHaveSingleItem().Test.Name.ShouldBe("T(2)");
    }

    private static TestRun Run(string outcomes) => new(
        [.. outcomes.Select(outcome => new TestCaseResult("T", outcome switch
        {
            '+' => TestOutcome.Passed,
            '-' => TestOutcome.Failed,
            _ => TestOutcome.NotRun,
        }))],
        []);
}
