using System.Text;

namespace Recoup.Cli.Terminal;

/// <summary>Replaces control characters by U+FFFD, because untrusted text must not control a terminal.</summary>
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

    // Bidirectional controls count too: they can make one line look like another.
    private static bool IsControl(char character) => (char.IsControl(character) && character is not ('\n' or '\t'))
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
