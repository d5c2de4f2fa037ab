using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Recoup.AI.Json;

namespace Recoup.AI.Tools;

/// <summary>Cuts a result that is too large for a model.</summary>
internal static class ResultLimit
{
    // A JSON string of the excerpt escapes quotes; the note and the names of the members take the rest.
    private const int BytesOfNote = 256;

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

    private static JsonElement Cut(ReadOnlySpan<byte> text, int maxBytes)
    {
        var length = maxBytes - BytesOfNote;
        while (true)
        {
            var json = Write(text, WholeCharacters(text, length));
            if (json.WrittenCount <= maxBytes)
                return JsonText.Parse(json.WrittenMemory);
            length = Math.Max(0, Math.Min(length / 2, length - (json.WrittenCount - maxBytes)));
        }
    }

    private static ArrayBufferWriter<byte> Write(ReadOnlySpan<byte> text, int length)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, Options);
        writer.WriteStartObject();
        writer.WriteString("note", FormattableString.Invariant($"The result has {text.Length} bytes. ")
            + FormattableString.Invariant($"Only the first {length} are in 'beginning'. ")
            + "Ask for less, for example with a filter or a page size.");
        writer.WriteString("beginning", text[..length]);
        writer.WriteEndObject();
        writer.Flush();
        return json;
    }

    private static int WholeCharacters(ReadOnlySpan<byte> text, int length)
    {
        while (length > 0 && (text[length] & 0xC0) == 0x80)
            length--;
        return length;
    }
}
