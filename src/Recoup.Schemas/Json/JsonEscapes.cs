namespace Recoup.Schemas.Json;

/// <summary>
/// JSON string escapes -> UTF-8. Lone surrogates, which JSON can express and UTF-8 cannot, become their three-byte form (WTF-8). Different
/// strings stay different, and a lone surrogate counts as one code point.
/// </summary>
internal static class JsonEscapes
{
    /// <summary>Decodes well-formed escapes. The result is never longer than the input.</summary>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var written = 0;
        for (var i = 0; i < raw.Length;)
        {
            var current = raw[i++];
            if (current != '\\')
            {
                text[written++] = current;
                continue;
            }

            var escape = raw[i++];
            if (escape != 'u')
            {
                text[written++] = Simple(escape);
                continue;
            }

            var unit = Hex(raw.Slice(i, 4));
            i += 4;
            if (IsHigh(unit)
                && i + 6 <= raw.Length
                && raw[i] == '\\'
                && raw[i + 1] == 'u'
                && Hex(raw.Slice(i + 2, 4)) is var low
                && IsLow(low))
            {
                i += 6;
                unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            }

            written += Wtf8.Encode(unit, text.Slice(written));
        }

        return written;
    }

    private static byte Simple(byte escape) => escape switch
    {
        (byte)'b' => 8,
        (byte)'t' => 9,
        (byte)'n' => 10,
        (byte)'f' => 12,
        (byte)'r' => 13,
        _ => escape,
    };

    private static int Hex(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
            value = (value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        return value;
    }

    private static bool IsHigh(int unit) => unit is >= 0xD800 and <= 0xDBFF;

    private static bool IsLow(int unit) => unit is >= 0xDC00 and <= 0xDFFF;
}
