namespace Recoup.Binding.Types.Features;

/// <summary>An object with arbitrary property names.</summary>
internal sealed class MapFeature : ITypeFeature
{
    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        var isObject = schema.Types is ["object"] or ["dict"]
            || (schema.Types.Count == 0 && (schema.Has("additionalProperties") || schema.Has("patternProperties")));
        return isObject ? BindValues(schema, place, binder) : null;
    }

    public static BoundType BindValues(SchemaView schema, Place place, TypeBinder binder)
    {
        // The server turns a free object into a closed one without properties (D12): the type stays open.
        var value = UnnamedMembers.Bind([schema.Element], place, place, binder) ?? BoundType.Json;
        return NestedTypes.Bounded(new BoundType(new MapTypeModel(value.Use), false, default), place, binder);
    }
}
