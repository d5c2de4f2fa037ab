using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Emulator.Core.Json;

/// <summary>Does for JSON what the serializer does, without its reflection, which a trimmed program does not have.</summary>
internal static class NodeJson
{
    private const int MaxDepth = 1_000;

    /// <param name="node">The node; null for JSON's null.</param>
    /// <param name="options">The encoder and the depth; null for the defaults.</param>
    public static JsonElement ToElement(JsonNode? node, JsonSerializerOptions? options = null) =>
        JsonElement.Parse(ToText(node, options), new JsonDocumentOptions { MaxDepth = options?.MaxDepth ?? 0 });

    /// <inheritdoc cref="ToElement"/>
    public static string ToText(JsonNode? node, JsonSerializerOptions? options = null) => node?.ToJsonString(options) ?? "null";

    /// <summary>Copies an element without its white space. The copy does not need the document of the element.</summary>
    public static JsonElement Copy(JsonElement json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            json.WriteTo(writer);
        return JsonElement.Parse(buffer.WrittenSpan, new JsonDocumentOptions { MaxDepth = MaxDepth });
    }
}
