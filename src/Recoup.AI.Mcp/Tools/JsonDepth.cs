using System.Text.Json;

namespace Recoup.AI.Mcp.Tools;

/// <summary>How deeply JSON is nested. The SDK writes and reads messages of at most 64 levels, and a deeper one fails as a whole.</summary>
internal static class JsonDepth
{
    /// <summary>The most levels of a schema: around it are the message, its result, the list and the tool.</summary>
    public const int MostOfSchema = 64 - 4;

    /// <summary>The most levels of a result: around it are the message and its result.</summary>
    public const int MostOfResult = 64 - 2;

    /// <summary>Whether a value has at most some levels. A string or a number has none.</summary>
    public static bool IsWithin(JsonElement value, int levels) => value.ValueKind switch
    {
        JsonValueKind.Object => levels > 0 && value.EnumerateObject().All(member => IsWithin(member.Value, levels - 1)),
        JsonValueKind.Array => levels > 0 && value.EnumerateArray().All(item => IsWithin(item, levels - 1)),
        _ => true,
    };
}
