using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Learning.Merging;

/// <summary>
/// The place of the payload in a result schema. A schema that describes <c>data</c> and the boolean <c>successful</c> is one of the
/// envelope, as the generator reads it.
/// </summary>
internal static class PayloadPlace
{
    private const string Data = "/properties/data";
    private const int MostReferences = 16;

    /// <summary>The pointer of the payload's schema; empty for the whole schema.</summary>
    public static string Of(PositionedElement schema)
    {
        var (envelope, pointer) = (schema, "");
        for (var i = 0; i < MostReferences; i++)
        {
            if (IsEnvelope(envelope))
                return pointer + Data;
            if (envelope["$ref"].AsString() is not { } reference || !schema.TryFollow(reference, out envelope))
                break;
            pointer = Uri.UnescapeDataString(reference[1..]);
        }

        return "";
    }

    /// <summary>
    /// The schema of a result with a payload. A payload that itself looks like an envelope gets one, because it would be taken for one.
    /// </summary>
    public static JsonElement Wrap(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object
        && payload.TryGetProperty("properties", out var members)
        && members.TryGetProperty("data", out _)
        && members.TryGetProperty("successful", out var successful)
        && successful.TryGetProperty("type", out var type)
        && type.GetRawText().Contains("\"boolean\"", StringComparison.Ordinal)
            ? JsonValues.Parse("{\"type\":\"object\",\"properties\":{\"data\":" + payload.GetRawText()
                + ",\"successful\":{\"type\":\"boolean\"}},\"required\":[\"data\",\"successful\"]}")
            : payload;

    private static bool IsEnvelope(PositionedElement schema)
    {
        var members = schema["properties"];
        var type = members["successful"]["type"];
        return members["data"].ValueKind != JsonValueKind.Undefined
            && (type.TextEquals("boolean") || type.EnumerateArray().Select(item => item.TextEquals("boolean")).Any(isBoolean => isBoolean));
    }
}
