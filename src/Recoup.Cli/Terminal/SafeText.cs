using System.Text;

namespace Recoup.Cli.Terminal;

/// <summary>Text that came from elsewhere must not steer a terminal: control characters become U+FFFD.</summary>
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

    // Marks of direction can make a line read as another one; they count too.
    private static bool IsControl(char character) => (char.IsControl(character) && character is not ('\n' or '\t'))
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
