using System.Globalization;
using Recoup.Contracts.Rules;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels;

/// <summary>A server that lists properties in another order moves the parameters of hundreds of methods: one finding for a connector, not hundreds.</summary>
internal static class OrderCollapse
{
    private const int MostAlone = 10;

    public static IReadOnlyList<Finding> Collapse(IReadOnlyList<Finding> findings)
    {
        var groups = findings.Where(finding => finding.Rule == SourceRules.Order).GroupBy(finding => finding.Source!.Method.Split('.')[0], StringComparer.Ordinal)
            .Where(group => group.Count() > MostAlone).ToList();
        return groups.Count == 0 ? findings : [.. findings.Except(groups.SelectMany(group => group)), .. groups.Select(One)];
    }

    private static Finding One(IGrouping<string, Finding> group)
    {
        var worst = group.OrderByDescending(finding => finding.Verdict).ThenBy(finding => finding.Action, StringComparer.Ordinal).First();
        var breaking = group.Count(finding => finding.Verdict == Verdict.Breaking);
        var silent = group.Count(finding => finding.Source!.MeansAnother);
        return worst with
        {
            Action = null,
            Pointer = "/connectors/" + group.Key,
            Message = string.Create(CultureInfo.InvariantCulture,
                $"the parameters of {group.Count()} methods of {group.Key} stand in another order: the server lists properties differently, for example in {worst.Action}"),
            Reason = string.Create(CultureInfo.InvariantCulture,
                $"calls by name are not touched; with all arguments by position, {group.Count() - silent} do not compile any more and {silent} mean another parameter; {breaking} of them no analyzer has warned of (RCP0041)"),
            Affected = [.. group.Select(finding => finding.Action!).Order(StringComparer.Ordinal)],
            ContentHash = ContentHash.Of(string.Join("\n", group.Select(finding => finding.ContentHash).Order(StringComparer.Ordinal)), null),
        };
    }
}
