using Recoup.Binding.Actions;
using Recoup.Catalogs;
using Recoup.Contracts.Documents.Pairs;

namespace Recoup.Contracts.Documents.Source;

/// <summary>
/// Compares the C# that is generated from two catalogs, with the same model that the generator uses. Unchanged connectors are not bound.
/// </summary>
internal sealed class BoundCatalogs
{
    private readonly Dictionary<string, BoundMethod> _before;
    private readonly Dictionary<string, BoundMethod> _after;
    private readonly HashSet<string> _classes;
    private readonly HashSet<string> _methods;

    private BoundCatalogs(Dictionary<string, BoundMethod> before, Dictionary<string, BoundMethod> after, HashSet<string> classes) =>
        (_before, _after, _classes, _methods) = (before, after, classes, after.Values.Select(method => method.Name)
            .ToHashSet(StringComparer.Ordinal));

    public static BoundCatalogs Of(DocumentPair documents, bool hasResultViews, CancellationToken cancellation)
    {
        var (before, after) = (Plan(documents.Before), Plan(documents.After));
        var byConnector = after.Connectors.ToDictionary(connector => connector.Slug, StringComparer.Ordinal);
        var unchanged = before.Connectors.Where(connector =>
            byConnector.TryGetValue(connector.Slug, out var other) && other.Equals(connector))
                .Select(connector => connector.Slug)
                .ToHashSet(StringComparer.Ordinal);
        return new BoundCatalogs(
            Bind(before, unchanged, hasResultViews, cancellation),
            Bind(after, unchanged, hasResultViews, cancellation),
            after.Connectors.Select(connector => connector.ClassName).ToHashSet(StringComparer.Ordinal));
    }

    public IReadOnlyList<Finding> Compare(CatalogPairs pairs, DocumentPair documents)
    {
        var methods = new List<(BoundMethod, BoundMethod, SourceSite)>();
        foreach (var (before, after) in pairs.Common)
        {
            if (_before.TryGetValue(before.Slug, out var was) && _after.TryGetValue(after.Slug, out var now))
                methods.Add((was, now, new ActionSite(before, after, documents)));
        }

        return SourceCollapse.Collapse([.. SourceComparison.Compare(methods)]);
    }

    /// <summary>The effect of removing an action on the C#; null if another action has a method with that name.</summary>
    public SourceImpact? WithoutAction(CatalogAction action)
    {
        var method = _before[action.Slug];
        if (!_classes.Contains(method.Class.Name))
            return SourceImpact.OfCalls(method.Name, "CS0103");
        return _methods.Contains(method.Name) ? null : SourceImpact.OfCalls(method.Name, method.Class.NoMethod);
    }

    /// <summary>The effect of removing a connector on the C#; null if its actions belong to classes that still exist.</summary>
    public SourceImpact? WithoutConnector(IEnumerable<CatalogAction> actions)
    {
        var gone = actions.Select(action => _before[action.Slug].Class.Name)
            .Distinct(StringComparer.Ordinal)
            .Where(name => !_classes.Contains(name))
            .ToList();
        return gone.Count == 0 ? null : SourceImpact.OfCalls(string.Join(", ", gone), "CS0103");
    }

    private static CatalogPlan Plan(ContractDocument document) =>
        CatalogPlan.Of([new CatalogSelection(document.Path ?? document.Name, new(document.Catalog!.Actions), default, default)]);

    private static Dictionary<string, BoundMethod> Bind(
        CatalogPlan plan, HashSet<string> unchanged, bool hasResultViews, CancellationToken cancellation)
    {
        var methods = new Dictionary<string, BoundMethod>(StringComparer.Ordinal);
        foreach (var connector in plan.Connectors.Where(connector => !unchanged.Contains(connector.Slug)))
        {
            var model = ConnectorBinder.Bind(connector, hasResultViews, cancellation).Model;
            var @class = BoundClass.Of(model);
            foreach (var action in model.Actions)
                methods.Add(action.Slug, BoundMethod.Of(@class, action));
        }

        return methods;
    }
}
