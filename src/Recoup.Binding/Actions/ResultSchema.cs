using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Binding.Types.Features;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Actions;

/// <summary>Binds <c>outputParameters</c> to the type of the payload of a result.</summary>
internal static class ResultSchema
{
    private static readonly Place Payload = new("/outputParameters", ["result"]);

    /// <summary>The type of the payload, or null if the schema says too little: callers always have the raw JSON.</summary>
    public static TypeUse? Bind(CatalogAction action)
    {
        var schema = action.OutputParametersSource;
        if (schema.ValueKind == JsonValueKind.Undefined)
            return null;
        var binder = new TypeBinder(TypeFeatureTable.Rows, action.Slug, schema, purpose: BindingPurpose.Result);
        var bound = FindInEnvelope(binder.ShapeOf(schema, Payload).Parts) is { } data
            ? binder.Bind(data, Payload.Property("data") with { Path = Payload.Path })
            : binder.Bind(schema, Payload);
        return ResultShape.HasParts(bound.Type) ? new TypeUse(bound.Type, false, default) : null;
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
