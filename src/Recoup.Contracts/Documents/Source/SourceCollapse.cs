using System.Globalization;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Source;

/// <summary>
/// Merges equal findings about many methods of a connector. A server that lists properties in another order, or starts to describe results,
/// changes hundreds of methods at once.
/// </summary>
internal static class SourceCollapse
{
    private const int MostAlone = 10;

    public static IReadOnlyList<Finding> Collapse(IReadOnlyList<SourceFinding> findings)
    {
        var groups = findings.Where(found => IsCollapsible(found.Finding))
            .GroupBy(found => (
                found.Class,
                found.Finding.Rule,
                found.Impact.PositionalCalls,
                found.Impact.Uses,
                found.Finding.Change,
                found.Finding.Verdict))
            .Where(group => group.Count() > MostAlone)
            .ToList();
        var alone = findings.Except(groups.SelectMany(group => group)).Select(found => found.Finding);
        return [.. alone, .. groups.Select(group => One(group.Key.Class, [.. group.Select(found => found.Finding)]))];
    }

    private static bool IsCollapsible(Finding finding) =>
        finding.Rule == SourceRules.Order || (finding.Rule == SourceRules.Result && finding.Change != Change.Changed);

    private static Finding One(string connector, List<Finding> group)
    {
        var first = group.OrderBy(finding => finding.Action, StringComparer.Ordinal).First();
        var (pointer, message, reason) = first.Rule == SourceRules.Order
            ? Order(first, connector, group.Count)
            : Result(first, connector, group.Count);
        return first with
        {
            Action = null,
            Pointer = $"/classes/{connector}/{pointer}",
            Message = message,
            Reason = $"{reason}; the first action is {first.Action}",
            Source = first.Source! with { Member = connector },
            Affected = [.. group.Select(finding => finding.Action!).Order(StringComparer.Ordinal)],
            ContentHash = ContentHash.Of(
                string.Join("\n", group.Select(finding => finding.ContentHash).Order(StringComparer.Ordinal)), null),
        };
    }

    private static (string Pointer, string Message, string Reason) Order(Finding first, string connector, int count)
    {
        var effect = first.Source!.PositionalCalls is { } code
            ? $"no longer compile ({code})"
            : "compile but pass values to other parameters";
        var warned = first.Verdict == Verdict.Breaking
            ? "some of which no analyzer warns about"
            : "about which the analyzers warn (RCP0041)";
        return (
            first.Source.PositionalCalls ?? "order",
            string.Create(
                CultureInfo.InvariantCulture,
                $"the server lists properties in another order: the parameters of {count} methods of {connector} have moved"),
            $"calls by name are not affected; calls by position, {warned}, {effect}");
    }

    private static (string Pointer, string Message, string Reason) Result(Finding first, string connector, int count)
    {
        var effect = first.Change == Change.Added
            ? "now described: the calls return views instead of JSON"
            : "no longer described: the calls return JSON instead of views";
        return (
            "results",
            string.Create(CultureInfo.InvariantCulture, $"the results of {count} methods of {connector} are {effect}"),
            $"calls still compile; code that reads the results no longer compiles ({first.Source!.Uses})");
    }
}
