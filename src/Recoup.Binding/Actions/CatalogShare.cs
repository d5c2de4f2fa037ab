using Recoup.Catalogs;
using Recoup.Catalogs.Slugs;

namespace Recoup.Binding.Actions;

/// <summary>
/// What one catalog contributes to each connector. Depends on that catalog alone.
/// </summary>
/// <param name="Selection">The catalog, and which of its actions are wanted.</param>
/// <param name="Connectors">The wanted actions, by connector.</param>
/// <param name="KnownConnectors">The slugs of all its connectors, wanted or not.</param>
/// <param name="UnmatchedFilters">The filters that match nothing in it.</param>
internal sealed record CatalogShare(
    CatalogSelection Selection,
    EquatableArray<ConnectorShare> Connectors,
    EquatableArray<string> KnownConnectors,
    EquatableArray<CatalogFilter> UnmatchedFilters)
{
    /// <summary>Divides a catalog among the connectors. O(n log n) in the number of its actions.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="cancellation">Cancels the work between two actions.</param>
    public static CatalogShare Of(CatalogSelection catalog, CancellationToken cancellation = default)
    {
        var filters = catalog.Filters.Select(filter => new Matcher(filter)).ToArray();
        var connectorFilters = Array.FindAll(filters, matcher => matcher.Filter.Kind == CatalogFilterKind.Connectors);
        var actionFilters = Array.FindAll(filters, matcher => matcher.Filter.Kind == CatalogFilterKind.Actions);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var wanted = new Dictionary<string, List<NamedAction>>(StringComparer.Ordinal);
        foreach (var action in catalog.Actions)
        {
            cancellation.ThrowIfCancellationRequested();
            var (connector, name) = ConnectorResolver.Resolve(action.Slug, action.ConnectorSlug);
            known.Add(connector);

            var isConnector = MatchesAny(connectorFilters, connector, action.ConnectorSlug);
            var isAction = MatchesAny(actionFilters, action.Slug);
            if (!isConnector || !isAction)
                continue;
            if (!wanted.TryGetValue(connector, out var actions))
                wanted.Add(connector, actions = []);
            actions.Add(new NamedAction(action, name));
        }

        cancellation.ThrowIfCancellationRequested();
        var groups = wanted.Keys.OrderBy(connector => connector, StringComparer.Ordinal).Select(connector =>
            new ConnectorShare(connector, new(wanted[connector].OrderBy(named => named.Action.Slug, StringComparer.Ordinal))));
        var unmatched = filters.Where(matcher => !matcher.HasMatched).Select(matcher => matcher.Filter);
        return new CatalogShare(catalog, new(groups), Ordered(known), new(unmatched));
    }

    // Every filter sees every action, so that each knows whether it matched at all.
    private static bool MatchesAny(IEnumerable<Matcher> matchers, params string[] texts)
    {
        var (isFiltered, matches) = (false, false);
        foreach (var matcher in matchers)
        {
            isFiltered = true;
            foreach (var text in texts)
                matches |= matcher.Matches(text);
        }

        return matches || !isFiltered;
    }

    private static EquatableArray<string> Ordered(IEnumerable<string> slugs) =>
        new(slugs.Distinct(StringComparer.Ordinal).OrderBy(slug => slug, StringComparer.Ordinal));

    private sealed class Matcher(CatalogFilter filter)
    {
        public CatalogFilter Filter => filter;

        public bool HasMatched { get; private set; }

        public bool Matches(string text)
        {
            var matches = Glob.IsMatch(text, filter.Pattern);
            HasMatched |= matches;
            return matches;
        }
    }
}

/// <summary>What one catalog contributes to one connector.</summary>
/// <param name="Slug">The connector's slug.</param>
/// <param name="Actions">The actions, by slug.</param>
internal sealed record ConnectorShare(string Slug, EquatableArray<NamedAction> Actions);
