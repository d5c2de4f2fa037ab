using System.Buffers;
using System.Text.Json;

namespace Recoup.Contracts.Json;

/// <summary>Creates JSON values.</summary>
internal static class JsonValues
{
    public static JsonElement Zero { get; } = Parse("0");

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static JsonElement Number(Exact number) => Parse(number.ToString());

    public static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, JsonTypes.Default.String);

    public static JsonElement Array(IEnumerable<JsonElement> items) => Make(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
            item.WriteTo(writer);
        writer.WriteEndArray();
    });

    public static JsonElement Object(IEnumerable<KeyValuePair<string, JsonElement>> members) => Make(writer =>
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    });

    public static JsonElement With(JsonElement value, string name, JsonElement member) =>
        Object(Members(value).Where(pair => pair.Key != name).Append(KeyValuePair.Create(name, member)));

    public static JsonElement Without(JsonElement value, string name) => Object(Members(value).Where(pair => pair.Key != name));

    public static IEnumerable<KeyValuePair<string, JsonElement>> Members(JsonElement value) =>
        value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value));

    private static JsonElement Make(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = 1024 }))
            write(writer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 1024 });
        return document.RootElement.Clone();
    }
}
