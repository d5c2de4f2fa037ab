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
            Write(writer, exchange);
        writer.WriteEndArray();
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter writer, Exchange exchange)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", exchange.Number);
        writer.WriteString("at", exchange.At);
        writer.WriteString("operation", exchange.Operation);
        WriteText(writer, "slug", exchange.Slug);
        WriteText(writer, "toolSlug", exchange.ToolSlug);
        WriteText(writer, "fileUrl", exchange.FileUrl);
        WriteText(writer, "caller", exchange.Caller?.Id.ToString());
        WriteText(writer, "account", exchange.Account?.Id.ToString());
        if (exchange.Parameters is { ValueKind: not JsonValueKind.Undefined } parameters)
        {
            writer.WritePropertyName("parameters");
            parameters.WriteTo(writer);
        }
        if (exchange.Status is { } status)
            writer.WriteNumber("status", status);
        WriteText(writer, "fault", exchange.Fault?.ToString());
        WriteText(writer, "outcome", exchange.Outcome);
        writer.WriteBoolean("executed", exchange.Executed);
        if (exchange.Executions > 1)
            writer.WriteNumber("executions", exchange.Executions);
        WriteText(writer, "error", exchange.Error);
        if (exchange.Violations.Count > 0)
        {
            writer.WriteStartArray("violations");
            foreach (var violation in exchange.Violations)
                writer.WriteStringValue(violation);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
