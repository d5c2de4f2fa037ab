using System.Globalization;
using Recoup.Contracts.Rules;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels.Source;

/// <summary>
/// A server that lists properties in another order, or describes results from one day to the next, changes hundreds of methods: one finding
/// for all methods of a connector that it does the same to, not hundreds.
/// </summary>
internal static class SourceCollapse
{
    private const int MostAlone = 10;

    public static IReadOnlyList<Finding> Collapse(IReadOnlyList<Finding> findings)
    {
        var groups = findings.Where(finding => finding.Rule == SourceRules.Order || (finding.Rule == SourceRules.Result && finding.Change != Change.Changed))
            .GroupBy(finding => (finding.Rule, Class: finding.Source!.Member.Split('.')[0], finding.Source.PositionalCalls, finding.Source.Uses, finding.Change, finding.Verdict))
            .Where(group => group.Count() > MostAlone).ToList();
        return groups.Count == 0 ? findings : [.. findings.Except(groups.SelectMany(group => group)), .. groups.Select(group => One(group.Key.Class, [.. group]))];
    }

    private static Finding One(string connector, List<Finding> group)
    {
        var first = group.OrderBy(finding => finding.Action, StringComparer.Ordinal).First();
        var (pointer, message, reason) = first.Rule == SourceRules.Order ? Order(first, connector, group.Count) : Result(first, connector, group.Count);
        return first with
        {
            Action = null,
            Pointer = $"/classes/{connector}/{pointer}",
            Message = message,
            Reason = $"{reason}; the first action is {first.Action}",
            Source = first.Source! with { Member = connector },
            Affected = [.. group.Select(finding => finding.Action!).Order(StringComparer.Ordinal)],
            ContentHash = ContentHash.Of(string.Join("\n", group.Select(finding => finding.ContentHash).Order(StringComparer.Ordinal)), null),
        };
    }

    private static (string Pointer, string Message, string Reason) Order(Finding first, string connector, int count)
    {
        var effect = first.Source!.PositionalCalls is { } code ? $"no longer compile ({code})" : "compile but pass values to other parameters";
        var warned = first.Verdict == Verdict.Breaking ? "some of which no analyzer warns about" : "about which the analyzers warn (RCP0041)";
        return (
            first.Source.PositionalCalls ?? "order",
            string.Create(CultureInfo.InvariantCulture, $"the server lists properties in another order: the parameters of {count} methods of {connector} have moved"),
            $"calls by name are not affected; calls by position, {warned}, {effect}");
    }

    private static (string Pointer, string Message, string Reason) Result(Finding first, string connector, int count)
    {
        var effect = first.Change == Change.Added ? "now described: the calls return views instead of JSON" : "no longer described: the calls return JSON instead of views";
        return (
            "results",
            string.Create(CultureInfo.InvariantCulture, $"the results of {count} methods of {connector} are {effect}"),
            $"calls still compile; code that reads the results no longer compiles ({first.Source!.Uses})");
    }
}
