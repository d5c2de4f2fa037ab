using Recoup.Binding.Actions;
using Recoup.Binding.Checks;
using Recoup.Contracts.Documents.Source;

namespace Recoup.Contracts.Listing;

/// <summary>The actions of a catalog as C#, with the names file beside it. A class is bound when one of its actions is asked for.</summary>
internal sealed class BoundCatalog(ContractDocument document)
{
    private readonly Lazy<Dictionary<string, Lazy<(ConnectorModel Model, BoundClass Class)>>> _classes = new(() => ClassesOf(document));

    /// <summary>Returns null if the catalog has no such action.</summary>
    public (ActionModel Action, BoundClass Class)? Find(string slug)
    {
        if (!_classes.Value.TryGetValue(slug, out var bound))
            return null;
        return (bound.Value.Model.Actions.First(action => action.Slug == slug), bound.Value.Class);
    }

    private static Dictionary<string, Lazy<(ConnectorModel, BoundClass)>> ClassesOf(ContractDocument document)
    {
        var path = document.Path ?? document.Name;
        var names = document.Path is null ? [] : DocumentCheck.NamesBeside([document.Path]);
        var plan = CatalogPlan.Of(
            [new CatalogSelection(path, new(document.Catalog!.Actions), default, default)], [.. names.Select(file => file.Overrides)]);
        var classes = new Dictionary<string, Lazy<(ConnectorModel, BoundClass)>>(StringComparer.Ordinal);
        foreach (var connector in plan.Connectors)
        {
            var bound = new Lazy<(ConnectorModel, BoundClass)>(() =>
            {
                var model = ConnectorBinder.Bind(connector).Model;
                return (model, BoundClass.Of(model));
            });
            foreach (var named in connector.Actions)
                classes.TryAdd(named.Action.Slug, bound);
        }

        return classes;
    }
}
