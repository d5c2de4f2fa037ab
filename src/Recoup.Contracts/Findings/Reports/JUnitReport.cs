using System.Globalization;
using System.Xml;

namespace Recoup.Contracts.Findings.Reports;

/// <summary>
/// Writes JUnit XML: a suite for each action and a case for each finding. Breaking and unproven findings fail; accepted ones are skipped.
/// </summary>
internal sealed class JUnitReport : IReportWriter
{
    public string Name => "junit";

    public void Write(Report report, TextWriter output)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CheckCharacters = false };
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            Attribute(xml, "name", $"{report.Title}: {report.BeforeName} -> {report.AfterName}");
            Counts(xml, report, [.. report.Shown], NotesThatFail(report), report.Tests?.Broken.Count ?? 0);
            foreach (var action in report.Shown.GroupBy(finding => finding.Action ?? "(document)"))
            {
                xml.WriteStartElement("testsuite");
                Attribute(xml, "name", action.Key);
                Counts(xml, report, [.. action], 0);
                foreach (var finding in action)
                    Case(xml, report, action.Key, finding);
                xml.WriteEndElement();
            }

            WriteNotes(xml, report);
            WriteTests(xml, report);
            xml.WriteEndElement();
        }

        output.Write("\n");
    }

    private static void Case(XmlWriter xml, Report report, string action, Finding finding)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", action);
        Attribute(xml, "name", $"{finding.Rule.Id} {(finding.Pointer.Length == 0 ? "/" : finding.Pointer)}");
        if (finding.Location is { Path: { } path } location)
        {
            Attribute(xml, "file", path);
            Attribute(xml, "line", location.Line.ToString(CultureInfo.InvariantCulture));
        }

        if (finding.Acceptance is { } acceptance)
        {
            xml.WriteStartElement("skipped");
            Attribute(xml, "message", FormattableString.Invariant($"accepted until {acceptance.Expires:yyyy-MM-dd}: {acceptance.Reason}"));
            xml.WriteEndElement();
        }
        else if (Fails(report, finding))
        {
            xml.WriteStartElement("failure");
            Attribute(xml, "message", finding.Message);
            Attribute(xml, "type", Words.WithProof(finding.Verdict, report.Scale));
            xml.WriteString(Clean(Details(finding)));
            xml.WriteEndElement();
        }
        else if (report.Scale == ReportScale.Severities)
        {
            xml.WriteElementString("system-out", Clean($"{Words.Severity(finding.Verdict)}: {Details(finding)}"));
        }

        xml.WriteEndElement();
    }

    private static void WriteNotes(XmlWriter xml, Report report)
    {
        if (NotesThatFail(report) == 0)
            return;
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", "(comparison)");
        Counts(xml, report, [], NotesThatFail(report));
        foreach (var note in report.Notes.Where(note => note.Kind == NoteKind.Suspect))
        {
            xml.WriteStartElement("testcase");
            Attribute(xml, "classname", "(comparison)");
            Attribute(xml, "name", Words.Of(note.Kind));
            xml.WriteStartElement("error");
            Attribute(xml, "message", note.Message);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // The tests that break are cases of their own. The others have their place in the report of the runner.
    private static void WriteTests(XmlWriter xml, Report report)
    {
        if (report.Tests is not { Broken: { Count: > 0 } broken })
            return;
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", "(tests)");
        Counts(xml, report, [], 0, broken.Count);
        foreach (var test in broken)
        {
            xml.WriteStartElement("testcase");
            Attribute(xml, "classname", "(tests)");
            Attribute(xml, "name", test.Test.Name);
            xml.WriteStartElement("failure");
            Attribute(xml, "message", TestWords.Message(test));
            xml.WriteString(Clean(TestWords.Text(test)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static int NotesThatFail(Report report) => report.Notes.Count(note => note.Kind == NoteKind.Suspect);

    private static bool Fails(Report report, Finding finding) => finding.Acceptance is null
        && finding.Verdict >= report.MildestFailure;

    private static string Details(Finding finding)
    {
        var lines = new List<string> { finding.Message };
        if (finding.Location is { } location)
            lines.Add($"at {location}");
        if (finding.Witness is { } witness)
            lines.AddRange([$"{Words.Of(witness)}: {Words.Value(witness)}", witness.Violation]);
        if (finding.Reason is { } reason)
            lines.Add("because " + reason);
        return string.Join("\n", lines.Select(TextLines.OneLine));
    }

    private static void Counts(XmlWriter xml, Report report, IReadOnlyList<Finding> findings, int errors, int brokenTests = 0)
    {
        Attribute(xml, "tests", (findings.Count + errors + brokenTests).ToString(CultureInfo.InvariantCulture));
        var failures = findings.Count(finding => Fails(report, finding)) + brokenTests;
        Attribute(xml, "failures", failures.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "errors", errors.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "skipped", findings.Count(finding => finding.Acceptance is not null).ToString(CultureInfo.InvariantCulture));
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Clean(value));

    /// <summary>Replaces characters that XML 1.0 does not allow even escaped (section 2.2) by U+FFFD.</summary>
    private static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]))
                return new string([.. text.Select((c, at) => XmlConvert.IsXmlChar(c) || IsPaired(text, at) ? c : '\uFFFD')]);
        }

        return text;
    }

    private static bool IsPaired(string text, int at) =>
        (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));
}
