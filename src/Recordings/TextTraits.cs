using System.Buffers;

namespace Recoup.Recordings;

/// <summary>What a text contains. It decides which patterns are tried.</summary>
[Flags]
internal enum TextTraits
{
    None = 0,
    At = 1,
    Colon = 2,
    Equal = 4,
    Dash = 8,
    Slash = 16,
    Dot = 32,
    Less = 64,

    /// <summary>At least seven digits.</summary>
    Digits = 128,

    /// <summary>A word that introduces a secret or personal data, such as <c>password</c>.</summary>
    Word = 256,

    /// <summary>The prefix of a provider's keys.</summary>
    Prefix = 512,
}

/// <summary>Finds the traits of a text in one pass.</summary>
internal static class TextTraitsReader
{
    private const int EnoughDigits = 7;

    private static readonly SearchValues<char> Interesting = SearchValues.Create("0123456789@:=-/.<");

    // Most texts have none of these, and then one search spares several patterns.
    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "bearer", "basic", "cookie", "pass", "pwd", "secret", "token", "key", "authorization", "session", "code", "otp", "pin", "cvv",
            "cvc", "pw", "ssn", "social", "tax", "dob", "birth", "born", "tel.", "tel:", "telefon", "telephone", "phone", "mobile", "fax",
            "whatsapp",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Prefixes = SearchValues.Create(
        [
            "sk-", "sk_", "pk_", "rk_", "whsec_", "gho_", "ghp_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "glptt-", "gldt-",
            "glrt-",
            "glcbt-", "glsoat-", "xox", "xapp-", "xai-", "gsk_", "hf_", "npm_", "pypi-", "_v1_", "shpat_", "shpss_", "shpca_", "shppa_",
            "sq0",
            "lin_", "figd_", "ntn_", "secret_", "dckr_", "sbp_", "r8_", "tvly-", "pplx-", "key-", "SG.", "ya29.", "GOCSPX-", "AIza", "AKIA",
            "ASIA", "ATATT", "ATCTT", "EAA", "1//0", "pat-", "PMAK-", "rubygems_", "glsa_", "sntry", "ops_eyJ", "AGE-SECRET-KEY-1", "pat",
            "AC",
            "AS", "SK",
        ],
        StringComparison.Ordinal);

    /// <summary>The traits that are words in a text.</summary>
    public const TextTraits OfWords = TextTraits.Word | TextTraits.Prefix;

    /// <summary>The traits of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="possible">The traits that it can have. The others are not looked for.</param>
    public static TextTraits Of(ReadOnlySpan<char> text, TextTraits possible)
    {
        var traits = WordsOf(text, possible);
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

    /// <summary>Those of <see cref="OfWords"/> that a text has.</summary>
    public static TextTraits WordsOf(ReadOnlySpan<char> text, TextTraits possible = OfWords)
    {
        const int shortest = 9;
        var traits = TextTraits.None;
        if (text.Length < shortest)
            return traits;
        if ((possible & TextTraits.Word) != 0 && text.ContainsAny(Words))
            traits |= TextTraits.Word;
        if ((possible & TextTraits.Prefix) != 0 && text.ContainsAny(Prefixes))
            traits |= TextTraits.Prefix;
        return traits;
    }

    private static TextTraits Of(char character) => character switch
    {
        '@' => TextTraits.At,
        ':' => TextTraits.Colon,
        '=' => TextTraits.Equal,
        '-' => TextTraits.Dash,
        '/' => TextTraits.Slash,
        '.' => TextTraits.Dot,
        '<' => TextTraits.Less,
        _ => TextTraits.None,
    };
}
