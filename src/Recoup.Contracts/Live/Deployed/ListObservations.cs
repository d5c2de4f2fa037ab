using Recoup.Catalogs;
using Recoup.Contracts.Findings.Reports;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;

namespace Recoup.Contracts.Live.Deployed;

/// <summary>Evaluates how the server fills its two lists. Yields nothing if both behaviors would look alike.</summary>
internal static class ListObservations
{
    private const string MetaPrefix = "COMPOSIO_";

    public static IEnumerable<Observation> Of(
        RecoupCatalog catalog, IReadOnlyList<LiveConnector> connectors, ApiRoutes routes, string probe)
    {
        var actions = catalog.Actions;
        var (listActions, listConnectors) =
            ($"{routes.ListActions.Method} {routes.ListActions.Path}", $"{routes.ListConnectors.Method} {routes.ListConnectors.Path}");
        if (actions.Count == 0)
            yield break;

        var named = actions.Where(action => action.Name != action.Slug).ToList();
        yield return named.Count == 0
            ? See("D9", ObservedBehavior.Deployed, listActions, $"each of {Count(actions.Count, "action")} has its slug as its name")
            : See("D9", ObservedBehavior.Documented, listActions, $"{named[0].Slug} is named '{named[0].Name}'");

        var listed = connectors.Select(connector => connector.Slug).ToHashSet(StringComparer.Ordinal);
        if (actions.FirstOrDefault(action => !listed.Contains(action.ConnectorSlug)) is { } stray)
            yield return See(
                "D10", ObservedBehavior.Deployed, listConnectors, $"{stray.Slug} belongs to '{stray.ConnectorSlug}', which is not listed");
        else if (actions.FirstOrDefault(action => IsMeta(action.Slug)) is { } meta)
            yield return See("D10", ObservedBehavior.Documented, listConnectors, $"'{meta.ConnectorSlug}' of {meta.Slug} is listed");

        var byConnector = actions.ToLookup(action => action.ConnectorSlug, StringComparer.Ordinal);
        foreach (var connector in connectors.Where(connector => !connector.IsConnected && connector.Slug != MetaConnector.Slug))
        {
            var own = byConnector[connector.Slug].ToList();
            if (own.Count == 0)
                yield return See(
                    "D8", ObservedBehavior.Deployed, listActions, $"no action of '{connector.Slug}', which is not connected, is listed");
            else if (own.Any(action => !action.IsConnected))
                yield return See(
                    "D8",
                    ObservedBehavior.Documented,
                    listActions,
                    $"{own.First(action => !action.IsConnected).Slug} is listed although it is not connected");
            else
                yield return See(
                    "D11",
                    ObservedBehavior.Deployed,
                    listConnectors,
                    $"{own[0].Slug} is connected although its connector '{connector.Slug}' is not");
            if (connector.HasConnection)
                yield return See(
                    "D19", ObservedBehavior.Deployed, listConnectors, $"'{connector.Slug}' is not connected but has a connectedAccountId");
        }

        Observation See(string row, ObservedBehavior behavior, string operation, string evidence) =>
            new(row, behavior, new ProbeStep(row == "D9" ? "P8" : probe), operation, $"{operation}: {evidence}");
    }

    /// <summary>Whether an action is a meta-action of the provider, which can find, connect and run others.</summary>
    public static bool IsMeta(string slug) => slug.StartsWith(MetaPrefix, StringComparison.Ordinal);

    private static string Count(int count, string one) => Words.Count(count, one);
}
