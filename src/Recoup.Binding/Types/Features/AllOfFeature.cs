using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types.Features;

/// <summary><c>allOf</c>: a single branch replaces the schema; several objects become one object with all members.</summary>
internal sealed class AllOfFeature : ITypeFeature
{
    private const int MaxParts = 256;

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
        if (branches.Count == 1 && !ownsShape)
            return binder.Bind(branches[0], place.Index("allOf", 0));

        var parts = new List<PositionedElement>();
        return CollectObjects(schema.Element, binder, parts, [])
            ? ClassFeature.BindParts(schema.Element, parts, place, binder)
            : ownsShape ? null : binder.Fallback(place, "its 'allOf' combines schemas that are not objects");
    }

    /// <summary>
    /// The schemas that contribute members to an object: the schema, the target of its reference, and the branches of its <c>allOf</c>.
    /// </summary>
    public static IReadOnlyList<PositionedElement> Parts(PositionedElement schema, TypeBinder binder)
    {
        var parts = new List<PositionedElement>();
        return CollectObjects(schema, binder, parts, []) && parts.Count > 0 ? parts : [schema];
    }

    private static bool CollectObjects(PositionedElement schema, TypeBinder binder, List<PositionedElement> parts, HashSet<int> seen)
    {
        // Each schema counts once, however often it is referenced.
        if (!seen.Add(schema.Offset))
            return true;
        if (seen.Count > MaxParts)
            return false;
        if (schema["$ref"].AsString() is { } reference)
        {
            return reference.StartsWith("#", StringComparison.Ordinal)
                && binder.Root.TryResolve(Uri.UnescapeDataString(reference[1..]), out var target)
                && CollectObjects(target, binder, parts, seen);
        }

        var view = new SchemaView(schema);
        if (view.Types.Any(type => type != "object") || view.Values is not null || view.Branches.Count > 0)
            return false;
        if (schema["properties"].ValueKind == JsonValueKind.Object || schema["required"].ValueKind == JsonValueKind.Array)
            parts.Add(schema);
        foreach (var branch in schema["allOf"].EnumerateArray())
        {
            if (Annotations.SayMore(branch) && !CollectObjects(branch, binder, parts, seen))
                return false;
        }

        return true;
    }
}
