using System.Globalization;

namespace Recoup.Contracts.Findings.Reports;

/// <summary>The table of open findings by rule, in aligned columns. The rules with the worst findings come first.</summary>
internal static class RuleTableText
{
    private const string Head = "rule";

    public static void Write(TextLines text, Report report, int mostRules)
    {
        var rows = report.Totals.ByRule.GroupBy(total => total.Rule, StringComparer.Ordinal)
            .Select(rule => (Name: rule.Key, Counts: VerdictTable.Rows.Select(row => rule.Where(total => total.Verdict == row.Verdict)
                .Sum(total => total.Count)).ToArray()))
            .OrderByDescending(row => row.Counts[0]).ThenByDescending(row => row.Counts[1]).ThenByDescending(row => row.Counts[2])
            .ThenByDescending(row => row.Counts[3]).ThenBy(row => row.Name, StringComparer.Ordinal)
            .ToList();
        if (rows.Count == 0)
            return;
        if (rows.Count > mostRules)
        {
            var rest = rows.Skip(mostRules - 1).ToList();
            var counts = VerdictTable.Rows.Select((_, at) => rest.Sum(row => row.Counts[at])).ToArray();
            rows = [.. rows.Take(mostRules - 1), (FormattableString.Invariant($"{rest.Count} more rules"), counts)];
        }

        var names = VerdictTable.Rows.Select(row => report.Scale == ReportScale.Severities ? Words.Severity(row.Verdict) : row.Name);
        var columns = names.Take(report.Scale == ReportScale.Severities ? 3 : 4).ToList();
        var width = rows.Max(row => Math.Max(row.Name.Length, Head.Length));
        text.Blank();
        text.Line(Head.PadRight(width) + string.Concat(columns.Select(column => "  " + column)));
        foreach (var row in rows)
            text.Line(row.Name.PadRight(width) + string.Concat(columns.Select((column, at) =>
                "  " + row.Counts[at].ToString(CultureInfo.InvariantCulture).PadLeft(column.Length))));
    }
}
