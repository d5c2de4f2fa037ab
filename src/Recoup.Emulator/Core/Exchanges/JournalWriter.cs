using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Emulator.Core.Exchanges;

/// <summary>Writes the journal as JSON.</summary>
internal static class JournalWriter
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static ReadOnlySpan<byte> Write(IReadOnlyList<Exchange> exchanges)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Writing);
        writer.WriteStartArray();
        foreach (var exchange in exchanges)
            ExchangeJson.Write(writer, exchange, hasParameters: true, hasResponse: false, hasDuration: false);
        writer.WriteEndArray();
        writer.Flush();
        return buffer.WrittenSpan;
    }
}
