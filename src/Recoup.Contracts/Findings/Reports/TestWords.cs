using Recoup.Contracts.Json;

namespace Recoup.Contracts.Findings.Reports;

/// <summary>The words of reports about the tests of a rehearsal.</summary>
internal static class TestWords
{
    private const int MostMessage = 300;

    /// <summary>The tests other than the broken ones, by what came of them; groups without a test are left out.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<TestCaseResult> Tests)> Others(Report report)
    {
        (string Title, IReadOnlyList<TestCaseResult> Tests)[] groups =
        [
            ("fail with both catalogs", report.Tests!.FailingAlready),
            ($"fail only with {report.BeforeName}", report.Tests.Healed),
            ($"ran only with {report.BeforeName}", report.Tests.NotRun),
        ];
        return groups.Where(group => group.Tests.Count > 0);
    }

    /// <summary>The last line of a report: how many tests ran, and how many of them broke.</summary>
    public static string Summary(Report report) => string.Concat(
        Others(report).Select(group => FormattableString.Invariant($"; {group.Title}: {group.Tests.Count}"))
            .Prepend(FormattableString.Invariant(
                $"{Words.Count(report.Tests!.Count, "test")} run; fail only with {report.AfterName}: {report.Tests.Broken.Count}")));

    /// <summary>The message of a failure on one line, shortened.</summary>
    public static string Message(BrokenTest broken)
    {
        const StringSplitOptions words = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var lines = broken.Test.Message.Split('\n', words);
        return lines is [] ? "the failure has no message" : Excerpt.Shorten(string.Join(' ', lines), MostMessage);
    }

    /// <summary>A failure with what explains it, as lines.</summary>
    public static string Text(BrokenTest broken) => string.Join("\n", (broken.Explanations.Count == 0
        ? [Message(broken), Explained(broken)]
        : broken.Explanations.Select(finding => $"{Explained(broken)} {Words.WithAction(finding)}").Prepend(Message(broken)))
        .Select(TextLines.OneLine));

    /// <summary>How the findings explain a failure, as the beginning of a sentence.</summary>
    public static string Explained(BrokenTest broken) => broken switch
    {
        { Explanations: [] } => "no finding explains this failure",
        { IsNamed: true } => "explained by:",
        _ => "may be explained by:",
    };
}
