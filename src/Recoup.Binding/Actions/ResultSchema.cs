using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Binding.Types.Features;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Actions;

/// <summary>Binds <c>outputParameters</c> to the type of the payload of a result.</summary>
internal static class ResultSchema
{
    // Views are named after the action, this word, and the properties that lead to them.
    private static readonly Place Payload = new("/outputParameters", ["result"]);

    /// <summary>The type of the payload, or null if the schema says too little: callers always have the raw JSON.</summary>
    public static TypeUse? Bind(CatalogAction action)
    {
        var schema = action.OutputParametersSource;
        if (schema.ValueKind == JsonValueKind.Undefined)
            return null;
        var binder = new TypeBinder(TypeFeatureTable.Rows, action.Slug, schema, bindsResult: true);
        var bound = FindInEnvelope(AllOfFeature.Parts(schema, binder)) is { } data
            ? binder.Bind(data, Payload.Property("data") with { Path = Payload.Path })
            : binder.Bind(schema, Payload);
        if (!ResultShape.HasParts(bound.Type))
            return null;
        Own(bound.Type, action.Slug);
        return new TypeUse(bound.Type, false, default);
    }

    // Callers write the name of the payload, so it depends on the action only. The types below it are shared.
    private static void Own(TypeModel type, string slug)
    {
        if (type is ListTypeModel list)
            Own(list.Item.Type, slug);
        else if (type is MapTypeModel map)
            Own(map.Value.Type, slug);
        else if (type is DraftTypeModel { Draft: ClassDraft draft })
            draft.Signature = Signatures.OfShape(draft.Signature + "@" + Signatures.Piece(slug));
    }

    // Providers describe results with the envelope of the deployed server around the payload (D13); 'error' is optional in it.
    private static PositionedElement? FindInEnvelope(IReadOnlyList<PositionedElement> parts)
    {
        var properties = parts.Select(part => part["properties"]).ToArray();
        var data = properties.Select(group => group["data"]).LastOrDefault(IsThere);
        var successful = new SchemaView(properties.Select(group => group["successful"]).LastOrDefault(IsThere));
        return IsThere(data) && successful.Types.Contains("boolean") ? data : null;
    }

    private static bool IsThere(PositionedElement element) => element.ValueKind != JsonValueKind.Undefined;
}
