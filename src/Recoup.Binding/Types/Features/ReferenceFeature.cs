using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types.Features;

/// <summary><c>$ref</c> within the action's own schema: <c>#</c> or <c>#/…</c>. Members beside it belong to the same object.</summary>
internal sealed class ReferenceFeature : ITypeFeature
{
    private static readonly string[] Combining = ["properties", "required", "allOf", "anyOf", "oneOf"];

    /// <summary>Whether members beside the reference belong to the same object.</summary>
    public static bool Combines(PositionedElement schema) => Array.Exists(Combining, keyword => schema.TryGetProperty(keyword, out _));

    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        if (schema["$ref"].AsString() is not { } reference)
            return null;
        if (!binder.TryResolve(reference, out var target))
            return binder.Fallback(place, $"it refers to '{reference}', which does not exist");
        return Combines(schema.Element) && binder.ReadShape(schema.Element, place) is { AllParts.Count: > 0 } shape
            ? ClassFeature.BindShape(schema.Element, shape, place, binder)
            : binder.Bind(target, place);
    }
}
