using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types.Features;

/// <summary><c>allOf</c>: a single branch replaces the schema; several objects become one object with all members.</summary>
internal sealed class AllOfFeature : ITypeFeature
{
    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        var branches = new List<PositionedElement>();
        foreach (var branch in schema["allOf"].EnumerateArray())
        {
            if (Annotations.SayMore(branch))
                branches.Add(branch);
        }

        if (branches.Count == 0)
            return null;
        var ownsShape = schema.Has("properties")
            || schema.Has("items")
            || schema.Values is not null
            || schema.Types.Any(type => type != "object");
        if (branches.Count == 1 && !ownsShape && !schema.Has("required") && schema.Branches.Count == 0)
            return binder.Bind(branches[0], place.Index("allOf", 0));
        if (binder.ReadShape(schema.Element, place) is { } shape
            && (shape.Parts.Count > 0 || (shape.Choices.Count == 0 && !shape.IsOpen)))
            return ClassFeature.BindShape(schema.Element, shape, place, binder);
        return ownsShape ? null : binder.Fallback(place, "its 'allOf' combines schemas that are not objects");
    }
}
