using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Contracts.Json;

/// <summary>Writes indented JSON with LF line ends and a final line end.</summary>
internal static class IndentedJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> write) => output.Write(Encoding.UTF8.GetString(ToUtf8(write)));

    public static byte[] ToUtf8(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            write(json);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
