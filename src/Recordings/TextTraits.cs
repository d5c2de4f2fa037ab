using System.Buffers;

namespace Recoup.Recordings;

/// <summary>What a text contains. It decides which patterns are tried.</summary>
[Flags]
internal enum TextTraits
{
    None = 0,
    At = 1,
    Colon = 1 << 1,
    Equal = 1 << 2,
    Dash = 1 << 3,
    Slash = 1 << 4,
    Dot = 1 << 5,
    Less = 1 << 6,
    Upper = 1 << 7,

    /// <summary>A character other than a digit that a phone number may contain: one of <c>- / . + (</c> or a space.</summary>
    Gap = 1 << 8,

    /// <summary>What begins an escape.</summary>
    Escape = 1 << 9,
    NotAscii = 1 << 10,

    /// <summary>At least seven digits.</summary>
    Digits = 1 << 11,

    /// <summary>At least 13 digits.</summary>
    ManyDigits = 1 << 12,

    /// <summary>So many characters of Base64 in a row that they may encode a text.</summary>
    Run = 1 << 13,

    /// <summary>A word that introduces a secret or personal data, such as <c>password</c>.</summary>
    Word = 1 << 14,

    /// <summary>So many characters of a key in a row that they may be one.</summary>
    Key = 1 << 15,
    Quote = 1 << 16,
}

/// <summary>Finds the traits of a text in one pass.</summary>
internal static class TextTraitsReader
{
    private const int EnoughDigits = 7;
    private const int ManyDigits = 13;
    private const int ShortestKey = 12;
    private const int ShortestWithWord = 7;
    private const int Digit = 1 << 30;

    /// <summary>For each character of ASCII its trait, <see cref="TextTraits.Run"/> if Base64 has it, and whether it is a digit.</summary>
    private static readonly int[] Characters = [.. Enumerable.Range(0, 128).Select(code => Of((char)code))];

    // Most texts have none of these, and then one search spares several patterns.
    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "bearer", "basic", "cookie", "pass", "pwd", "secret", "token", "key", "authorization", "session", "code", "otp", "pin", "cvv",
            "cvc", "ssn", "social", "tax", "dob", "birth", "born", "tel", "phone", "mobile", "fax",
            "whatsapp",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The traits of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="possible">The traits that it can have. The others are not looked for.</param>
    public static TextTraits Of(ReadOnlySpan<char> text, TextTraits possible)
    {
        var (all, digits, run, longest, key, longestKey) = (0, 0, 0, 0, 0, 0);
        foreach (var character in text)
        {
            var flags = character < Characters.Length ? Characters[character] : (int)TextTraits.NotAscii;
            all |= flags;
            digits += flags >> 30;
            run = (flags & (int)TextTraits.Run) != 0 ? run + 1 : 0;
            longest = Math.Max(longest, run);
            key = (flags & (int)TextTraits.Key) != 0 ? key + 1 : 0;
            longestKey = Math.Max(longestKey, key);
        }

        var traits = (TextTraits)(all & ~Digit) & ~(TextTraits.Run | TextTraits.Key);
        if (digits >= EnoughDigits)
            traits |= digits >= ManyDigits ? TextTraits.Digits | TextTraits.ManyDigits : TextTraits.Digits;
        if (longest >= Base64Text.Shortest)
            traits |= TextTraits.Run;
        if (longestKey >= ShortestKey)
            traits |= TextTraits.Key;
        if ((possible & TextTraits.Word) != 0 && HasWord(text))
            traits |= TextTraits.Word;
        return traits;
    }

    /// <summary>Whether a text contains a word of <see cref="TextTraits.Word"/>.</summary>
    public static bool HasWord(ReadOnlySpan<char> text) => text.Length >= ShortestWithWord && text.ContainsAny(Words);

    private static int Of(char character)
    {
        var traits = character switch
        {
            '@' => TextTraits.At,
            ':' => TextTraits.Colon,
            '=' => TextTraits.Equal,
            '-' => TextTraits.Dash | TextTraits.Gap,
            '/' => TextTraits.Slash | TextTraits.Gap,
            '.' => TextTraits.Dot | TextTraits.Gap,
            ' ' or '+' or '(' => TextTraits.Gap,
            '<' => TextTraits.Less,
            '"' or '\'' => TextTraits.Quote,
            '%' or '\\' or '&' => TextTraits.Escape,
            >= 'A' and <= 'Z' => TextTraits.Upper,
            _ => TextTraits.None,
        };
        if (Base64Text.Has(character))
            traits |= TextTraits.Run;
        if (char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or '~' or '+' or '/' or '=')
            traits |= TextTraits.Key;
        return (int)traits | (char.IsAsciiDigit(character) ? Digit : 0);
    }
}
