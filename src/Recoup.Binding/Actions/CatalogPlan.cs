using Recoup.Binding.Names;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>Which class each action of all catalogs belongs to. Needs the slugs alone: no schema is looked at.</summary>
/// <param name="Connectors">The connectors, by class.</param>
/// <param name="Problems">Duplicates across files, and filters that match nothing.</param>
public sealed record CatalogPlan(EquatableArray<ConnectorActions> Connectors, EquatableArray<Problem> Problems)
{
    /// <summary>Plans the classes. O(n log n) in the number of actions.</summary>
    /// <param name="catalogs">The catalogs; of a slug that several have, the first one's action counts.</param>
    public static CatalogPlan Of(IReadOnlyList<CatalogSelection> catalogs)
    {
        var problems = new List<Problem>();
        var resolver = new ConnectorResolver(catalogs.SelectMany(catalog => catalog.Actions).Select(action => action.ConnectorSlug).Distinct(StringComparer.Ordinal));
        var wanted = catalogs.SelectMany(catalog => Select(catalog, resolver, problems)).ToList();
        var connectors = DropDuplicates(wanted, problems)
            .GroupBy(item => item.Connector, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();

        // Files are named after classes, and file systems may not tell capitals from small letters. The compiler warns of a type
        // that has small letters alone (CS8981): the language may come to need it as a word.
        var classes = SiblingNames.Assign(
            connectors.Select(group => group.Key),
            ConnectorResolver.ClassName,
            name => name.All(c => c is >= 'a' and <= 'z'),
            "Connector",
            comparer: StringComparer.OrdinalIgnoreCase);
        return new CatalogPlan(
            new(connectors.Select(group => new ConnectorActions(
                group.Key,
                classes[group.Key],
                new(group.Select(item => item.Action).OrderBy(named => named.Action.Slug, StringComparer.Ordinal))))),
            new(problems));
    }

    private static IEnumerable<Candidate> Select(CatalogSelection catalog, ConnectorResolver resolver, List<Problem> problems)
    {
        var connectors = catalog.Connectors.Select(slug => new Filter("Connectors", slug)).ToArray();
        var patterns = catalog.ActionPatterns.Select(slug => new Filter("Actions", slug)).ToArray();
        foreach (var action in catalog.Actions)
        {
            var (connector, name) = resolver.Resolve(action);

            // Every filter sees every action, so that each knows whether it matched at all.
            var isConnector = connectors.Aggregate(false, (any, filter) => any | filter.Matches(connector) | filter.Matches(action.ConnectorSlug));
            var isAction = patterns.Aggregate(false, (any, filter) => any | filter.Matches(action.Slug));
            if ((connectors.Length == 0 || isConnector) && (patterns.Length == 0 || isAction))
                yield return new Candidate(catalog.Path, connector, new NamedAction(action, name));
        }

        foreach (var filter in connectors.Concat(patterns).Where(filter => !filter.HasMatched))
            problems.Add(new Problem(BindingProblems.FilterMatchesNothing, filter.Name, filter.Pattern) { Path = catalog.Path });
    }

    private static Dictionary<string, Candidate>.ValueCollection DropDuplicates(List<Candidate> wanted, List<Problem> problems)
    {
        var bySlug = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var candidate in wanted)
        {
            var slug = candidate.Action.Action.Slug;
            if (bySlug.TryGetValue(slug, out var first))
                problems.Add(new Problem(CatalogProblems.DuplicateSlug, slug, first.Path) { Path = candidate.Path, Slug = slug, Pointer = "/slug" });
            else
                bySlug.Add(slug, candidate);
        }

        return bySlug.Values;
    }

    private sealed record Candidate(string Path, string Connector, NamedAction Action);

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
