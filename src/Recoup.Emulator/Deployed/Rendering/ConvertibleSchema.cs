using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Schemas;

namespace Recoup.Emulator.Deployed.Rendering;

/// <summary>The schemas that the deployed server can convert (D12).</summary>
internal static class ConvertibleSchema
{
    private const int MostDepth = 64;

    private static readonly string[] Schemas = ["properties", "items", "additionalProperties", "anyOf", "oneOf", "allOf", "not"];

    /// <summary>
    /// Whether the server can convert the schema of an action. If not, it cannot list the tools of the whole account. Four causes are
    /// known: <c>type: any</c>, a boolean in the place of a schema, a boolean as an exclusive bound, and a pattern that is not JavaScript.
    /// </summary>
    public static bool Is(CatalogAction action) =>
        action.Parameters.TryGetProperty("$schema", out _) || IsConvertible(action.Parameters, MostDepth);

    private static bool IsConvertible(JsonElement schema, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth == 0)
            return schema.ValueKind is not (JsonValueKind.True or JsonValueKind.False);
        if (schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("any"))
            return false;
        foreach (var bound in (string[])["exclusiveMinimum", "exclusiveMaximum"])
        {
            if (schema.TryGetProperty(bound, out var exclusive) && exclusive.ValueKind is JsonValueKind.True or JsonValueKind.False)
                return false;
        }

        if (schema.TryGetProperty("pattern", out var pattern) && pattern.ValueKind == JsonValueKind.String
            && !SchemaPattern.TryTranslate(pattern.GetString()!, out _))
        {
            return false;
        }

        return schema.EnumerateObject().Where(member => Schemas.Contains(member.Name)).All(member => member.Value.ValueKind switch
        {
            JsonValueKind.Array => member.Value.EnumerateArray().All(item => IsConvertible(item, depth - 1)),
            JsonValueKind.Object when member.Name == "properties" =>
                member.Value.EnumerateObject().All(property => IsConvertible(property.Value, depth - 1)),
            JsonValueKind.Object => IsConvertible(member.Value, depth - 1),
            // These booleans are values, not schemas.
            _ => member.Name == "additionalProperties" || member.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False),
        });
    }
}
