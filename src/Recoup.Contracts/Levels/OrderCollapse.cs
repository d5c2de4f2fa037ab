using System.Globalization;
using Recoup.Contracts.Rules;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels;

/// <summary>
/// A server that lists properties in another order moves the parameters of hundreds of methods: one finding for all methods of a connector
/// that it does the same to, not hundreds.
/// </summary>
internal static class OrderCollapse
{
    private const int MostAlone = 10;

    public static IReadOnlyList<Finding> Collapse(IReadOnlyList<Finding> findings)
    {
        var groups = findings.Where(finding => finding.Rule == SourceRules.Order)
            .GroupBy(finding => (Class: finding.Source!.Method.Split('.')[0], finding.Source.PositionalCalls, finding.Verdict))
            .Where(group => group.Count() > MostAlone).ToList();
        return groups.Count == 0 ? findings : [.. findings.Except(groups.SelectMany(group => group)), .. groups.Select(group => One(group.Key.Class, [.. group]))];
    }

    private static Finding One(string connector, List<Finding> group)
    {
        var first = group.OrderBy(finding => finding.Action, StringComparer.Ordinal).First();
        var effect = first.Source!.PositionalCalls is { } code ? $"do not compile any more ({code})" : "compile and mean another parameter";
        var warned = first.Verdict == Verdict.Breaking ? "some of which no analyzer warns of" : "of which the analyzers warn (RCP0041)";
        return first with
        {
            Action = null,
            Pointer = $"/classes/{connector}/{first.Source.PositionalCalls ?? "order"}",
            Message = string.Create(CultureInfo.InvariantCulture, $"the server lists properties in another order: the parameters of {group.Count} methods of {connector} have moved"),
            Reason = $"calls by name are not touched; calls by position, {warned}, {effect}; {first.Action} is the first of them",
            Source = first.Source with { Method = connector },
            Affected = [.. group.Select(finding => finding.Action!).Order(StringComparer.Ordinal)],
            ContentHash = ContentHash.Of(string.Join("\n", group.Select(finding => finding.ContentHash).Order(StringComparer.Ordinal)), null),
        };
    }
}
