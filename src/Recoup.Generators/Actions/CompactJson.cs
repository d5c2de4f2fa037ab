using System.Buffers.Text;

namespace Recoup.Generators.Actions;

/// <summary>
/// JSON without whitespace between its tokens. Every value keeps its spelling, except for half of a surrogate pair: the grammar of JSON
/// allows its escape, but no string can hold it. It becomes U+FFFD, as wherever catalogs are read.
/// </summary>
internal static class CompactJson
{
    private const int EscapeLength = 6;

    /// <summary>Returns the compact form of a valid JSON text.</summary>
    public static byte[] Of(ReadOnlySpan<byte> json)
    {
        var compact = new byte[json.Length];
        var (length, isText) = (0, false);
        for (var i = 0; i < json.Length;)
        {
            if (!isText && json[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                i++;
                continue;
            }

            var token = isText && json[i] == '\\' ? Escape(json[i..]) : json.Slice(i, 1);
            if (token[0] == '"')
                isText = !isText;
            i += token.Length;
            if (IsHalf(token))
                token = @"\uFFFD"u8;
            token.CopyTo(compact.AsSpan(length));
            length += token.Length;
        }

        Array.Resize(ref compact, length);
        return compact;
    }

    // The escape at the start of a text; both escapes of a surrogate pair.
    private static ReadOnlySpan<byte> Escape(ReadOnlySpan<byte> json)
    {
        if (json[1] != 'u')
            return json[..2];
        var isPair = char.IsHighSurrogate(Unit(json)) && json[EscapeLength] == '\\' && json[EscapeLength + 1] == 'u'
            && char.IsLowSurrogate(Unit(json[EscapeLength..]));
        return json[..(isPair ? 2 * EscapeLength : EscapeLength)];
    }

    private static bool IsHalf(ReadOnlySpan<byte> token) => token.Length == EscapeLength && char.IsSurrogate(Unit(token));

    private static char Unit(ReadOnlySpan<byte> escape) =>
        Utf8Parser.TryParse(escape.Slice(2, 4), out ushort unit, out _, 'x') ? (char)unit : default;
}
