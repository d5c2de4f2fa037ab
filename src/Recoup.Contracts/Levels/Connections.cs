using Recoup.Catalogs;
using Recoup.Contracts.Rules;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels;

/// <summary>Connectors that were connected and are not, or the reverse: one finding for each, for a connection is the connector's.</summary>
internal static class Connections
{
    public static IEnumerable<Finding> Compare(CatalogPairs pairs, Sides sides) => pairs.Common
        .Where(pair => pair.Old.IsConnected != pair.New.IsConnected)
        .GroupBy(pair => (pair.New.ConnectorSlug, pair.New.IsConnected))
        .OrderBy(group => group.Key.ConnectorSlug, StringComparer.Ordinal).ThenBy(group => group.Key.IsConnected)
        .Select(group => Finding(group.Key.ConnectorSlug, group.Key.IsConnected, [.. group], sides));

    private static Finding Finding(string connector, bool isConnected, List<(CatalogAction Old, CatalogAction New)> pairs, Sides sides)
    {
        var (old, @new) = pairs[0];
        return new Finding
        {
            Rule = CatalogRules.Connection,
            Verdict = isConnected ? Verdict.Compatible : Verdict.Breaking,
            Change = isConnected ? Change.Added : Change.Removed,
            Message = isConnected ? $"the connector '{connector}' is now connected" : $"the connector '{connector}' is no longer connected: the server responds with 409",
            Pointer = "/connectors/" + Normalization.Place.Escape(connector) + "/isConnected",
            Affected = [.. pairs.Select(pair => pair.New.Slug)],
            Before = isConnected ? "false" : "true",
            After = isConnected ? "true" : "false",
            OldLocation = sides.InOld(old.Source["isConnected"], DocumentPointer.Of(sides.Old, old) + "/isConnected"),
            NewLocation = sides.InNew(@new.Source["isConnected"], DocumentPointer.Of(sides.New, @new) + "/isConnected"),
            ContentHash = ContentHash.Of(connector + ":" + !isConnected, connector + ":" + isConnected),
        };
    }
}
