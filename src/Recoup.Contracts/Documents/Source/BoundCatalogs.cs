using Recoup.Binding.Actions;
using Recoup.Catalogs;
using Recoup.Contracts.Documents.Pairs;

namespace Recoup.Contracts.Documents.Source;

/// <summary>
/// Compares the C# that is generated from two catalogs, with the same model that the generator uses. Unchanged connectors are not bound,
/// and an action that is the same in both catalogs is bound once.
/// </summary>
internal sealed class BoundCatalogs
{
    private readonly Dictionary<string, BoundAction> _before;
    private readonly Dictionary<string, BoundAction> _after;
    private readonly HashSet<string> _classes;
    private readonly HashSet<string> _methods;

    private BoundCatalogs(Dictionary<string, BoundAction> before, Dictionary<string, BoundAction> after, HashSet<string> classes) =>
        (_before, _after, _classes, _methods) = (before, after, classes, after.Values.Select(action => action.Method.Name)
            .ToHashSet(StringComparer.Ordinal));

    public static BoundCatalogs Of(DocumentPair documents, bool hasResultViews, CancellationToken cancellation)
    {
        var (before, after) = (Connectors(documents.Before), Connectors(documents.After));
        var byConnector = after.ToDictionary(connector => connector.Slug, StringComparer.Ordinal);
        var unchanged = before.Where(connector => byConnector.TryGetValue(connector.Slug, out var other) && other.Equals(connector))
            .Select(connector => connector.Slug)
            .ToHashSet(StringComparer.Ordinal);
        var (plansBefore, plansAfter) = (Plan(before, unchanged, cancellation), Plan(after, unchanged, cancellation));
        var bound = plansBefore.Concat(plansAfter).SelectMany(connector => Single(connector.Plan)).Distinct()
            .AsParallel().WithCancellation(cancellation)
            .Select(action => KeyValuePair.Create(action, ActionBinder.Bind(action, hasResultViews, cancellation)))
            .ToDictionary();
        return new BoundCatalogs(
            Join(plansBefore, bound, cancellation),
            Join(plansAfter, bound, cancellation),
            after.Select(connector => connector.ClassName).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The changes of the C#. The same change of several actions is one finding.</summary>
    public IReadOnlyList<Finding> Compare(CatalogPairs pairs, DocumentPair documents) =>
        SourceCollapse.Collapse(CompareEach(pairs, documents));

    /// <summary>The changes of the C# of each action.</summary>
    public IReadOnlyList<SourceFinding> CompareEach(CatalogPairs pairs, DocumentPair documents)
    {
        var methods = new List<(BoundMethod, BoundMethod, SourceSite)>();
        foreach (var (before, after) in pairs.Common.OrderBy(pair => pair.Before.Slug, StringComparer.Ordinal))
        {
            // A model that both catalogs share is the same, and so are all types that it declares.
            if (_before.TryGetValue(before.Slug, out var was) && _after.TryGetValue(after.Slug, out var now)
                && !ReferenceEquals(was.Model, now.Model))
                methods.Add((was.Method, now.Method, new ActionSite(before, after, documents)));
        }

        return [.. SourceComparison.Compare(methods)];
    }

    /// <summary>The effect of removing an action on the C#; null if another action has a method with that name.</summary>
    public SourceImpact? WithoutAction(CatalogAction action)
    {
        var method = _before[action.Slug].Method;
        if (!_classes.Contains(method.Class.Name))
            return SourceImpact.OfCalls(method.Name, "CS0103");
        return _methods.Contains(method.Name) ? null : SourceImpact.OfCalls(method.Name, method.Class.NoMethod);
    }

    /// <summary>The effect of removing a connector on the C#; null if its actions belong to classes that still exist.</summary>
    public SourceImpact? WithoutConnector(IEnumerable<CatalogAction> actions)
    {
        var gone = actions.Select(action => _before[action.Slug].Method.Class.Name)
            .Distinct(StringComparer.Ordinal)
            .Where(name => !_classes.Contains(name))
            .ToList();
        return gone.Count == 0 ? null : SourceImpact.OfCalls(string.Join(", ", gone), "CS0103");
    }

    private static EquatableArray<ConnectorActions> Connectors(ContractDocument document) => CatalogPlan.Of(
        [new CatalogSelection(document.Path ?? document.Name, new(document.Catalog!.Actions), default, default)]).Connectors;

    private static List<(ConnectorActions Connector, ConnectorPlan Plan)> Plan(
        IEnumerable<ConnectorActions> connectors, HashSet<string> unchanged, CancellationToken cancellation) =>
        [.. connectors.Where(connector => !unchanged.Contains(connector.Slug))
            .Select(connector => (connector, ConnectorPlan.Of(connector, cancellation)))];

    // Each action alone, so that one that both catalogs have is equal in both.
    private static IEnumerable<ActionFile> Single(ConnectorPlan plan) =>
        plan.Files.SelectMany(file => file.Actions.Select(action => file with { Part = "", Actions = new([action]) }));

    private static Dictionary<string, BoundAction> Join(
        List<(ConnectorActions Connector, ConnectorPlan Plan)> plans,
        Dictionary<ActionFile, BoundActions> bound,
        CancellationToken cancellation)
    {
        var actions = new Dictionary<string, BoundAction>(StringComparer.Ordinal);
        foreach (var (connector, plan) in plans)
        {
            var model = ConnectorBinder.Join(connector, plan, [.. Single(plan).Select(action => bound[action])], cancellation).Model;
            var @class = BoundClass.Of(model);
            foreach (var action in model.Actions)
                actions.Add(action.Slug, new BoundAction(action, BoundMethod.Of(@class, action)));
        }

        return actions;
    }

    /// <summary>An action with its method.</summary>
    private sealed record BoundAction(ActionModel Model, BoundMethod Method);
}
