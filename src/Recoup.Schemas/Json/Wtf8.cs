namespace Recoup.Schemas.Json;

/// <summary>UTF-8 that can also hold lone surrogates in their three-byte form. Malformed bytes are read as U+FFFD.</summary>
internal static class Wtf8
{
    private const int Replacement = 0xFFFD;

    public static int Encode(int point, Span<byte> text)
    {
        if (point < 0x80)
        {
            text[0] = (byte)point;
            return 1;
        }

        if (point < 0x800)
        {
            text[0] = (byte)(0xC0 | (point >> 6));
            text[1] = (byte)(0x80 | (point & 0x3F));
            return 2;
        }

        if (point < 0x10000)
        {
            text[0] = (byte)(0xE0 | (point >> 12));
            text[1] = (byte)(0x80 | ((point >> 6) & 0x3F));
            text[2] = (byte)(0x80 | (point & 0x3F));
            return 3;
        }

        text[0] = (byte)(0xF0 | (point >> 18));
        text[1] = (byte)(0x80 | ((point >> 12) & 0x3F));
        text[2] = (byte)(0x80 | ((point >> 6) & 0x3F));
        text[3] = (byte)(0x80 | (point & 0x3F));
        return 4;
    }

    /// <summary>Reads the first code point of a text that is not empty.</summary>
    public static int Read(ReadOnlySpan<byte> text, out int length)
    {
        var first = text[0];
        length = 1;
        if (first < 0x80)
            return first;

        var size = first switch { >= 0xC2 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF5 => 4, _ => 0 };
        if (size == 0 || text.Length < size)
            return Replacement;

        var point = first & (0xFF >> (size + 1));
        for (var i = 1; i < size; i++)
        {
            if ((text[i] & 0xC0) != 0x80)
                return Replacement;
            point = (point << 6) | (text[i] & 0x3F);
        }

        if (point < (size == 3 ? 0x800 : size == 4 ? 0x10000 : 0) || point > 0x10FFFF)
            return Replacement;
        length = size;
        return point;
    }

    /// <summary>Writes the text as UTF-16. The result never has more characters than the text has bytes.</summary>
    public static int Decode(ReadOnlySpan<byte> text, Span<char> characters)
    {
        var written = 0;
        while (!text.IsEmpty)
        {
            var point = Read(text, out var length);
            text = text.Slice(length);
            if (point >= 0x10000)
            {
                characters[written++] = (char)(0xD800 + ((point - 0x10000) >> 10));
                characters[written++] = (char)(0xDC00 + ((point - 0x10000) & 0x3FF));
            }
            else
            {
                characters[written++] = (char)point;
            }
        }

        return written;
    }

    public static bool HasAtMost(ReadOnlySpan<byte> text, int count) => text.Length <= count || Count(text) <= count;

    // A code point takes at most four bytes.
    public static bool HasAtLeast(ReadOnlySpan<byte> text, int count) =>
        text.Length >= count && (text.Length >= (long)count * 4 || Count(text) >= count);

    /// <summary>The number of code points.</summary>
    public static int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var part in text)
        {
            if ((part & 0xC0) != 0x80)
                count++;
        }

        return count;
    }
}
