using System.Text;
using System.Text.Json;

namespace Recoup.Schemas.Sampling;

/// <summary>Values as elements.</summary>
internal static class SampleJson
{
    public static JsonElement Null { get; } = Parse("null"u8.ToArray());

    public static JsonElement Of(bool value) => Parse(value ? "true"u8.ToArray() : "false"u8.ToArray());

    public static JsonElement OfNumber(string text) => Parse(Encoding.UTF8.GetBytes(text));

    public static JsonElement Of(string text) => Write(writer => writer.WriteStringValue(text));

    public static JsonElement OfArray(IEnumerable<JsonElement> items) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
            item.WriteTo(writer);
        writer.WriteEndArray();
    });

    public static JsonElement OfObject(IEnumerable<KeyValuePair<string, JsonElement>> properties) => Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var property in properties)
        {
            writer.WritePropertyName(property.Key);
            property.Value.WriteTo(writer);
        }

        writer.WriteEndObject();
    });

    private static JsonElement Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer);
        return Parse(stream.ToArray());
    }

    private static JsonElement Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 });
        return document.RootElement.Clone();
    }
}
