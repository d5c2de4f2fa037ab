using Recoup.Binding.Names;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>What one catalog gives to each connector. Depends on the catalog and the connectors' slugs of all: an edit elsewhere leaves it as it was.</summary>
/// <param name="Selection">The catalog and what of it is wanted.</param>
/// <param name="Connectors">The wanted actions, by connector.</param>
/// <param name="KnownConnectors">The slugs of all its connectors, wanted or not.</param>
/// <param name="Problems">Filters that match nothing.</param>
public sealed record CatalogShare(
    CatalogSelection Selection, EquatableArray<ConnectorShare> Connectors, EquatableArray<string> KnownConnectors, EquatableArray<Problem> Problems)
{
    /// <summary>The connectors that the actions of a catalog name, in ordinal order.</summary>
    /// <param name="catalog">The catalog.</param>
    public static EquatableArray<string> ConnectorSlugs(CatalogSelection catalog) => Ordered(catalog.Actions.Select(action => action.ConnectorSlug));

    /// <summary>The connectors that any catalog names, in ordinal order.</summary>
    /// <param name="slugs">The connectors of each catalog.</param>
    public static EquatableArray<string> Union(IEnumerable<EquatableArray<string>> slugs) => Ordered(slugs.SelectMany(one => one));

    /// <summary>Shares out a catalog. O(n log n) in the number of its actions.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="connectorSlugs">The connectors that any catalog of the project names.</param>
    public static CatalogShare Of(CatalogSelection catalog, EquatableArray<string> connectorSlugs)
    {
        var resolver = new ConnectorResolver(connectorSlugs);
        var connectors = catalog.Connectors.Select(slug => new Filter("Connectors", slug)).ToArray();
        var patterns = catalog.ActionPatterns.Select(slug => new Filter("Actions", slug)).ToArray();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var wanted = new List<(string Connector, NamedAction Action)>();
        foreach (var action in catalog.Actions)
        {
            var (connector, name) = resolver.Resolve(action);
            known.Add(connector);

            // Every filter sees every action, so that each knows whether it matched at all.
            var isConnector = connectors.Aggregate(false, (any, filter) => any | filter.Matches(connector) | filter.Matches(action.ConnectorSlug));
            var isAction = patterns.Aggregate(false, (any, filter) => any | filter.Matches(action.Slug));
            if ((connectors.Length == 0 || isConnector) && (patterns.Length == 0 || isAction))
                wanted.Add((connector, new NamedAction(action, name)));
        }

        var groups = wanted.GroupBy(item => item.Connector, item => item.Action, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ConnectorShare(group.Key, new(group.OrderBy(named => named.Action.Slug, StringComparer.Ordinal))));
        var unmatched = connectors.Concat(patterns)
            .Where(filter => !filter.HasMatched)
            .Select(filter => new Problem(BindingProblems.FilterMatchesNothing, filter.Name, filter.Pattern) { Path = catalog.Path });
        return new CatalogShare(catalog, new(groups), Ordered(known), new(unmatched));
    }

    private static EquatableArray<string> Ordered(IEnumerable<string> slugs) =>
        new(slugs.Distinct(StringComparer.Ordinal).OrderBy(slug => slug, StringComparer.Ordinal));

    private sealed class Filter(string name, string pattern)
    {
        public string Name => name;

        public string Pattern => pattern;

        public bool HasMatched { get; private set; }

        public bool Matches(string text)
        {
            var matches = Glob.IsMatch(text, pattern);
            HasMatched |= matches;
            return matches;
        }
    }
}

/// <summary>What one catalog gives to one connector.</summary>
/// <param name="Slug">The connector's slug.</param>
/// <param name="Actions">The actions, by slug.</param>
public sealed record ConnectorShare(string Slug, EquatableArray<NamedAction> Actions);
