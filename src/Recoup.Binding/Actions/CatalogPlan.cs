using Recoup.Binding.Names;
using Recoup.Binding.Problems;
using Recoup.Binding.Renaming;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>Which class each action of all catalogs belongs to. Needs the slugs alone: no schema is looked at.</summary>
/// <param name="Connectors">The connectors, by class.</param>
/// <param name="Problems">Duplicates across files, filters that match nothing, and names that have no effect.</param>
public sealed record CatalogPlan(EquatableArray<ConnectorActions> Connectors, EquatableArray<Problem> Problems)
{
    /// <summary>Plans the classes. O(n log n) in the number of actions.</summary>
    /// <param name="catalogs">The catalogs; of a slug that several have, the first one's action counts.</param>
    /// <param name="names">The names files; of several that say something about one connector or action, the first by path counts.</param>
    public static CatalogPlan Of(IReadOnlyList<CatalogSelection> catalogs, IReadOnlyList<NameOverrides>? names = null)
    {
        var connectorSlugs = CatalogShare.Union(catalogs.Select(CatalogShare.ConnectorSlugs));
        return Of([.. catalogs.Select(catalog => CatalogShare.Of(catalog, connectorSlugs))], names ?? []);
    }

    /// <summary>Plans the classes. Linear in the number of actions: what a connector gets from one catalog alone is taken as it is.</summary>
    /// <param name="shares">What each catalog gives; of a slug that several have, the first one's action counts.</param>
    /// <param name="names">The names files; of several that say something about one connector or action, the first by path counts.</param>
    public static CatalogPlan Of(IReadOnlyList<CatalogShare> shares, IReadOnlyList<NameOverrides> names)
    {
        var problems = new List<Problem>();
        var overrides = OverridePlan.Of(names, problems);

        // A filter that several catalogs have, as those of one item with a wildcard, is in vain where it matches nothing in any of them.
        problems.AddRange(shares.SelectMany(share => share.Problems)
            .GroupBy(problem => problem.Message, StringComparer.Ordinal)
            .Select(same => same.First())
            .Where(problem => shares.Where(share => share.Selection.HasFilter(problem)).All(share => share.Problems.Any(other => other.Message == problem.Message))));
        var dropped = FindDuplicates(shares, problems);
        var connectors = shares
            .SelectMany(share => share.Connectors.Select(connector => connector with { Actions = Without(connector.Actions, dropped) }))
            .GroupBy(connector => connector.Slug, connector => connector.Actions, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ConnectorShare(group.Key, Merge([.. group])))
            .Where(connector => connector.Actions.Count > 0)
            .ToList();

        // Files are named after classes, and file systems may not tell capitals from small letters. The compiler warns of a type
        // that has small letters alone (CS8981): the language may come to need it as a word.
        var classes = SiblingNames.Assign(
            connectors.Select(connector => connector.Slug),
            ConnectorResolver.ClassName,
            Identifier.IsSmall,
            "Connector",
            comparer: StringComparer.OrdinalIgnoreCase,
            given: overrides.ClassNames);
        overrides.ReportUnused(shares, classes, problems);
        foreach (var slug in classes.Clashes)
        {
            var action = connectors.Single(connector => connector.Slug == slug).Actions[0].Action;
            problems.Add(new Problem(BindingProblems.NameClash, "Connectors", slug, classes[slug]) { Slug = action.Slug, Pointer = "/connectorSlug" });
        }

        return new CatalogPlan(
            new(connectors.Select(connector => new ConnectorActions(connector.Slug, classes[connector.Slug], overrides.Apply(connector.Actions)))),
            new(problems));
    }

    // Empty for nearly every project, and then no list is copied.
    private static HashSet<NamedAction> FindDuplicates(IReadOnlyList<CatalogShare> shares, List<Problem> problems)
    {
        var duplicates = new HashSet<NamedAction>(ReferenceComparer.Instance);
        var pathOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var share in shares)
        {
            foreach (var named in share.Connectors.SelectMany(connector => connector.Actions))
            {
                var slug = named.Action.Slug;
                if (!pathOf.TryGetValue(slug, out var first))
                {
                    pathOf.Add(slug, share.Selection.Path);
                    continue;
                }

                duplicates.Add(named);
                problems.Add(new Problem(CatalogProblems.DuplicateSlug, slug, first) { Path = share.Selection.Path, Slug = slug, Pointer = "/slug" });
            }
        }

        return duplicates;
    }

    private static EquatableArray<NamedAction> Without(EquatableArray<NamedAction> actions, HashSet<NamedAction> dropped) =>
        dropped.Count == 0 ? actions : new(actions.Where(named => !dropped.Contains(named)));

    private static EquatableArray<NamedAction> Merge(EquatableArray<NamedAction>[] parts) =>
        parts is [var only] ? only : new(parts.SelectMany(part => part).OrderBy(named => named.Action.Slug, StringComparer.Ordinal));

    // Two files may hold the same action word for word.
    private sealed class ReferenceComparer : IEqualityComparer<NamedAction>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(NamedAction? x, NamedAction? y) => ReferenceEquals(x, y);

        public int GetHashCode(NamedAction obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
