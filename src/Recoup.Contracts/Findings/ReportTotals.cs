namespace Recoup.Contracts;

/// <summary>The numbers of findings in a report.</summary>
/// <param name="Breaking">Open findings that are <see cref="Verdict.Breaking"/>.</param>
/// <param name="Unproven">Open findings that are <see cref="Verdict.Unproven"/>.</param>
/// <param name="Behavior">Open findings that are <see cref="Verdict.Behavior"/>.</param>
/// <param name="Compatible">Open findings that are <see cref="Verdict.Compatible"/>.</param>
/// <param name="Accepted">Findings that an accept file tolerates.</param>
/// <param name="ByRule">Open findings by rule id and verdict, sorted by id, then the worst verdict first.</param>
public sealed record ReportTotals(
    int Breaking, int Unproven, int Behavior, int Compatible, int Accepted, IReadOnlyList<RuleTotal> ByRule)
{
    internal static ReportTotals Of(Report report)
    {
        var open = report.Open.ToList();
        return new(
            Count(Verdict.Breaking), Count(Verdict.Unproven), Count(Verdict.Behavior), Count(Verdict.Compatible),
            report.Findings.Count - open.Count,
            [.. open.GroupBy(finding => (finding.Rule.Id, finding.Verdict))
                .OrderBy(group => group.Key.Id, StringComparer.Ordinal).ThenByDescending(group => group.Key.Verdict)
                .Select(group => new RuleTotal(group.Key.Id, group.Key.Verdict, group.Count()))]);

        int Count(Verdict verdict) => open.Count(finding => finding.Verdict == verdict);
    }
}
