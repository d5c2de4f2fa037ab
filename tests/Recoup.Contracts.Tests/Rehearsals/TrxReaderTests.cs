using System.Text;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Rehearsals;

namespace Recoup.Contracts.Tests.Rehearsals;

/// <summary>The files in the folder Trx are the output of real runs of the same three or four tests.</summary>
public sealed class TrxReaderTests
{
    [Theory]
    [InlineData("xunit.v3-own", "N.T.Row(n: 1)", "N.T.Row(n: 2)")]
    [InlineData("xunit.v3-platform", "N.T.Row(n: 1)", "N.T.Row(n: 2)")]
    [InlineData("xunit.v2-vstest", "N.T.Row(n: 1)", "N.T.Row(n: 2)")]
    [InlineData("nunit-vstest", "N.T.Row(1)", "N.T.Row(2)")]
    [InlineData("mstest-platform", "N.T.Row (1)", "N.T.Row (2)")]
    public void Each_runner_gives_full_names_outcomes_and_messages(string runner, string passed, string failed)
    {
        using var file = File.OpenRead(Path.Combine(
            TestData.Repository, "tests", "Recoup.Contracts.Tests", "Rehearsals", "Trx", runner + ".trx"));

        var tests = TrxReader.Read(file).ShouldNotBeNull().ToDictionary(test => test.Name);

        tests["N.T.Ok"].Outcome.ShouldBe(TestOutcome.Passed);
        tests["N.T.Skipped"].Outcome.ShouldBe(TestOutcome.NotRun);
        tests[passed].Outcome.ShouldBe(TestOutcome.Passed);
        tests[failed].Outcome.ShouldBe(TestOutcome.Failed);
        tests[failed].Message.ShouldContain("GITHUB_X");
        tests[failed].Output.ShouldContain("at N.T.Row(Int32 n)");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no XML")]
    [InlineData("<html></html>")]
    [InlineData("<TestRun><Results><UnitTestResult testName='a' outcome='Passed'/>")]
    [InlineData("<!DOCTYPE TestRun [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><TestRun>&e;</TestRun>")]
    public void A_file_that_is_cut_or_is_not_TRX_has_no_results(string text) => Read(text).ShouldBeNull();

    [Theory]
    [InlineData("Error", TestOutcome.Failed)]
    [InlineData("Timeout", TestOutcome.Failed)]
    [InlineData("Aborted", TestOutcome.Failed)]
    [InlineData("Inconclusive", TestOutcome.NotRun)]
    [InlineData("Pending", TestOutcome.NotRun)]
    public void Other_outcomes_count_as_what_they_mean(string outcome, object expected) =>
        Read($"<TestRun><Results><UnitTestResult testName='a' outcome='{outcome}'/></Results></TestRun>")
            .ShouldNotBeNull().ShouldHaveSingleItem().Outcome.ShouldBe(expected);

    [Fact]
    public void Long_texts_are_cut()
    {
        var text = new string('x', 1_000_000);

        var test = Read($"""
            <TestRun><Results><UnitTestResult testName='a' outcome='Failed'><Output>
            <StdOut>{text}</StdOut><StdErr>{text}</StdErr>
            <ErrorInfo><Message>{text}</Message><StackTrace>{text}</StackTrace></ErrorInfo>
            </Output></UnitTestResult></Results></TestRun>
            """).ShouldNotBeNull().ShouldHaveSingleItem();

        test.Message.Length.ShouldBeLessThan(70_000);
        test.Output.Length.ShouldBeLessThan(70_000);
    }

    private static IReadOnlyList<TestCaseResult>? Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return TrxReader.Read(stream);
    }
}
