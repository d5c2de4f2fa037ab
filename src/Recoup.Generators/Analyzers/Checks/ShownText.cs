using System.Text;

namespace Recoup.Generators.Analyzers.Checks;

/// <summary>Text of a program as a message shows it: in one line, and not longer than a line.</summary>
internal static class ShownText
{
    private const int Longest = 100;

    public static string Of(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, Longest + 1));
        foreach (var c in text)
        {
            if (shown.Length == Longest)
                return shown.Append('…').ToString();
            shown.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return shown.ToString();
    }
}
