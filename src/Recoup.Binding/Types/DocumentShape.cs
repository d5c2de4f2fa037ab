namespace Recoup.Binding.Types;

/// <summary>
/// Simplifies the types of an OpenAPI document. A class of a document is read as well as written, and a reader cannot tell the shapes of a
/// union apart, so a union of shapes is any JSON. A union of single values is a type of the runtime.
/// </summary>
internal static class DocumentShape
{
    public static BoundType Of(BoundType bound, Place place, TypeBinder binder)
    {
        if (bound.Type is not DraftTypeModel { Draft: UnionDraft union })
            return bound;
        union.Instead = JsonTypeModel.Instance;
        return binder.Fallback(place, "it has one of several shapes, and only strings, numbers and booleans share a type");
    }
}
