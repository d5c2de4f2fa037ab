using Recoup.Binding.Names;
using Recoup.Catalogs;

namespace Recoup.Binding.Actions;

/// <summary>
/// What one catalog contributes to each connector. Depends on that catalog and on the connector slugs of all catalogs: an edit elsewhere
/// changes nothing.
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
    /// <summary>The slugs of the connectors that the actions of a catalog name, in ordinal order.</summary>
    public static EquatableArray<string> ConnectorSlugs(CatalogSelection catalog) =>
        Ordered(catalog.Actions.Select(action => action.ConnectorSlug));

    /// <summary>The slugs of the connectors that any catalog names, in ordinal order.</summary>
    public static EquatableArray<string> Union(IEnumerable<EquatableArray<string>> slugs) => Ordered(slugs.SelectMany(one => one));

    /// <summary>Divides a catalog among the connectors. O(n log n) in the number of its actions.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="connectorSlugs">The connectors that any catalog of the project names.</param>
    public static CatalogShare Of(CatalogSelection catalog, EquatableArray<string> connectorSlugs)
    {
        var resolver = new ConnectorResolver(connectorSlugs);
        var filters = catalog.Filters.ToLookup(filter => filter.Kind, filter => new Matcher(filter));
        var known = new HashSet<string>(StringComparer.Ordinal);
        var wanted = new List<(string Connector, NamedAction Action)>();
        foreach (var action in catalog.Actions)
        {
            var (connector, name) = resolver.Resolve(action);
            known.Add(connector);

            var isConnector = MatchesAny(filters[CatalogFilterKind.Connectors], connector, action.ConnectorSlug);
            var isAction = MatchesAny(filters[CatalogFilterKind.Actions], action.Slug);
            if (isConnector && isAction)
                wanted.Add((connector, new NamedAction(action, name)));
        }

        var groups = wanted.GroupBy(item => item.Connector, item => item.Action, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ConnectorShare(group.Key, new(group.OrderBy(named => named.Action.Slug, StringComparer.Ordinal))));
        var unmatched = filters.SelectMany(matchers => matchers).Where(matcher => !matcher.HasMatched).Select(matcher => matcher.Filter);
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
