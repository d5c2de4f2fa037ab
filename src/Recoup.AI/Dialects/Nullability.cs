using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.AI.Dialects;

/// <summary>OpenAPI 3.0's <c>nullable</c>, which JSON Schema does not have: null is accepted, whatever the other keywords say.</summary>
internal static class Nullability
{
    public static JsonObject Apply(SchemaPart part, JsonObject schema)
    {
        if (part.Value("nullable").ValueKind != JsonValueKind.True || IsAny(schema))
            return schema;
        if (schema["type"] is JsonValue or JsonArray && !schema.Any(member => JudgesNull(member.Key)))
        {
            AddNull(schema);
            return schema;
        }

        var union = new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        foreach (var name in schema.Select(member => member.Key).Where(Annotations.Contains).ToArray())
        {
            var value = schema[name];
            schema.Remove(name);
            union[name] = value;
        }

        return union;
    }

    private static bool IsAny(JsonObject schema) => schema.All(member => Annotations.Contains(member.Key));

    private static bool JudgesNull(string keyword) =>
        keyword is "const" or "anyOf" or "oneOf" or "allOf" or "not" or "if" or "$ref";

    private static void AddNull(JsonObject schema)
    {
        var types = schema["type"] is JsonArray several
            ? several.Select(type => type!.GetValue<string>()).ToList()
            : [schema["type"]!.GetValue<string>()];
        if (!types.Contains("null"))
            schema["type"] = new JsonArray([.. types.Append("null").Select(type => (JsonNode)type)]);
        if (schema["enum"] is JsonArray values && !values.Any(value => value is null))
            values.Add((JsonNode?)null);
    }
}
