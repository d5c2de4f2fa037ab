using System.Text.Json;

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
        var value = BoundType.Json;
        var additional = schema["additionalProperties"];
        if (additional.ValueKind == JsonValueKind.Object && Annotations.SayMore(additional))
        {
            value = binder.Bind(additional, place.Keyword("additionalProperties"));
        }
        else
        {
            var patterns = schema["patternProperties"].EnumerateObject();
            if (patterns.MoveNext() && patterns.Current is var only && !patterns.MoveNext())
                value = binder.Bind(only.Value, place.Keyword("patternProperties").Keyword(only.Name));
        }

        return NestedTypes.Bounded(new BoundType(new MapTypeModel(value.Use), false, default), place, binder);
    }
}
