using Recoup.Contracts.Json;

namespace Recoup.Contracts.Findings.Reports;

/// <summary>Arranges a report for people.</summary>
internal static class ReportGroups
{
    /// <summary>The name of the group of findings about no single action.</summary>
    public const string WholeDocument = "(the whole document)";

    /// <summary>
    /// The open findings by action. A report lists the worst finding first, so the action with the worst finding comes first.
    /// </summary>
    public static IReadOnlyList<ActionGroup> ByAction(Report report) =>
    [
        .. report.Shown.Where(finding => finding.Acceptance is null)
            .GroupBy(finding => finding.Action, StringComparer.Ordinal)
            .Select(group => new ActionGroup(group.Key is { } slug ? Excerpt.Shorten(slug) : WholeDocument, [.. group])),
    ];

    /// <summary>The rules of a finding: its own, then those of its parts.</summary>
    public static string RuleIds(Finding finding) =>
        string.Join(", ", finding.Parts.Select(part => part.Rule.Id).Prepend(finding.Rule.Id).Distinct(StringComparer.Ordinal));

    /// <summary>The numbers of a group by verdict, for example <c>2 breaking, 1 behavior</c>.</summary>
    public static string Counts(IReadOnlyList<Finding> findings, ReportScale scale) => string.Join(", ", VerdictTable.Rows
        .Select(row => (row.Verdict, Count: findings.Count(finding => finding.Verdict == row.Verdict)))
        .Where(row => row.Count > 0)
        .Select(row => scale == ReportScale.Severities
            ? Words.Count(row.Count, Words.Severity(row.Verdict))
            : FormattableString.Invariant($"{row.Count} {Words.Of(row.Verdict)}")));

    /// <summary>The last line of a report: what was compared, and the totals.</summary>
    public static string LastLine(Report report) => report.Findings.Count == 0 && !report.IsSuspect
        ? "No change: " + Words.Count(report.Compared, "action") + " compared"
        : $"{Words.Count(report.Compared, "action")} compared: {Words.Summary(report)}{Hidden(report)}";

    private static string Hidden(Report report) => report.Hidden.Count == 0
        ? ""
        : $" (not listed: {string.Join(", ", report.Hidden.OrderDescending().Select(Words.Of))})";
}
