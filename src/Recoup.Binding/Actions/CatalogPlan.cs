using Recoup.Binding.Names;
using Recoup.Binding.Names.Overrides;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Actions;
using Recoup.Catalogs.Effects;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>Which class each action of all catalogs belongs to. Reads slugs only, never a schema.</summary>
/// <param name="Connectors">The connectors, by slug.</param>
/// <param name="Effects">The effects that names files say, by slug. No connector depends on them.</param>
/// <param name="Problems">Duplicates across files, filters that match nothing, and names without effect.</param>
internal sealed record CatalogPlan(
    EquatableArray<ConnectorActions> Connectors, EquatableArray<StatedEffect> Effects, EquatableArray<Problem> Problems)
{
    /// <summary>Plans the classes. O(n log n) in the number of actions.</summary>
    /// <param name="catalogs">The catalogs; if several define a slug, the first one wins.</param>
    /// <param name="names">The names files; if several name a connector or an action, the first by path wins.</param>
    public static CatalogPlan Of(IReadOnlyList<CatalogSelection> catalogs, IReadOnlyList<NameOverrides>? names = null) =>
        Of([.. catalogs.Select(catalog => CatalogShare.Of(catalog))], names ?? []);

    /// <summary>Plans the classes. Linear in the number of actions: a connector of one catalog is taken as it is.</summary>
    /// <param name="shares">What each catalog contributes; if several define a slug, the first one wins.</param>
    /// <param name="names">The names files; if several name a connector or an action, the first by path wins.</param>
    /// <param name="cancellation">Cancels the work between two connectors.</param>
    public static CatalogPlan Of(
        IReadOnlyList<CatalogShare> shares, IReadOnlyList<NameOverrides> names, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var problems = new List<Problem>();
        var overrides = OverridePlan.Of(names, problems);

        ReportUnmatchedFilters(shares, problems);
        var dropped = FindDuplicates(shares, problems, cancellation);
        var connectors = shares
            .SelectMany(share => share.Connectors.Select(connector => connector with { Actions = Without(connector.Actions, dropped) }))
            .GroupBy(connector => connector.Slug, connector => connector.Actions, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ConnectorShare(group.Key, Merge([.. group])))
            .Where(connector => connector.Actions.Count > 0)
            .ToList();
        cancellation.ThrowIfCancellationRequested();

        // Files are named after classes, and file systems may ignore case. The compiler warns about a type name of lower-case letters
        // only (CS8981), because the language may reserve it. A class "Typed" in a namespace "Recoup" would hide the runtime (CS0426).
        var classes = SiblingNames.Assign(
            connectors.Select(connector => connector.Slug),
            ConnectorClassName.Of,
            name => Identifier.IsSmall(name) || Identifier.IsOfRuntime(name),
            "Connector",
            comparer: StringComparer.OrdinalIgnoreCase,
            given: overrides.ClassNames);
        if (!overrides.IsEmpty)
        {
            overrides.ReportUnused(
                new(shares.SelectMany(share => share.Selection.Actions).Select(action => action.Slug), StringComparer.Ordinal),
                new(shares.SelectMany(share => share.KnownConnectors), StringComparer.OrdinalIgnoreCase),
                classes,
                problems);
        }

        foreach (var slug in classes.Clashes)
        {
            cancellation.ThrowIfCancellationRequested();
            var action = connectors.Single(connector => connector.Slug == slug).Actions[0].Action;
            problems.Add(new Problem(
                BindingProblems.NameClash, "Connectors", slug, classes[slug])
            { Slug = action.Slug, Pointer = "/connectorSlug" });
        }

        return new CatalogPlan(
            new(connectors.Select(connector =>
                new ConnectorActions(connector.Slug, classes[connector.Slug], Apply(overrides, connector.Actions)))),
            overrides.Effects,
            new(problems));
    }

    // One item with a wildcard gives its filters to several catalogs: a filter is reported if it matches nothing in all of them.
    private static void ReportUnmatchedFilters(IReadOnlyList<CatalogShare> shares, List<Problem> problems)
    {
        var reported = new HashSet<CatalogFilter>();
        foreach (var share in shares)
        {
            foreach (var filter in share.UnmatchedFilters.Where(filter =>
                shares.All(other => IsUnmatchedIn(other, filter)) && reported.Add(filter)))
            {
                problems.Add(new Problem(BindingProblems.FilterMatchesNothing, filter.Kind.ToString(), filter.Pattern)
                {
                    Path = share.Selection.Path,
                });
            }
        }
    }

    private static bool IsUnmatchedIn(CatalogShare share, CatalogFilter filter) =>
        !share.Selection.Filters.Contains(filter) || share.UnmatchedFilters.Contains(filter);

    // Empty for nearly every project, and then no list is copied.
    private static HashSet<NamedAction> FindDuplicates(
        IReadOnlyList<CatalogShare> shares, List<Problem> problems, CancellationToken cancellation)
    {
        var duplicates = new HashSet<NamedAction>(ReferenceComparer.Instance);
        var firstOf = new Dictionary<string, (string Path, CatalogAction Action)>(StringComparer.Ordinal);
        foreach (var share in shares)
        {
            foreach (var named in share.Connectors.SelectMany(connector => connector.Actions))
            {
                cancellation.ThrowIfCancellationRequested();
                var slug = named.Action.Slug;
                if (!firstOf.TryGetValue(slug, out var first))
                {
                    firstOf.Add(slug, (share.Selection.Path, named.Action));
                    continue;
                }

                duplicates.Add(named);
                problems.Add(ActionListReader.Repeated(named.Action, first.Action, first.Path) with
                {
                    Path = share.Selection.Path,
                    Pointer = "/slug",
                });
            }
        }

        return duplicates;
    }

    private static EquatableArray<NamedAction> Without(EquatableArray<NamedAction> actions, HashSet<NamedAction> dropped) =>
        dropped.Count == 0 ? actions : new(actions.Where(named => !dropped.Contains(named)));

    // Returns the same list if its actions have no overrides.
    private static EquatableArray<NamedAction> Apply(OverridePlan overrides, EquatableArray<NamedAction> actions) =>
        overrides.IsEmpty || !actions.Any(named => overrides.Of(named.Action.Slug) is not null)
            ? actions
            : new(actions.Select(named => overrides.Of(named.Action.Slug) is { } found ? named with { Overrides = found } : named));

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
