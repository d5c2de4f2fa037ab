using System.Buffers;
using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Learning.Shapes;

/// <summary>The learned formats, and which of them a string has. The schema engine decides. The bytes decide what is
/// clear, because a recording has millions of strings.</summary>
internal static class TextFormatTable
{
    private const int LongestText = 2048;

    private static readonly Row[] Rows =
    [
        new(TextFormats.DateTime, "date-time", text => text.Length is >= 20 and <= 64 && IsDigit(text[0]), ClearFormats.IsDateTime),
        new(TextFormats.Date, "date", text => text.Length == 10 && IsDigit(text[0]), ClearFormats.IsDate),
        new(TextFormats.Uuid, "uuid", text => text.Length == 36 && text[8] == (byte)'-', ClearFormats.IsUuid),
        new(TextFormats.Email, "email", text => text.Length <= LongestText && text.Contains((byte)'@'), _ => false),
        new(TextFormats.Uri, "uri", text => text.Length is > 2 and <= LongestText && text.Contains((byte)':'), ClearFormats.IsUrl),
    ];

    private delegate bool Test(ReadOnlySpan<byte> utf8);

    /// <summary>The name of the format that a schema demands; null if no format is left.</summary>
    public static string? NameOf(TextFormats formats) => Array.Find(Rows, row => (formats & row.Format) != 0)?.Name;

    /// <summary>Those of some formats that a string has.</summary>
    public static TextFormats Matching(ReadOnlySpan<byte> utf8, TextFormats candidates)
    {
        var matching = TextFormats.None;
        foreach (var row in Rows)
        {
            if ((candidates & row.Format) != 0 && row.MayBe(utf8) && (row.IsClear(utf8) || Is(row, utf8)))
                matching |= row.Format;
        }

        return matching;
    }

    private static bool IsDigit(byte b) => char.IsAsciiDigit((char)b);

    private static bool Is(Row row, ReadOnlySpan<byte> utf8)
    {
        var buffer = new ArrayBufferWriter<byte>(utf8.Length + 16);
        try
        {
            using (var writer = new Utf8JsonWriter(buffer))
                writer.WriteStringValue(utf8);
            using var document = JsonDocument.Parse(buffer.WrittenMemory);
            return row.Schema.IsValid(document.RootElement);
        }
        catch (ArgumentException)
        {
            // Bytes that are not UTF-8.
            return false;
        }
    }

    private sealed record Row(TextFormats Format, string Name, Test MayBe, Test IsClear)
    {
        private readonly Lazy<JsonSchema> _schema = new(() =>
            JsonSchema.Parse($$"""{"format":"{{Name}}"}""", new JsonSchemaOptions { AssertFormat = true }));

        public JsonSchema Schema => _schema.Value;
    }
}
