namespace Recoup.Contracts.Findings.Reports;

/// <summary>
/// Writes Markdown for pull requests: a table of totals, the actions with the worst finding first, and a table by rule. Compatible and
/// accepted findings are collapsed.
/// </summary>
/// <remarks>
/// Catalog text is untrusted. It is always written as code, because a renderer makes no link, mention, image or tag of code. Escapes would
/// not be enough: GitHub turns bare addresses, issue numbers and commit hashes into links.
/// </remarks>
internal sealed class MarkdownReport : IReportWriter
{
    private const int MostNames = 20;

    public string Name => "markdown";

    public void Write(Report report, TextWriter output)
    {
        output.Write($"## {report.Title}\n\n{Code(report.BeforeName)} → {Code(report.AfterName)}\n\n");
        WriteTotals(output, report);
        foreach (var note in report.Notes)
            output.Write(
                $"\n> **{Words.Of(note.Kind)}**: "
                    + $"{Code(note.Message)}{(note.Location is null ? "" : $" ({Code(note.Location.ToString())})")}\n");
        var groups = ReportGroups.ByAction(report);
        foreach (var group in groups.Where(group => group.Findings[0].Verdict != Verdict.Compatible))
            Write(output, report, group);
        WriteFolded(output, report, Words.WithProof(Verdict.Compatible, report.Scale),
            [.. groups.Where(group => group.Findings[0].Verdict == Verdict.Compatible).SelectMany(group => group.Findings)]);
        WriteFolded(output, report, "accepted", [.. report.Shown.Where(finding => finding.Acceptance is not null)]);
        WriteRules(output, report);
        if (report.Tests is { } tests)
            WriteTests(output, report, tests);
    }

    private static void WriteTests(TextWriter output, Report report, RehearsedTests tests)
    {
        output.Write($"\n### Tests\n\n{Code(TestWords.Summary(report))}\n");
        if (tests.Broken.Count > 0)
            output.Write('\n');
        foreach (var broken in tests.Broken)
        {
            output.Write($"- {Code(broken.Test.Name)}: {Code(TestWords.Message(broken))}\n");
            if (broken.Explanations.Count == 0)
                output.Write($"  - {TestWords.Explained(broken)}\n");
            foreach (var finding in broken.Explanations)
                output.Write($"  - {TestWords.Explained(broken)} {Code(Words.WithAction(finding))} ({RulePages.Link(finding.Rule)})\n");
        }

        foreach (var (title, others) in TestWords.Others(report))
        {
            output.Write(FormattableString.Invariant($"\n<details><summary>other tests: {others.Count}</summary>\n\n{Code(title)}\n\n"));
            foreach (var test in others)
                output.Write($"- {Code(test.Name)}\n");
            output.Write("\n</details>\n");
        }
    }

    private static void WriteTotals(TextWriter output, Report report)
    {
        var totals = report.Totals;
        if (report.Scale == ReportScale.Severities)
        {
            output.Write("| error | warning | note |\n|---|---|---|\n");
            output.Write(FormattableString.Invariant($"| {totals.Breaking} | {totals.Unproven} | {totals.Behavior} |\n"));
            return;
        }

        output.Write("| breaking (proved) | unproven | behavior | compatible (proved) | accepted |\n|---|---|---|---|---|\n");
        output.Write(FormattableString.Invariant(
            $"| {totals.Breaking} | {totals.Unproven} | {totals.Behavior} | {totals.Compatible} | {totals.Accepted} |\n"));
        if (report.Hidden.Count > 0)
            output.Write($"\nNot listed: {string.Join(", ", report.Hidden.OrderDescending().Select(Words.Of))}\n");
    }

    private static void WriteRules(TextWriter output, Report report)
    {
        if (report.Totals.ByRule.Count == 0)
            return;
        output.Write("\n| rule | verdict | findings |\n|---|---|---|\n");
        foreach (var total in report.Totals.ByRule.OrderByDescending(total => total.Verdict).ThenByDescending(total => total.Count))
            output.Write(FormattableString.Invariant(
                $"| {Code(total.Rule)} | {Words.WithProof(total.Verdict, report.Scale)} | {total.Count} |\n"));
    }

    private static void Write(TextWriter output, Report report, ActionGroup group)
    {
        output.Write($"\n### {Code(group.Name)}\n\n");
        foreach (var finding in group.Findings)
            Write(output, report, finding, "");
    }

    private static void WriteFolded(TextWriter output, Report report, string title, List<Finding> findings)
    {
        if (findings.Count == 0)
            return;
        output.Write(FormattableString.Invariant($"\n<details><summary>{title}: {findings.Count}</summary>\n\n"));
        foreach (var finding in findings)
            Write(output, report, finding, finding.Action is null ? "" : Code(finding.Action) + " ");
        output.Write("\n</details>\n");
    }

    private static void Write(TextWriter output, Report report, Finding finding, string action)
    {
        output.Write(
            $"- {action}**{Words.WithProof(finding.Verdict, report.Scale)}** {Code(finding.Message)} "
                + $"({RulePages.Link(finding.Rule)}{(finding.Location is null ? "" : ", " + Code(finding.Location.ToString()))})\n");
        if (finding.Witness is { } witness)
            output.Write($"  - {Words.Of(witness)}: {Code(Words.Value(witness))}: {Code(witness.Violation)}\n");
        if (finding is { Reason: { } reason, Verdict: not Verdict.Compatible })
            output.Write($"  - because {Code(reason)}\n");
        foreach (var effect in SourceWords.Of(finding))
            output.Write($"  - {Code(effect)}\n");
        if (finding.Affected.Count > 0)
            output.Write($"  - {string.Join(", ", finding.Affected.Take(MostNames).Select(Code))}"
                + (finding.Affected.Count > MostNames
                    ? FormattableString.Invariant($" and {finding.Affected.Count - MostNames} more")
                    : "") + "\n");
        if (finding.Acceptance is { } acceptance)
            output.Write(FormattableString.Invariant($"  - until {acceptance.Expires:yyyy-MM-dd}: {Code(acceptance.Reason)}\n"));
    }

    /// <summary>A code span with a fence that is longer than any run of backticks in the text (CommonMark, section 6.1).</summary>
    private static string Code(string text)
    {
        text = TextLines.OneLine(text);
        var longest = 0;
        for (int i = 0, run = 0; i < text.Length; i++)
        {
            run = text[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        // A span needs a character, and one that begins or ends with a backtick or a space needs a space that is removed again.
        var fence = new string('`', longest + 1);
        return longest == 0 && text.Length > 0 && text[0] != ' ' && text[^1] != ' ' ? fence + text + fence : $"{fence} {text} {fence}";
    }
}
