using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Catalogs;

/// <summary>
/// Finds connectors whose connection changed. There is one finding per connector, because a connection belongs to the connector.
/// </summary>
internal static class Connections
{
    public static IEnumerable<Finding> Compare(CatalogPairs pairs, DocumentPair documents) => pairs.Changed
        .Where(pair => pair.Before.IsConnected != pair.After.IsConnected)
        .GroupBy(pair => (pair.After.ConnectorSlug, pair.After.IsConnected))
        .OrderBy(group => group.Key.ConnectorSlug, StringComparer.Ordinal).ThenBy(group => group.Key.IsConnected)
        .Select(group => Finding(group.Key.ConnectorSlug, group.Key.IsConnected, [.. group], documents));

    private static Finding Finding(
        string connector, bool isConnected, List<(CatalogAction Before, CatalogAction After)> pairs, DocumentPair documents)
    {
        var (before, after) = pairs[0];
        return new Finding
        {
            Rule = CatalogRules.Connection,
            Verdict = isConnected ? Verdict.Compatible : Verdict.Breaking,
            Change = isConnected ? Change.Added : Change.Removed,
            Message = isConnected
                ? $"the connector '{connector}' is now connected"
                : $"the connector '{connector}' is no longer connected: the server responds with 409",
            Pointer = JsonPointer.Of("connectors", connector, "isConnected"),
            Affected = [.. pairs.Select(pair => pair.After.Slug)],
            Before = isConnected ? "false" : "true",
            After = isConnected ? "true" : "false",
            BeforeLocation = documents.InBefore(before.Source["isConnected"], before.Pointer + "/isConnected"),
            AfterLocation = documents.InAfter(after.Source["isConnected"], after.Pointer + "/isConnected"),
            ContentHash = ContentHash.Of(connector + ":" + !isConnected, connector + ":" + isConnected),
        };
    }
}
