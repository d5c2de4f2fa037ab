using System.Text.Json;
using Recoup.Catalogs.Json;

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
        var tuple = IsTuple(schema["prefixItems"]) ? "prefixItems" : items.ValueKind == JsonValueKind.Array ? "items" : null;
        var item = tuple is not null ? binder.Fallback(place.Keyword(tuple), "the items of a tuple have schemas of their own")
            : items.ValueKind == JsonValueKind.Object ? binder.Bind(items, place.Keyword("items"))
            : BoundType.Json;
        return NestedTypes.Bounded(new BoundType(new ListTypeModel(item.Use), false, Constraints.OfArray(schema.Element)), place, binder);
    }

    private static bool IsTuple(PositionedElement prefixItems) => prefixItems.EnumerateArray().MoveNext();
}
