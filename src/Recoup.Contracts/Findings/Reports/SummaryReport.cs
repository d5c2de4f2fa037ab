namespace Recoup.Contracts.Findings.Reports;

/// <summary>
/// Writes what fits on one screen: the rules with the worst findings, the actions with the worst findings, and the totals.
/// </summary>
internal static class SummaryReport
{
    // With the headings, the blank lines and a note, this is a terminal of 24 lines.
    private const int MostRules = 9;
    private const int MostActions = 5;
    private const int MostNotes = 2;

    public static void Write(Report report, TextWriter output)
    {
        var text = new TextLines(output);
        text.Line($"{report.Title}: {report.BeforeName} -> {report.AfterName}");
        foreach (var note in report.Notes.Where(note => note.Kind == NoteKind.Suspect).Take(MostNotes))
            text.Line($"{HeadingTable.StartOf(note.Kind)} {note.Message}");
        RuleTableText.Write(text, report, MostRules);
        var actions = ReportGroups.ByAction(report);
        if (actions.Count > 0)
        {
            text.Blank();
            foreach (var action in actions.Take(MostActions))
                text.Line($"{action.Name}: {ReportGroups.Counts(action.Findings, report.Scale)}");
            if (actions.Count > MostActions)
                text.Line(Words.Count(actions.Count - MostActions, "more action"));
        }

        text.Blank();
        text.Line(ReportGroups.LastLine(report));
        if (report.Tests is not null)
            text.Line(TestWords.Summary(report));
    }
}
