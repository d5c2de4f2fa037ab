using System.Text.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Findings.Reports;

/// <summary>Writes the whole report for programs, as described by <c>report.schema.json</c>.</summary>
internal sealed class JsonReport : IReportWriter
{
    private const int FormatVersion = 1;

    public string Name => "json";

    public void Write(Report report, TextWriter output) => IndentedJson.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", FormatVersion);
        json.WriteString("title", report.Title);
        json.WriteString("old", report.BeforeName);
        json.WriteString("new", report.AfterName);
        json.WriteNumber("compared", report.Compared);
        json.WriteBoolean("suspect", report.IsSuspect);
        WriteTotals(json, report.Totals);
        json.WriteStartArray("findings");
        foreach (var finding in report.Shown)
            Write(json, report, finding);
        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in report.Notes)
        {
            json.WriteStartObject();
            json.WriteString("kind", Words.Of(note.Kind));
            json.WriteString("message", note.Message);
            Write(json, "location", note.Location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (report.Tests is { } tests)
            Write(json, tests);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, RehearsedTests tests)
    {
        json.WriteStartObject("tests");
        json.WriteNumber("count", tests.Count);
        json.WriteStartArray("broken");
        foreach (var broken in tests.Broken)
        {
            json.WriteStartObject();
            json.WriteString("test", broken.Test.Name);
            json.WriteString("message", broken.Test.Message);
            json.WriteBoolean("named", broken.IsNamed);
            json.WriteStartArray("explanations");
            foreach (var finding in broken.Explanations)
            {
                json.WriteStartObject();
                json.WriteString("rule", finding.Rule.Id);
                Write(json, "action", finding.Action);
                json.WriteString("pointer", finding.Pointer);
                json.WriteString("message", finding.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "failingAlready", tests.FailingAlready);
        Write(json, "healed", tests.Healed);
        Write(json, "notRun", tests.NotRun);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<TestCaseResult> tests)
    {
        json.WriteStartArray(name);
        foreach (var test in tests)
            json.WriteStringValue(test.Name);
        json.WriteEndArray();
    }

    private static void WriteTotals(Utf8JsonWriter json, ReportTotals totals)
    {
        json.WriteStartObject("totals");
        json.WriteNumber("breaking", totals.Breaking);
        json.WriteNumber("unproven", totals.Unproven);
        json.WriteNumber("behavior", totals.Behavior);
        json.WriteNumber("compatible", totals.Compatible);
        json.WriteNumber("accepted", totals.Accepted);
        json.WriteStartArray("rules");
        foreach (var total in totals.ByRule)
        {
            json.WriteStartObject();
            json.WriteString("rule", total.Rule);
            json.WriteString("verdict", Words.Of(total.Verdict));
            json.WriteNumber("count", total.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Report report, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("page", RulePages.AddressOf(finding.Rule));
        json.WriteString("level", Words.Of(finding.Rule.Level));
        json.WriteString("verdict", Words.Of(finding.Verdict));
        Write(json, "severity", report.Scale == ReportScale.Severities ? Words.Severity(finding.Verdict) : null);
        json.WriteString("change", Words.Of(finding.Change));
        if (finding.Direction is { } direction)
            json.WriteString("direction", Words.Of(direction));
        Write(json, "action", finding.Action);
        json.WriteString("pointer", finding.Pointer);
        json.WriteString("message", finding.Message);
        Write(json, "before", finding.Before);
        Write(json, "after", finding.After);
        Write(json, "reason", finding.Reason);
        Write(json, "oldLocation", finding.BeforeLocation);
        Write(json, "newLocation", finding.AfterLocation);
        if (finding.Witness is { } witness)
            Write(json, witness);
        if (finding.Source is { } source)
            Write(json, source);
        if (finding.Affected.Count > 0)
        {
            json.WriteStartArray("affected");
            foreach (var slug in finding.Affected)
                json.WriteStringValue(slug);
            json.WriteEndArray();
        }

        if (finding.Parts.Count > 0)
            WriteParts(json, finding.Parts);
        json.WriteString("contentHash", finding.ContentHash);
        if (finding.Acceptance is { } acceptance)
        {
            json.WriteStartObject("acceptance");
            json.WriteString("reason", acceptance.Reason);
            json.WriteString("expires", FormattableString.Invariant($"{acceptance.Expires:yyyy-MM-dd}"));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, IReadOnlyList<Finding> parts)
    {
        json.WriteStartArray("parts");
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("rule", part.Rule.Id);
            json.WriteString("verdict", Words.Of(part.Verdict));
            json.WriteString("pointer", part.Pointer);
            json.WriteString("message", part.Message);
            if (part.Source is { } source)
                Write(json, source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Witness witness)
    {
        json.WriteStartObject("witness");
        json.WritePropertyName("instance");
        witness.Instance.WriteTo(json);
        json.WriteString("acceptedBy", Words.Of(witness.AcceptedBy));
        json.WriteString("rejectedBy", Words.Of(witness.RejectedBy));
        json.WriteString("violation", witness.Violation);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SourceImpact source)
    {
        json.WriteStartObject("source");
        json.WriteString("member", source.Member);
        Write(json, "namedCalls", source.NamedCalls);
        Write(json, "positionalCalls", source.PositionalCalls);
        Write(json, "shortestCalls", source.ShortestCalls);
        Write(json, "uses", source.Uses);
        json.WriteBoolean("meansAnother", source.MeansAnother);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void Write(Utf8JsonWriter json, string name, Location? location)
    {
        if (location is null)
            return;
        json.WriteStartObject(name);
        Write(json, "path", location.Path);
        json.WriteString("pointer", location.Pointer);
        json.WriteNumber("line", location.Line);
        json.WriteNumber("column", location.Column);
        json.WriteNumber("endLine", location.Range.End.Line);
        json.WriteNumber("endColumn", location.Range.End.Column);
        json.WriteEndObject();
    }
}
