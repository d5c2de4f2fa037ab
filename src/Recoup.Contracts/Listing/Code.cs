using System.Text;

namespace Recoup.Contracts.Listing;

/// <summary>An expression: on one line if it fits, else one part a line.</summary>
/// <param name="Open">The text, or what comes before the parts.</param>
/// <param name="Parts">The parts, between which commas are written; null for a text.</param>
/// <param name="Close">What comes after the parts.</param>
internal sealed record Code(string Open, IReadOnlyList<Code>? Parts = null, string Close = "")
{
    private const int LongestLine = 100;

    /// <summary>The text before the expression, for example the name of a parameter.</summary>
    public string Prefix { get; init; } = "";

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text, indent: 0, used: 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, int indent, int used)
    {
        text.Append(Prefix).Append(Open);
        if (Parts is null or [])
        {
            text.Append(Close);
            return;
        }

        if (Length(LongestLine - used) <= LongestLine - used)
        {
            var isPadded = Close == "}";
            text.Append(isPadded ? " " : "");
            for (var at = 0; at < Parts.Count; at++)
            {
                text.Append(at == 0 ? "" : ", ");
                Parts[at].Write(text, indent, used: 0);
            }

            text.Append(isPadded ? " " : "").Append(Close);
            return;
        }

        var inner = indent + 4;
        for (var at = 0; at < Parts.Count; at++)
        {
            text.Append('\n').Append(' ', inner);
            Parts[at].Write(text, inner, used: inner);
            text.Append(at < Parts.Count - 1 ? "," : "");
        }

        if (Close[0] is ']' or '}')
            text.Append('\n').Append(' ', indent);
        text.Append(Close);
    }

    // The length on one line; of a long one, more than enough of it.
    private int Length(int enough)
    {
        var length = Prefix.Length + Open.Length + Close.Length + 2;
        foreach (var part in Parts ?? [])
        {
            if (length > enough)
                break;
            length += part.Length(enough - length) + 2;
        }

        return length;
    }
}
