using System.Text;

namespace Recoup.Typed;

/// <summary>Shortens foreign text for a message: one line of limited length, without control characters.</summary>
internal static class Excerpt
{
    private const int Limit = 500;

    public static string Of(string text)
    {
        var line = new StringBuilder();
        var blank = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                blank = line.Length > 0;
                continue;
            }

            if (line.Length >= Limit)
                return line.Append('…').ToString();
            if (blank)
                line.Append(' ');
            line.Append(rune);
            blank = false;
        }

        return line.ToString();
    }
}
