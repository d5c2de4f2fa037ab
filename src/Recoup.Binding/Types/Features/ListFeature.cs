using System.Text.Json;

namespace Recoup.Binding.Types.Features;

/// <summary>An array.</summary>
internal sealed class ListFeature : ITypeFeature
{
    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        var isArray = schema.Types is ["array"] || (schema.Types.Count == 0 && schema.Has("items"));
        return isArray ? BindItems(schema, place, binder) : null;
    }

    public static BoundType BindItems(SchemaView schema, Place place, TypeBinder binder)
    {
        var items = schema["items"];
        var item = items.ValueKind switch
        {
            JsonValueKind.Object => binder.Bind(items, place.Keyword("items")),
            JsonValueKind.Array => binder.Fallback(place.Keyword("items"), "the items of a tuple have schemas of their own"),
            _ => schema.Has("prefixItems")
                ? binder.Fallback(place.Keyword("prefixItems"), "the items of a tuple have schemas of their own")
                : BoundType.Json,
        };
        return NestedTypes.Bounded(new BoundType(new ListTypeModel(item.Use), false, Constraints.OfArray(schema.Element)), place, binder);
    }
}
