using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Contracts.Tests.Schemas;

/// <summary>
/// JsonSchema.Net, a validator that shares no code with ours. It does not know <c>nullable</c>, which is rewritten for it. Known
/// deviations are excluded: <c>$</c> before a final newline and <c>.</c> for characters beyond the basic plane (it runs patterns as .NET
/// does), and <c>$dynamicRef</c>.
/// </summary>
internal static class IndependentJudge
{
    public static bool? IsValid(string schema, JsonElement instance)
    {
        if (schema.Contains("$dynamicRef", StringComparison.Ordinal) || HasKnownDeviation(schema, instance))
            return null;
        return global::Json.Schema.JsonSchema.FromText(WithoutNullable(JsonNode.Parse(schema))!.ToJsonString()).Evaluate(instance).IsValid;
    }

    private static bool HasKnownDeviation(string schema, JsonElement instance)
    {
        if (!schema.Contains("\"pattern", StringComparison.Ordinal))
            return false;
        var text = instance.GetRawText();
        return text.Contains("\\n", StringComparison.Ordinal) || text.Any(char.IsSurrogate)
            || text.Contains("\\ud", StringComparison.OrdinalIgnoreCase);
    }

    private static JsonNode? WithoutNullable(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(WithoutNullable)]);
            case JsonObject fields:
                var rest = new JsonObject(fields.Where(field => field.Key != "nullable")
                    .Select(field => KeyValuePair.Create(field.Key, WithoutNullable(field.Value))));
                return fields["nullable"] is JsonValue value && value.TryGetValue(out bool isNullable) && isNullable
                    ? new JsonObject { ["anyOf"] = new JsonArray(rest, new JsonObject { ["type"] = "null" }) }
                    : rest;
            default:
                return node?.DeepClone();
        }
    }
}
