namespace Recoup.Contracts.Findings.Reports;

/// <summary>
/// Writes text for people at a terminal: a block for each action, the action with the worst finding first, and a table by rule at the end.
/// </summary>
internal sealed class TextReport : IReportWriter
{
    private const int MostNames = 8;

    public string Name => "text";

    public void Write(Report report, TextWriter output)
    {
        var text = new TextLines(output);
        text.Line($"{report.Title}: {report.BeforeName} -> {report.AfterName}");
        foreach (var note in report.Notes.Where(note => note.Kind != NoteKind.Information))
            Write(text, note);
        foreach (var action in ReportGroups.ByAction(report))
        {
            text.Blank();
            text.Line(action.Name);
            foreach (var finding in action.Findings)
                Write(text, report, finding);
        }

        WriteAccepted(text, report);

        // Remarks come last, so that they do not push the findings out of sight.
        WriteRemarks(text, report);
        RuleTableText.Write(text, report, int.MaxValue);
        if (report.Tests is { } tests)
            WriteTests(text, report, tests);
        text.Blank();
        text.Line(ReportGroups.LastLine(report));
        if (report.Tests is not null)
            text.Line(TestWords.Summary(report));
    }

    private static void WriteTests(TextLines text, Report report, RehearsedTests tests)
    {
        if (tests.Broken.Count > 0)
        {
            text.Blank();
            text.Line($"Tests that fail only with {report.AfterName}:");
        }

        foreach (var broken in tests.Broken)
        {
            text.Line($"  {broken.Test.Name}");
            text.Line($"      {TestWords.Message(broken)}");
            if (broken.Explanations.Count == 0)
                text.Line($"      {TestWords.Explained(broken)}");
            foreach (var finding in broken.Explanations)
            {
                text.Line($"      {TestWords.Explained(broken)} {Words.WithAction(finding)}");
                text.Line($"        {(finding.Location is { } location ? $"{location}  " : "")}{ReportGroups.RuleIds(finding)}");
            }
        }

        foreach (var (title, others) in TestWords.Others(report))
        {
            text.Blank();
            text.Line($"Tests that {title}:");
            foreach (var test in others)
                text.Line($"  {test.Name}");
        }
    }

    private static void Write(TextLines text, Note note)
    {
        text.Blank();
        text.Line($"{HeadingTable.StartOf(note.Kind)} {note.Message}");
        if (note.Location is { } location)
            text.Line($"  {location}");
    }

    private static void WriteRemarks(TextLines text, Report report)
    {
        var remarks = report.Notes.Where(note => note.Kind == NoteKind.Information).ToList();
        if (remarks.Count > 0)
            text.Blank();
        foreach (var remark in remarks)
            text.Line($"{HeadingTable.StartOf(remark.Kind)} {remark.Message}" + (remark.Location is { } location ? $" ({location})" : ""));
    }

    private static void Write(TextLines text, Report report, Finding finding)
    {
        text.Line($"  {HeadingTable.StartOf(finding.Verdict, report.Scale)} {finding.Message}");
        var where = finding.Location is { } location ? $"{location}  " : "";
        text.Line($"      {where}{ReportGroups.RuleIds(finding)}");
        if (finding.Witness is { } witness)
        {
            text.Line($"      {Words.Of(witness)}: {Words.Value(witness)}");
            text.Line($"        {witness.Violation}");
        }

        if (finding is { Reason: { } reason, Verdict: not Verdict.Compatible })
            text.Line($"      because {reason}");
        foreach (var effect in SourceWords.Of(finding))
            text.Line($"      {effect}");
        if (finding.Affected.Count > 0)
            text.Line($"      {Words.Names(finding.Affected, MostNames)}");
    }

    private static void WriteAccepted(TextLines text, Report report)
    {
        var accepted = report.Shown.Where(finding => finding.Acceptance is not null).ToList();
        if (accepted.Count == 0)
            return;
        text.Blank();
        text.Line(FormattableString.Invariant($"ACCEPTED: {accepted.Count}"));
        foreach (var finding in accepted)
        {
            text.Line($"  {Words.WithAction(finding)} ({finding.Rule.Id})");
            text.Line(FormattableString.Invariant($"      until {finding.Acceptance!.Expires:yyyy-MM-dd}: {finding.Acceptance.Reason}"));
        }
    }
}
