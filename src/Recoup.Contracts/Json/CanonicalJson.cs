using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Contracts.Json;

/// <summary>Canonical JSON: names are sorted, white space is removed, and equal numbers are written alike.</summary>
internal static class CanonicalJson
{
    /// <summary>The canonical text; the text as it is spelled if <see cref="TryOf"/> has none.</summary>
    public static string Of(JsonElement value) => TryOf(value) ?? value.GetRawText();

    /// <summary>The canonical text; null if the value has half of a surrogate pair, which no writer of JSON writes.</summary>
    public static string? TryOf(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1024 });
        try
        {
            Write(writer, value);
            writer.Flush();
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
                foreach (var member in value.EnumerateObject())
                    members[member.Name] = member.Value;
                foreach (var (name, member) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number when Exact.TryParse(value.GetRawText(), out var number):
                writer.WriteRawValue(number.ToString());
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
