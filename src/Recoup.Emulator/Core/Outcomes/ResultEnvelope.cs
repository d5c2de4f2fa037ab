using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The provider's envelope <c>{data, error, successful}</c>: its catalogs describe results with it, and the deployed server hands it on.</summary>
internal static class ResultEnvelope
{
    public static bool Is(JsonElement result) =>
        result.TryGetProperty("data", out _)
        && result.TryGetProperty("successful", out var successful) && successful.ValueKind is JsonValueKind.True or JsonValueKind.False;

    /// <summary>A sample may say that the action failed; nobody asked for that.</summary>
    public static JsonElement Succeeded(JsonElement envelope)
    {
        var result = JsonNode.Parse(envelope.GetRawText())!.AsObject();
        result["successful"] = true;
        result["error"] = null;
        return JsonSerializer.SerializeToElement(result);
    }
}
