using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Recoup.Contracts.Listing;

/// <summary>Writes untrusted text and names as C#. Whatever could end a literal or a line, or is not visible, is escaped.</summary>
internal static class CSharpText
{
    // Reserved words, and "await", which is one in an async method.
    private static readonly HashSet<string> Keywords = new(
        ("abstract as await base bool break byte case catch char checked class const continue decimal default delegate do double else enum "
        + "event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace "
        + "new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc "
        + "static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while")
            .Split(' '),
        StringComparer.Ordinal);

    // It escapes quotes, so JSON never has three in a row, and everything that ends a line.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), MaxDepth = 1_000 };

    /// <summary>The name as code refers to it: <c>@event</c> for <c>event</c>.</summary>
    public static string Identifier(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>A string literal.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                literal.Append('\\').Append((char)rune.Value);
            else if (rune.Value == '\n')
                literal.Append("\\n");
            else if (IsVisible(rune))
                literal.Append(rune.ToString());
            else
                literal.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A raw string literal with JSON, which can be read.</summary>
    public static string Json(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            value.WriteTo(writer);
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);

        // The first and the last character of a raw literal must not be a quote.
        return value.ValueKind == JsonValueKind.String ? $"\"\"\" {text} \"\"\"" : $"\"\"\"{text}\"\"\"";
    }

    private static bool IsVisible(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);
}
