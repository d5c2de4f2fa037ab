using System.Buffers;

namespace Recoup.Recordings;

/// <summary>What a text contains. It decides which patterns are tried.</summary>
[Flags]
internal enum TextTraits
{
    None = 0,
    At = 1,
    Percent = 2,
    Colon = 4,
    Equal = 8,
    Dash = 16,
    Slash = 32,
    Dot = 64,

    /// <summary>At least seven digits.</summary>
    Digits = 128,
    Plus = 256,
    Backslash = 512,
    Ampersand = 1024,

    /// <summary>At least one digit or one of <c>-_.</c>.</summary>
    Irregular = 2048,
}

/// <summary>Finds the traits of a text in one pass.</summary>
internal static class TextTraitsReader
{
    private const int EnoughDigits = 7;

    private static readonly SearchValues<char> Interesting = SearchValues.Create("0123456789@%:=-/._+\\&");

    public static TextTraits Of(ReadOnlySpan<char> text)
    {
        var traits = TextTraits.None;
        var digits = 0;
        while (text.IndexOfAny(Interesting) is >= 0 and var at)
        {
            var character = text[at];
            text = text[(at + 1)..];
            if (char.IsAsciiDigit(character))
                digits++;
            traits |= Of(character);
        }

        return digits >= EnoughDigits ? traits | TextTraits.Digits : traits;
    }

    private static TextTraits Of(char character) => character switch
    {
        '@' => TextTraits.At,
        '%' => TextTraits.Percent,
        ':' => TextTraits.Colon,
        '=' => TextTraits.Equal,
        '-' => TextTraits.Dash | TextTraits.Irregular,
        '/' => TextTraits.Slash,
        '.' => TextTraits.Dot | TextTraits.Irregular,
        '+' => TextTraits.Plus,
        '\\' => TextTraits.Backslash,
        '&' => TextTraits.Ampersand,
        _ => TextTraits.Irregular,
    };
}
