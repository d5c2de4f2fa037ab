using System.Text;

namespace Recoup.Cli.Terminal;

/// <summary>Replaces control characters and invisible ones by U+FFFD, because untrusted text must not control a terminal.</summary>
internal static class SafeText
{
    public static string Of(string text)
    {
        if (!text.Any(IsControl))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (var character in text)
            safe.Append(IsControl(character) ? '\uFFFD' : character);
        return safe.ToString();
    }

    // Bidirectional controls and characters without a width count too: they can make one line look like another. Those that join or part
    // letters (U+200C, U+200D) stay, because words are written with them.
    private static bool IsControl(char character) => (char.IsControl(character) && character is not ('\n' or '\t'))
        || character is '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or '\u2060' or '\uFEFF'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
