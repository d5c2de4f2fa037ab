using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Emulator.Control.Routes;

/// <summary>Writes a call as text to copy.</summary>
internal static class CallText
{
    /// <summary>Writes the body of the request.</summary>
    public static string Json(string slug, JsonElement parameters, Guid? account, bool isIndented)
    {
        var options = new JsonWriterOptions
        {
            Indented = isIndented,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NewLine = "\n",
        };
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            writer.WriteString("actionSlug", slug);
            writer.WritePropertyName("parameters");
            parameters.WriteTo(writer);
            if (account is { } id)
                writer.WriteString("account_id", id);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a command for a POSIX shell. The key comes from the environment, so it is in no history of commands.</summary>
    public static string Curl(string address, string body) =>
        $"curl -sS {Quoted($"{address}/api/connectors/actions")} \\\n"
        + "  -H \"x-api-key: $RECOUP_API_KEY\" \\\n"
        + "  -H 'Content-Type: application/json' \\\n"
        + $"  --data-raw {Quoted(body)}";

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
