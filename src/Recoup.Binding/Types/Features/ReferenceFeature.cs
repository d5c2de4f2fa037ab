namespace Recoup.Binding.Types.Features;

/// <summary><c>$ref</c> within the action's own schema: <c>#</c> or <c>#/…</c>.</summary>
internal sealed class ReferenceFeature : ITypeFeature
{
    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        if (schema["$ref"].AsString() is not { } reference)
            return null;
        if (reference.StartsWith("#", StringComparison.Ordinal)
            && binder.Root.TryResolve(Uri.UnescapeDataString(reference[1..]), out var target))
        {
            return binder.Bind(target, place);
        }

        return binder.Fallback(place, $"it refers to '{reference}', which does not exist");
    }
}
