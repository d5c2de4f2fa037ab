using Recoup.Binding.Actions;

namespace Recoup.Contracts.Levels;

/// <summary>What the change does to the generated C#, from the same model that the generator writes.</summary>
internal static class SourceLevel
{
    public static IEnumerable<Finding> Compare(Sides sides, CatalogPairs pairs, CancellationToken cancellation)
    {
        var (old, @new) = (Plan(sides.Old), Plan(sides.New));
        var byConnector = @new.Connectors.ToDictionary(connector => connector.Slug, StringComparer.Ordinal);
        var unchanged = old.Connectors.Where(connector => byConnector.TryGetValue(connector.Slug, out var other) && other.Equals(connector)).Select(connector => connector.Slug).ToHashSet(StringComparer.Ordinal);
        var before = Bind(old, unchanged, cancellation);
        var after = Bind(@new, unchanged, cancellation);
        foreach (var (oldAction, newAction) in pairs.Common)
        {
            if (!before.TryGetValue(oldAction.Slug, out var was) || !after.TryGetValue(newAction.Slug, out var now))
                continue;
            foreach (var finding in MethodComparison.Compare(was, now, new SourceSite(oldAction, newAction, sides)))
                yield return finding;
        }

        foreach (var finding in DeclarationComparison.Compare(before, after, pairs, sides))
            yield return finding;
    }

    private static CatalogPlan Plan(ContractDocument document) =>
        CatalogPlan.Of([new CatalogSelection(document.Path ?? document.Name, new(document.Catalog!.Actions), default, default)]);

    private static Dictionary<string, BoundMethod> Bind(CatalogPlan plan, HashSet<string> unchanged, CancellationToken cancellation)
    {
        var methods = new Dictionary<string, BoundMethod>(StringComparer.Ordinal);
        foreach (var connector in plan.Connectors.Where(connector => !unchanged.Contains(connector.Slug)))
        {
            var model = ConnectorBinder.Bind(connector, bindsResults: false, cancellation).Model;
            var declarations = model.Declarations.ToDictionary(declaration => declaration.Name, StringComparer.Ordinal);
            foreach (var action in model.Actions)
                methods.Add(action.Slug, new BoundMethod(model, action, declarations));
        }

        return methods;
    }
}
