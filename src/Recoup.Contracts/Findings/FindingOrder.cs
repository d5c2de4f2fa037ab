namespace Recoup.Contracts.Findings;

/// <summary>The order of findings in a report: the worst first, then by action and pointer.</summary>
internal static class FindingOrder
{
    public static IReadOnlyList<Finding> Sort(IEnumerable<Finding> findings) =>
    [
        .. findings.OrderByDescending(finding => finding.Verdict)
            .ThenBy(finding => finding.Action ?? "", StringComparer.Ordinal)
            .ThenBy(finding => finding.Direction)
            .ThenBy(finding => finding.Pointer, StringComparer.Ordinal)
            .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Change)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];
}
