using System.Text.Json;

namespace Agent;

/// <summary>What a tool returned: a payload, or an error with a code.</summary>
internal sealed record ToolResult(JsonElement Json, string? Error, bool MayHaveExecuted, string? AuthorizeUrl)
{
    public const string NotConnected = "not_connected";

    public static ToolResult Read(object? result)
    {
        var json = (JsonElement)result!;
        return Text("error") is { } error && Text("message") is not null
            ? new ToolResult(json, error, json.TryGetProperty("mayHaveExecuted", out _), Text("authorizeUrl"))
            : new ToolResult(json, null, MayHaveExecuted: true, null);

        string? Text(string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
