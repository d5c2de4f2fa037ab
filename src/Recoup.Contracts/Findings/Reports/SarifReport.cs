using System.Text.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Findings.Reports;

/// <summary>Writes SARIF 2.1.0 (OASIS Standard) for code scanning.</summary>
internal sealed class SarifReport : IReportWriter
{
    public string Name => "sarif";

    public void Write(Report report, TextWriter output) => IndentedJson.Write(output, json =>
    {
        var rules = report.Shown.Select(finding => finding.Rule)
            .DistinctBy(rule => rule.Id)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ToList();
        var indices = rules.Select((rule, index) => (rule.Id, index))
            .ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var finding in report.Shown)
            WriteResult(json, report, finding, indices[finding.Rule.Id]);
        json.WriteEndArray();
        WriteInvocation(json, report);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, List<Rule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "recoup");
        json.WriteString("informationUri", RulePages.Tool);
        json.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", Pascal(rule.Id));
            Message(json, "shortDescription", rule.Title + ".");
            Message(json, "fullDescription", FullDescription(rule));
            json.WriteString("helpUri", RulePages.AddressOf(rule));
            WriteHelp(json, rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // GitHub shows the help next to an alert, so a reader needs no other page.
    private static void WriteHelp(Utf8JsonWriter json, Rule rule)
    {
        var page = RulePages.TextOf(rule);
        json.WriteStartObject("help");
        json.WriteString("text", page);
        json.WriteString("markdown", page);
        json.WriteEndObject();
    }

    private static string FullDescription(Rule rule) => rule.Level == RuleLevel.Generator
        ? $"{rule.Title}. The generator and 'recoup check' report it."
        : $"{rule.Title}. 'recoup diff' and 'recoup verify' report it, with a verdict: breaking, unproven, behavior or compatible.";

    private static string Pascal(string id) => string.Concat(id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static void WriteResult(Utf8JsonWriter json, Report report, Finding finding, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", finding.Verdict switch { Verdict.Breaking => "error", Verdict.Unproven => "warning", _ => "note" });
        Message(json, "message", Text(finding));
        json.WriteStartArray("locations");
        if (finding.Location is { } location)
            WriteLocation(json, location, finding);
        json.WriteEndArray();
        if (finding is { BeforeLocation: { } before, AfterLocation: not null })
        {
            json.WriteStartArray("relatedLocations");
            WriteLocation(json, before, null, "before");
            json.WriteEndArray();
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("recoup/v1", $"{finding.Rule.Id}:{finding.Action}:{finding.Pointer}:{finding.ContentHash}");
        json.WriteEndObject();
        if (finding.Acceptance is { } acceptance)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", FormattableString.Invariant($"{acceptance.Reason} (until {acceptance.Expires:yyyy-MM-dd})"));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (report.Scale == ReportScale.Verdicts)
            WriteProperties(json, finding);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("verdict", Words.Of(finding.Verdict));
        json.WriteString("change", Words.Of(finding.Change));
        if (finding.Direction is { } direction)
            json.WriteString("direction", Words.Of(direction));
        if (finding.Witness is { } witness)
        {
            json.WritePropertyName("witness");
            witness.Instance.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Location location, Finding? finding, string? message = null)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", ToUri(location.Path ?? "document.json"));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", location.Line);
        json.WriteNumber("startColumn", location.Column);
        json.WriteNumber("endLine", location.Range.End.Line);
        json.WriteNumber("endColumn", location.Range.End.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        if (finding?.Action is { } action)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", action);
            json.WriteString("fullyQualifiedName", action + "#" + finding.Pointer);
            json.WriteString("kind", "member");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (message is not null)
            Message(json, "message", message);
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", !report.IsSuspect);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var note in report.Notes)
        {
            json.WriteStartObject();
            json.WriteString(
                "level",
                note.Kind switch { NoteKind.Suspect => "error", NoteKind.Information or NoteKind.Executed => "note", _ => "warning" });
            Message(json, "message", note.Message);
            if (note.Location is { } location)
            {
                json.WriteStartArray("locations");
                WriteLocation(json, location, null);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        foreach (var broken in report.Tests?.Broken ?? [])
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            Message(json, "message", $"the test {broken.Test.Name} fails only with {report.AfterName}: {TestWords.Text(broken)}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Text(Finding finding)
    {
        var text = Words.WithAction(finding);
        if (finding.Witness is { } witness)
            text += $". {Words.Of(witness)}: {Words.Value(witness)} ({witness.Violation})";
        return finding is { Verdict: Verdict.Unproven, Reason: { } reason } ? $"{text}, because {reason}" : text;
    }

    // A consumer makes a link of [text](target) also in plain text (SARIF, section 3.11.6), and catalog text is untrusted.
    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text.Replace("](", "] (", StringComparison.Ordinal));
        json.WriteEndObject();
    }

    /// <summary>A path as a URI reference (SARIF, section 3.4.3). Relative paths stay relative.</summary>
    private static string ToUri(string path) => Path.IsPathFullyQualified(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
