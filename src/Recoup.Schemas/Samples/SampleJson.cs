using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Recoup.Schemas.Samples;

/// <summary>
/// Creates elements. They are written as text, because <see cref="Utf8JsonWriter"/> rejects lone surrogates, which a schema's names and
/// constants can hold.
/// </summary>
internal static class SampleJson
{
    public static JsonElement Null { get; } = Parse("null");

    public static JsonElement Of(bool value) => Parse(value ? "true" : "false");

    public static JsonElement OfNumber(string text) => Parse(text);

    public static JsonElement Of(string text) => Parse(Quote(text));

    public static JsonElement OfArray(IEnumerable<JsonElement> items) =>
        Parse($"[{string.Join(",", items.Select(item => item.GetRawText()))}]");

    public static JsonElement OfObject(IEnumerable<KeyValuePair<string, JsonElement>> properties) =>
        Parse($"{{{string.Join(",", properties.Select(property => $"{Quote(property.Key)}:{property.Value.GetRawText()}"))}}}");

    private static string Quote(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                json.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c))
                json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                json.Append(c);
        }

        return json.Append('"').ToString();
    }

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1024 });
        return document.RootElement.Clone();
    }
}
