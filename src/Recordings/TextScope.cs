using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Recoup.Recordings;

/// <summary>
/// What the texts of a value can contain, because the value as a whole contains it. One search of the whole value spares a search of each
/// of its texts and names.
/// </summary>
/// <param name="Traits">The traits that a text can have.</param>
/// <param name="Credentials">The credentials that a text can contain; null if it contains none.</param>
internal readonly record struct TextScope(TextTraits Traits, Credentials? Credentials)
{
    private const TextTraits Everything = (TextTraits)~0;

    /// <summary>The scope of texts that may contain anything.</summary>
    public static TextScope All(Credentials? credentials) => new(Everything, credentials);

    /// <summary>The scope of a value.</summary>
    public static TextScope Of(JsonElement value, Credentials? credentials)
    {
        var utf8 = JsonMarshal.GetRawUtf8Value(value);
        if (HidesWords(utf8))
            return All(credentials);
        var text = Encoding.UTF8.GetString(utf8);
        return new(TextTraitsReader.HasWord(text) ? Everything : ~TextTraits.Word, credentials?.MayBeIn(text) == true ? credentials : null);
    }

    // An escape that stands for no character of a word hides none: a line feed, a quotation mark, "<", or a letter of another script.
    private static bool HidesWords(ReadOnlySpan<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0; at = json.IndexOf((byte)'\\'))
        {
            var escape = json[(at + 1)..];
            if (escape[0] is (byte)'/' || (escape[0] == (byte)'u' && IsOfWord(escape.Slice(1, 4))))
                return true;
            json = escape[1..];
        }

        return false;
    }

    private static bool IsOfWord(ReadOnlySpan<byte> hex) =>
        !Utf8Parser.TryParse(hex, out ushort code, out _, 'X') || (code < 128 && code is not ('<' or '>' or '"' or '\'' or '&'));
}
