using System.Globalization;
using System.Text.RegularExpressions;

namespace Recoup.Contracts.Json;

/// <summary>
/// What untrusted text must not bring into a terminal or a build log: characters that control it or that nobody sees, and the first
/// character of a command to a build server.
/// </summary>
internal static partial class UnsafeText
{
    /// <summary>The text with a replacement for each unsafe character. Line feeds and tabs are safe.</summary>
    /// <param name="text">The text.</param>
    /// <param name="replacement">Returns what takes the place of a character, which is a text of one or two UTF-16 units.</param>
    public static string Replace(string text, Func<string, string> replacement) => Unsafe().Replace(
        text, found => found.Length == 1 || IsFormat(found.Value) ? replacement(found.Value) : found.Value);

    private static bool IsFormat(string pair) => CharUnicodeInfo.GetUnicodeCategory(pair, 0) == UnicodeCategory.Format;

    // In the order of the lines: control characters, and separators of lines and paragraphs; formats, such as marks of direction and
    // characters without a width; pairs of surrogates, of which a format may consist, and halves; and what starts a command: "##[" of
    // GitHub, "##vso[" of Azure and "##teamcity[" anywhere, and "::" of GitHub at the beginning of a line.
    // The joiners U+200C and U+200D stay between visible characters beyond ASCII: Persian and Indic words and emoji are written with them.
    // The time is linear: letters and white space are repeated only beside number signs and colons.
    [GeneratedRegex(
        """
        [\p{Cc}\p{Zl}\p{Zp}-[\n\t]]
        | (?! (?<=[^\x00-\x7F\p{Cc}\p{Cf}\p{Z}]) [\u200C\u200D] (?=[^\x00-\x7F\p{Cc}\p{Cf}\p{Z}]) ) \p{Cf}
        | [\uD800-\uDBFF][\uDC00-\uDFFF] | \p{Cs}
        | \# (?=\#[A-Za-z]*\[)
        | : (?=:) (?<=^\s*:)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Unsafe();
}
