using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Emulator.Core.Json;

namespace Recoup.Emulator.Core.Executions;

/// <summary>
/// The provider's envelope <c>{data, error, successful}</c>. Its catalogs describe results in it, and the deployed server passes it on.
/// </summary>
internal static class ResultEnvelope
{
    public static bool Is(JsonElement result) =>
        result.TryGetProperty("data", out _)
        && result.TryGetProperty("successful", out var successful) && successful.ValueKind is JsonValueKind.True or JsonValueKind.False;

    /// <summary>Turns a sampled envelope into a success, because a sample may report a failure.</summary>
    public static JsonElement Succeeded(JsonElement envelope)
    {
        var result = JsonNode.Parse(envelope.GetRawText())!.AsObject();
        result["successful"] = true;
        result["error"] = null;
        return NodeJson.ToElement(result);
    }
}
