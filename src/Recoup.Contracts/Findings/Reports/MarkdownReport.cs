namespace Recoup.Contracts.Findings.Reports;

/// <summary>
/// Writes Markdown for pull requests: a table of totals, then a section for each verdict. Compatible findings are collapsed.
/// </summary>
internal sealed class MarkdownReport : IReportWriter
{
    private const int MostNames = 20;

    public string Name => "markdown";

    public void Write(Report report, TextWriter output)
    {
        var totals = report.Totals;
        output.Write($"## {Text(report.Title)}\n\n{Code(report.BeforeName)} → {Code(report.AfterName)}\n\n");
        if (report.Scale == ReportScale.Severities)
        {
            output.Write("| error | warning | note |\n|---|---|---|\n");
            output.Write(FormattableString.Invariant($"| {totals.Breaking} | {totals.Unproven} | {totals.Behavior} |\n"));
        }
        else
        {
            output.Write("| breaking (proved) | unproven | behavior | compatible (proved) | accepted |\n|---|---|---|---|---|\n");
            output.Write(FormattableString.Invariant(
                $"| {totals.Breaking} | {totals.Unproven} | {totals.Behavior} | {totals.Compatible} | {totals.Accepted} |\n"));
        }

        foreach (var note in report.Notes)
            output.Write(
                $"\n> **{Words.Of(note.Kind)}**: "
                    + $"{Text(note.Message)}{(note.Location is null ? "" : $" ({Code(note.Location.ToString())})")}\n");
        foreach (var (verdict, _) in VerdictTable.Rows)
        {
            var findings = report.Open.Where(finding => finding.Verdict == verdict).ToList();
            Write(output, Words.WithProof(verdict, report.Scale), findings, isFolded: verdict == Verdict.Compatible);
        }

        Write(output, "accepted", [.. report.Findings.Where(finding => finding.Acceptance is not null)], isFolded: true);
    }

    private static void Write(TextWriter output, string title, List<Finding> findings, bool isFolded)
    {
        if (findings.Count == 0)
            return;
        output.Write(isFolded
            ? FormattableString.Invariant($"\n<details><summary>{title}: {findings.Count}</summary>\n\n")
            : FormattableString.Invariant($"\n### {title}: {findings.Count}\n\n"));
        foreach (var finding in findings)
            Write(output, finding);
        if (isFolded)
            output.Write("\n</details>\n");
    }

    private static void Write(TextWriter output, Finding finding)
    {
        var action = finding.Action is null ? "" : $"**{Text(finding.Action)}** ";
        output.Write(
            $"- {action}{Text(finding.Message)} "
                + $"({Code(finding.Rule.Id)}{(finding.Location is null ? "" : ", " + Code(finding.Location.ToString()))})\n");
        if (finding.Witness is { } witness)
            output.Write($"  - {Words.Of(witness)}: {Code(Words.Value(witness))}: {Text(witness.Violation)}\n");
        if (finding is { Reason: { } reason, Verdict: not Verdict.Compatible })
            output.Write($"  - because {Text(reason)}\n");
        if (finding.Source is { } source)
            output.Write($"  - {Text(TextReport.Of(source))}\n");
        if (finding.Affected.Count > 0)
            output.Write($"  - {string.Join(", ", finding.Affected.Take(MostNames).Select(Code))}"
                + (finding.Affected.Count > MostNames
                    ? FormattableString.Invariant($" and {finding.Affected.Count - MostNames} more")
                    : "") + "\n");
        if (finding.Acceptance is { } acceptance)
            output.Write(FormattableString.Invariant($"  - until {acceptance.Expires:yyyy-MM-dd}: {Text(acceptance.Reason)}\n"));
    }

    /// <summary>Escapes text. Catalog text is untrusted: it must not open a tag, a link, a mention or a table cell.</summary>
    private static string Text(string text)
    {
        var safe = new System.Text.StringBuilder();
        foreach (var character in text)
        {
            if (character is '\n' or '\r')
                safe.Append(' ');
            else if (character == '<')
                safe.Append("&lt;");
            else if (character == '@')
                safe.Append("&#64;");
            else if ("\\`*_[]|~#!".Contains(character, StringComparison.Ordinal))
                safe.Append('\\').Append(character);
            else
                safe.Append(character);
        }

        return safe.ToString();
    }

    /// <summary>A code span with a fence that is longer than any run of backticks in the text (CommonMark, section 6.1).</summary>
    private static string Code(string text)
    {
        text = text.Replace('\n', ' ').Replace('\r', ' ');
        var longest = 0;
        for (int i = 0, run = 0; i < text.Length; i++)
        {
            run = text[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return longest == 0 ? fence + text + fence : $"{fence} {text} {fence}";
    }
}
