namespace Recoup.Binding.Types.Features;

/// <summary><c>$ref</c> within the action's own schema: <c>#</c> or <c>#/…</c>. Members beside it belong to the same object.</summary>
internal sealed class ReferenceFeature : ITypeFeature
{
    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        if (schema["$ref"].AsString() is not { } reference)
            return null;
        if (!binder.TryResolve(reference, out var target))
            return binder.Fallback(place, $"it refers to '{reference}', which does not exist");
        return SchemaView.ExtendsReference(schema.Element) && binder.ReadShape(schema.Element, place) is { AllParts.Count: > 0 } shape
            ? ClassFeature.BindShape(schema.Element, shape, place, binder)
            : binder.Bind(target, place);
    }
}
