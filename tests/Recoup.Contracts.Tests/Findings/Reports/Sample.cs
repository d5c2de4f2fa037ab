using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Reports;

namespace Recoup.Contracts.Tests.Findings.Reports;

/// <summary>A report with one of everything, some of it hostile.</summary>
internal static class Sample
{
    private static readonly string Before = """
        {"success":true,"actions":[
        {"slug":"GITHUB_CREATE_ISSUE","name":"GITHUB_CREATE_ISSUE","description":"Creates.","connectorSlug":"github",\
        "isConnected":true,"parameters":{"type":"object",
          "properties":{"owner":{"type":"string"},"title":{"type":"string"},"state":{"type":"string","enum":["open","closed"]},\
        "note":{"type":"string","pattern":"(?=a)b|^c"}},
          "required":["owner"],"additionalProperties":false}},
        {"slug":"GITHUB_GET_USER","name":"GITHUB_GET_USER","description":"Reads.","connectorSlug":"github","isConnected":true,\
        "parameters":{"type":"object","properties":{},"additionalProperties":false}}]}
        """.Replace("\\\n", "", StringComparison.Ordinal);

    private static readonly string After = """
        {"success":true,"actions":[
        {"slug":"GITHUB_CREATE_ISSUE","name":"GITHUB_CREATE_ISSUE",\
        "description":"Creates <script>, @all: 100%,\n| ::error::`x` ]]>.\u0001","connectorSlug":"github","isConnected":true,\
        "parameters":{"type":"object",
          "properties":{"owner":{"type":"string"},"title":{"type":"string"},"state":{"type":"string","enum":["open"]},"note":\
        {"type":"string","pattern":"(?=a)b|^(c)"},"extra":{"type":"integer","default":1}},
          "required":["owner","title"],"additionalProperties":false}}]}
        """.Replace("\\\n", "", StringComparison.Ordinal);

    public static Report Report { get; } = Diff.Of(Before, After);

    public static Report Accepted { get; } = Diff.Of(Before, After, new DiffOptions
    {
        Accepted = AcceptFile.Parse(Entries(Report, "2026-12-31")),
        TimeProvider = new FixedTime(new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero)),
    });

    public static Report Suspect { get; } = Diff.Of(Before, """{"success":true,"actions":[]}""");

    /// <summary>The report of a rehearsal whose tests have hostile names and messages.</summary>
    public static Report Rehearsed { get; } = Report with
    {
        Tests = new RehearsedTests
        {
            Count = 5,
            Broken =
            [
                new(Failed("My.Tests.Creates(title: \"@all `x` ]]>\u0001\n::error::\")"), [Report.Findings[0]], IsNamed: true),
                new(Failed("My.Tests.Reads"), [Report.Findings[1]], IsNamed: false),
                new(Failed("My.Tests.Writes") with { Message = "" }, [], IsNamed: false),
            ],
            FailingAlready = [Failed("My.Tests.Fails")],
            Healed = [Failed("My.Tests.Sometimes")],
            NotRun = [],
        },
    };

    public static Report Compare(DiffOptions options) => Diff.Of(Before, After, options);

    private static TestCaseResult Failed(string name) =>
        new(name, TestOutcome.Failed, "\n  expected <b> | 1,\n::error:: got 2\n", "at My.Tests");

    public static string Entries(Report report, string day)
    {
        using var text = new StringWriter();
        AcceptFile.Write(
            report,
            "Known, <b>fix</b> planned.",
            DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            text);
        return text.ToString();
    }

    public static string Write(string format, Report report)
    {
        using var text = new StringWriter();
        ReportWriterTable.Find(format).ShouldNotBeNull().Write(report, text);

        // A build for publication links to its own repository.
        return RuleTable.All.Aggregate(
            text.ToString(), (written, rule) => written.Replace(RulePages.AddressOf(rule), RulePages.Tool, StringComparison.Ordinal));
    }

    internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
