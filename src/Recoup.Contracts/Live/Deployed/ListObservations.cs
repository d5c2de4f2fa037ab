using Recoup.Catalogs;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;

namespace Recoup.Contracts.Live.Deployed;

/// <summary>Evaluates how the server fills its two lists. Yields nothing if both behaviors would look alike.</summary>
internal static class ListObservations
{
    private const string MetaPrefix = "COMPOSIO_";

    /// <param name="catalog">The live list of actions.</param>
    /// <param name="connectors">The live list of connectors.</param>
    /// <param name="snapshot">The stored catalog, or null.</param>
    /// <param name="routes">The operations.</param>
    /// <param name="probe">The probe that fetched the list of connectors.</param>
    public static IEnumerable<Observation> Of(
        RecoupCatalog catalog, IReadOnlyList<LiveConnector> connectors, RecoupCatalog? snapshot, ApiRoutes routes, string probe)
    {
        if (catalog.Actions.Count == 0)
            return [];
        var (listActions, listConnectors) = (new ListSite(routes.ListActions, "P8"), new ListSite(routes.ListConnectors, probe));
        return Names(catalog, listActions)
            .Concat(Connectors(catalog, connectors, listConnectors))
            .Concat(Connections(catalog, connectors, snapshot, listActions with { Probe = probe }, listConnectors));
    }

    private static IEnumerable<Observation> Names(RecoupCatalog catalog, ListSite list)
    {
        var (repeated, named) = Split(catalog.Actions, action => action.Name == action.Slug);
        if (repeated.Count > 0)
            yield return list.See(
                "D9", ObservedBehavior.Deployed, Several(repeated, "has its slug as its name", "have their slugs as their names"));
        if (named.Count > 0)
            yield return list.See(
                "D9", ObservedBehavior.Documented, Several(named, $"is named '{named[0].Name}'", "have names of their own"));
    }

    // The slug's text before its first underscore is often the connector's slug: then both behaviors look alike.
    private static IEnumerable<Observation> Connectors(RecoupCatalog catalog, IReadOnlyList<LiveConnector> connectors, ListSite list)
    {
        var listed = connectors.Select(connector => connector.Slug).ToHashSet(StringComparer.Ordinal);
        var (known, strays) = Split(catalog.Actions, action => listed.Contains(action.ConnectorSlug));
        var (shortened, others) = Split(strays, action => action.ConnectorSlug == ConnectorPrefix.Of(action.Slug));
        if (shortened.Count > 0)
            yield return list.See("D10", ObservedBehavior.Deployed, Strays(shortened));
        var reported = known.FindAll(action => IsMeta(action.Slug) || action.ConnectorSlug != ConnectorPrefix.Of(action.Slug));
        if (reported.Count > 0)
            yield return list.See(
                "D10",
                ObservedBehavior.Documented,
                Several(reported, $"belongs to '{reported[0].ConnectorSlug}', which is listed", "belong to connectors that are listed"));
        if (others.Count > 0)
            yield return list.See(
                "D10",
                ObservedBehavior.Other,
                Strays(others),
                "a slug of the list of connectors, or the action's slug up to its first underscore");
    }

    private static IEnumerable<Observation> Connections(
        RecoupCatalog catalog, IReadOnlyList<LiveConnector> connectors, RecoupCatalog? snapshot, ListSite actions, ListSite list)
    {
        var byConnector = catalog.Actions.ToLookup(action => action.ConnectorSlug, StringComparer.Ordinal);
        var unlisted = new List<string>();
        var listed = new List<CatalogAction>();
        foreach (var connector in connectors.Where(connector => !connector.IsConnected && connector.Slug != MetaConnector.Slug))
        {
            var own = byConnector[connector.Slug].ToList();
            if (own.Count == 0)
                unlisted.Add(connector.Slug);
            else if (own.Find(action => !action.IsConnected) is { } unconnected)
                listed.Add(unconnected);
            else
                yield return list.See(
                    "D11",
                    ObservedBehavior.Deployed,
                    $"{own[0].Slug} is connected although its connector '{connector.Slug}' is not");
            if (connector.HasConnection)
                yield return list.See(
                    "D19", ObservedBehavior.Deployed, $"'{connector.Slug}' is not connected but has a connectedAccountId");
        }

        if (listed.Count > 0)
            yield return actions.See(
                "D8",
                ObservedBehavior.Documented,
                Several(listed, "is listed although it is not connected", "are listed although they are not connected"));

        // Beside connectors whose actions are listed, only one that is known to have actions shows anything.
        if (listed.Count > 0)
            unlisted.RemoveAll(slug => snapshot?.Actions.Any(action => action.ConnectorSlug == slug) != true);
        if (unlisted.Count > 0)
            yield return actions.See(
                "D8",
                ObservedBehavior.Deployed,
                unlisted.Count == 1
                    ? $"'{unlisted[0]}' is not connected, and no action of it is listed"
                    : $"'{string.Join("', '", unlisted)}' are not connected, and no action of them is listed");
    }

    /// <summary>Whether an action is a meta-action of the provider, which can find, connect and run others.</summary>
    public static bool IsMeta(string slug) => slug.StartsWith(MetaPrefix, StringComparison.Ordinal);

    private static (List<CatalogAction> Those, List<CatalogAction> Others) Split(
        IEnumerable<CatalogAction> actions, Func<CatalogAction, bool> condition)
    {
        var parts = actions.ToLookup(condition);
        return ([.. parts[true]], [.. parts[false]]);
    }

    private static string Strays(List<CatalogAction> actions) => Several(actions, "belongs", "belong")
        + (actions.TrueForAll(action => action.ConnectorSlug == actions[0].ConnectorSlug)
            ? $" to '{actions[0].ConnectorSlug}', which is not listed"
            : " to connectors that are not listed");

    // The first action, and how many more there are.
    private static string Several(List<CatalogAction> actions, string one, string many) => actions.Count == 1
        ? $"{actions[0].Slug} {one}"
        : FormattableString.Invariant($"{actions[0].Slug} and {actions.Count - 1} more {many}");

    /// <summary>A list, and the probe that fetched it.</summary>
    private sealed record ListSite(ApiOperation List, string Probe)
    {
        private string Operation => $"{List.Method} {List.Path}";

        public Observation See(string row, ObservedBehavior behavior, string evidence, string expected = "") =>
            new(row, behavior, new ProbeStep(Probe), Operation, $"{Operation}: {evidence}", expected);
    }
}
