using Recoup.Contracts.Levels;
using Recoup.Contracts.Verification;

namespace Recoup.Contracts.Deployed;

/// <summary>What the two lists show about how the server fills them. Silent wherever both behaviors would look alike.</summary>
internal static class ListSightings
{
    private const string MetaPrefix = "COMPOSIO_";

    public static IEnumerable<Sighting> Of(ProbeRun run, string probe)
    {
        var actions = run.Catalog.Catalog!.Actions;
        var routes = run.Api.Routes;
        var (list, connectors) = ($"{routes.ListActions.Method} {routes.ListActions.Path}", $"{routes.ListConnectors.Method} {routes.ListConnectors.Path}");
        if (actions.Count == 0)
            yield break;

        var named = actions.Where(action => action.Name != action.Slug).ToList();
        yield return named.Count == 0
            ? See("D9", SightedState.Deployed, list, $"each of {Count(actions.Count, "action")} has its slug as its name")
            : See("D9", SightedState.Documented, list, $"{named[0].Slug} is named '{named[0].Name}'");

        var listed = run.Connectors.Select(connector => connector.Slug).ToHashSet(StringComparer.Ordinal);
        if (actions.FirstOrDefault(action => !listed.Contains(action.ConnectorSlug)) is { } stray)
            yield return See("D10", SightedState.Deployed, connectors, $"{stray.Slug} belongs to '{stray.ConnectorSlug}', which is not listed");
        else if (actions.FirstOrDefault(action => IsMeta(action.Slug)) is { } meta)
            yield return See("D10", SightedState.Documented, connectors, $"'{meta.ConnectorSlug}' of {meta.Slug} is listed");

        var byConnector = actions.ToLookup(action => action.ConnectorSlug, StringComparer.Ordinal);
        foreach (var connector in run.Connectors.Where(connector => !connector.IsConnected && connector.Slug != CatalogPairs.MetaConnector))
        {
            var own = byConnector[connector.Slug].ToList();
            if (own.Count == 0)
                yield return See("D8", SightedState.Deployed, list, $"no action of '{connector.Slug}', which is not connected, is listed");
            else if (own.Any(action => !action.IsConnected))
                yield return See("D8", SightedState.Documented, list, $"{own.First(action => !action.IsConnected).Slug} is listed although it is not connected");
            else
                yield return See("D11", SightedState.Deployed, connectors, $"{own[0].Slug} is connected although its connector '{connector.Slug}' is not");
            if (connector.HasConnection)
                yield return See("D19", SightedState.Deployed, connectors, $"'{connector.Slug}' is not connected but has a connectedAccountId");
        }

        Sighting See(string row, SightedState state, string operation, string evidence) => new(row, state, row == "D9" ? "P8" : probe, operation, $"{operation}: {evidence}");
    }

    /// <summary>Whether an action is one of the provider's, that can find, connect and run others.</summary>
    public static bool IsMeta(string slug) => slug.StartsWith(MetaPrefix, StringComparison.Ordinal);

    private static string Count(int count, string one) => Reports.Words.Count(count, one);
}
