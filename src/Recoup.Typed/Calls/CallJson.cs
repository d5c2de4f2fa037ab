using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Typed;

/// <summary>The one spelling of a call's JSON: two calls with equal parameters have equal bytes.</summary>
internal static class CallJson
{
    /// <summary>The limit of Utf8JsonWriter. That of readers is 64 unless they are told otherwise.</summary>
    public const int MaxDepth = 1000;

    public static JsonWriterOptions Writing { get; } = new()
    {
        // The body is never part of an HTML page: escaping more than JSON requires would only make it longer.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = MaxDepth,
    };

    public static JsonDocumentOptions Reading { get; } = new() { MaxDepth = MaxDepth };

    public static byte[] Bytes(JsonElement json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using (var writer = new Utf8JsonWriter(buffer, Writing))
                json.WriteTo(writer);
            return buffer.WrittenSpan.ToArray();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON's grammar allows it, and it has no other spelling.
            return JsonMarshal.GetRawUtf8Value(json).ToArray();
        }
    }
}
