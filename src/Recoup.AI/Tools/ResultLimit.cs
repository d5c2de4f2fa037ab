using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Recoup.AI.Json;

namespace Recoup.AI.Tools;

/// <summary>Cuts a result that is too large for a model.</summary>
internal static class ResultLimit
{
    private static readonly JsonElement Null = JsonText.Parse("null"u8.ToArray());

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The result itself, or an object with a note and the beginning of its text.</summary>
    public static JsonElement Apply(JsonElement result, int maxBytes)
    {
        if (result.ValueKind == JsonValueKind.Undefined)
            return Null;
        var text = JsonMarshal.GetRawUtf8Value(result);
        return text.Length <= maxBytes ? result : Cut(text, maxBytes);
    }

    // A JSON string of the excerpt escapes quotes, so the beginning that fits is shorter than the room for it.
    private static JsonElement Cut(ReadOnlySpan<byte> text, int maxBytes)
    {
        var room = new byte[maxBytes - Write(text.Length, maxBytes, []).WrittenCount];
        Options.Encoder!.EncodeUtf8(text, room, out var length, out _);
        return JsonText.Parse(Write(text.Length, length, text[..length]).WrittenMemory);
    }

    private static ArrayBufferWriter<byte> Write(int total, int length, ReadOnlySpan<byte> beginning)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, Options);
        writer.WriteStartObject();
        writer.WriteString("note", FormattableString.Invariant($"The result has {total} bytes. ")
            + FormattableString.Invariant($"Only the first {length} are in 'beginning'. ")
            + "Ask for less, for example with a filter or a page size.");
        writer.WriteString("beginning", beginning);
        writer.WriteEndObject();
        writer.Flush();
        return json;
    }
}
