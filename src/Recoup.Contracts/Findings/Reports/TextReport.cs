namespace Recoup.Contracts.Findings.Reports;

/// <summary>Writes text for people at a terminal: the worst findings first, one block for each action.</summary>
internal sealed class TextReport : IReportWriter
{
    private const int MostNames = 8;

    public string Name => "text";

    public void Write(Report report, TextWriter output)
    {
        Line(output, $"{report.Title}: {report.BeforeName} -> {report.AfterName}");
        foreach (var note in report.Notes.Where(note => note.Kind != NoteKind.Information))
            Line(output, "\n" + Of(note));
        foreach (var row in VerdictTable.Rows)
            WriteVerdict(output, report, row.Verdict);
        WriteAccepted(output, report);

        // Remarks come last, so that they do not push the findings out of sight.
        var remarks = report.Notes.Where(note => note.Kind == NoteKind.Information).Select(Of).ToList();
        if (remarks.Count > 0)
            Line(output, "\n" + string.Join('\n', remarks));
        Line(output, "");
        Line(output, report.Findings.Count == 0 && !report.IsSuspect ? "No change: " + Words.Count(report.Compared, "action") + " compared"
            : $"{Words.Count(report.Compared, "action")} compared: {Words.Summary(report)}");
    }

    private static string Of(Note note) => $"{HeadingTable.StartOf(note.Kind)} {note.Message}"
        + (note.Location is null ? "" : $"\n  {note.Location}");

    private static void WriteVerdict(TextWriter output, Report report, Verdict verdict)
    {
        var findings = report.Open.Where(finding => finding.Verdict == verdict).ToList();
        if (findings.Count == 0)
            return;
        Line(output, "");
        Line(output, FormattableString.Invariant($"{HeadingTable.StartOf(verdict, report.Scale)} {findings.Count}"));
        foreach (var action in findings.GroupBy(finding => finding.Action ?? ""))
        {
            Line(output, "");
            Line(output, "  " + (action.Key.Length == 0 ? "(the whole document)" : action.Key));
            foreach (var finding in action)
                Write(output, finding);
        }
    }

    private static void Write(TextWriter output, Finding finding)
    {
        Line(output, $"    {finding.Message}");
        var where = finding.Location is { } location ? $"{location}  " : "";
        Line(output, $"      {where}{finding.Rule.Id}");
        if (finding.Witness is { } witness)
        {
            Line(output, $"      {Words.Of(witness)}: {Words.Value(witness)}");
            Line(output, $"        {witness.Violation}");
        }

        if (finding is { Reason: { } reason, Verdict: not Verdict.Compatible })
            Line(output, $"      because {reason}");
        if (finding.Source is { } source)
            Line(output, "      " + Of(source));
        if (finding.Affected.Count > 0)
            Line(output, "      " + Names(finding.Affected));
    }

    private static void WriteAccepted(TextWriter output, Report report)
    {
        var accepted = report.Findings.Where(finding => finding.Acceptance is not null).ToList();
        if (accepted.Count == 0)
            return;
        Line(output, "");
        Line(output, FormattableString.Invariant($"ACCEPTED: {accepted.Count}"));
        foreach (var finding in accepted)
        {
            Line(output, $"    {finding.Action} {finding.Rule.Id}: {finding.Message}");
            Line(output, FormattableString.Invariant($"      until {finding.Acceptance!.Expires:yyyy-MM-dd}: {finding.Acceptance.Reason}"));
        }
    }

    public static string Of(SourceImpact source) => source switch
    {
        { Uses: { } uses } => $"{source.Member}: code that reads, sets or names it no longer compiles ({uses})",
        { NamedCalls: { } named } => $"{source.Member}: calls no longer compile ({named})",
        { ShortestCalls: { } shortest } => $"{source.Member}: calls that leave it out no longer compile ({shortest})",
        { PositionalCalls: { } positional } => $"{source.Member}: calls by position no longer compile ({positional}); calls by name still do",
        { MeansAnother: true } => $"{source.Member}: calls by position compile but pass the value to another parameter; calls by name stay correct",
        _ => $"{source.Member}: calls still compile",
    };

    private static string Names(IReadOnlyList<string> names) => string.Join(", ", names.Take(MostNames))
        + (names.Count > MostNames ? FormattableString.Invariant($" and {names.Count - MostNames} more") : "");

    private static void Line(TextWriter output, string line) => output.Write(line + "\n");
}
