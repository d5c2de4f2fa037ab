using System.Buffers;
using System.Globalization;
using System.Text;

namespace Recoup.Recordings;

/// <summary>Removes and adds one layer of escapes: those of URLs, of JSON and other languages like C, and of HTML.</summary>
internal static class EscapedText
{
    private const NumberStyles Hex = NumberStyles.AllowHexSpecifier;

    /// <summary>The text without the layer, and the place of each of its characters and of its end in the first text; null if there is no
    /// escape.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">The places of its characters in the first text; null if it is the first text.</param>
    public static (string Text, int[] Places)? Decode(string text, int[]? places)
    {
        if (text.AsSpan().IndexOfAny('%', '\\', '&') < 0)
            return null;
        var decoded = new StringBuilder(text.Length);
        var starts = new int[text.Length + 1];
        for (var i = 0; i < text.Length;)
        {
            var (rune, length) = Next(text.AsSpan(i));
            var before = decoded.Length;
            if (rune is { } escaped)
                decoded.Append(escaped.ToString());
            else
                decoded.Append(text, i, length);
            starts.AsSpan(before, decoded.Length - before).Fill(places?[i] ?? i);
            i += length;
        }

        if (decoded.Length == text.Length)
            return null;
        starts[decoded.Length] = places?[text.Length] ?? text.Length;
        return (decoded.ToString(), starts[..(decoded.Length + 1)]);
    }

    /// <summary>Escapes the punctuation of a text as another text is escaped.</summary>
    public static string EncodeLike(string escaped, string text)
    {
        if (escaped.Contains('%', StringComparison.Ordinal))
            return Uri.EscapeDataString(text);
        if (escaped.AsSpan().IndexOfAny('&', '\\') is not (>= 0 and var at))
            return text;
        var encoded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || character is ' ' or '-' or '.')
                encoded.Append(character);
            else if (escaped[at] == '&')
                encoded.Append(CultureInfo.InvariantCulture, $"&#{(int)character};");
            else
                encoded.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return encoded.ToString();
    }

    /// <summary>The character of an escape and the length of the escape; no character and 1 if there is none.</summary>
    private static (Rune? Rune, int Length) Next(ReadOnlySpan<char> text) => text[0] switch
    {
        '%' => Percent(text),
        '\\' when text.Length > 1 => Backslash(text),
        '&' => Entity(text),
        _ => (null, 1),
    };

    private static (Rune? Rune, int Length) Percent(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && text.Length >= 3 * (count + 1) && text[3 * count] == '%'
            && Number(text, (3 * count) + 1, 2, Hex) is { } code)
        {
            bytes[count++] = (byte)code;
        }

        return Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == OperationStatus.Done ? (rune, 3 * used) : (null, 1);
    }

    // Only what stands for one character of a credential. The others, such as a line feed, cannot be part of one.
    private static (Rune? Rune, int Length) Backslash(ReadOnlySpan<char> text) => text[1] switch
    {
        'u' when Number(text, 2, 4, Hex) is { } code && Rune.TryCreate(code, out var rune) => (rune, 6),
        'x' when Number(text, 2, 2, Hex) is { } code => (new Rune(code), 4),
        '\\' or '/' or '"' or '\'' => (new Rune(text[1]), 2),
        _ => (null, 1),
    };

    private static (Rune? Rune, int Length) Entity(ReadOnlySpan<char> text)
    {
        const int longest = 8;
        var end = text[..Math.Min(text.Length, longest + 1)].IndexOf(';');
        if (end < 2)
            return (null, 1);
        char? code = text[1..end] switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "plus" => '+',
            "equals" => '=',
            "sol" => '/',
            ['#', 'x' or 'X', _, ..] => Number(text, 3, end - 3, Hex),
            ['#', _, ..] => Number(text, 2, end - 2, NumberStyles.None),
            _ => null,
        };
        return code is { } character && Rune.TryCreate(character, out var rune) ? (rune, end + 1) : (null, 1);
    }

    // A zero never stands for a character of a credential.
    private static char? Number(ReadOnlySpan<char> text, int start, int length, NumberStyles style) =>
        text.Length >= start + length
        && int.TryParse(text.Slice(start, length), style, CultureInfo.InvariantCulture, out var code)
        && code is > 0 and <= char.MaxValue
            ? (char)code
            : null;
}
