using System.Text;
using System.Text.Encodings.Web;

namespace Recoup.AI.Toolbox.Signatures;

/// <summary>Writes texts of a catalog for a model. They are untrusted, so they stay short and inside their line.</summary>
internal static class SafeText
{
    private const int LongestSentence = 200;

    /// <summary>A text in one line, with single spaces, cut to a number of characters.</summary>
    public static string Line(string text, int length)
    {
        var line = new StringBuilder();
        foreach (var character in text)
        {
            if (line.Length > length)
                break;
            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
                line.Append(character);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return Cut(line.ToString().TrimEnd(), length);
    }

    /// <summary>The first sentence of a text, in one line.</summary>
    public static string FirstSentence(string text)
    {
        var line = Line(text, LongestSentence);
        for (var i = 0; i < line.Length - 1; i++)
        {
            if (line[i] is '.' or '!' or '?' && line[i + 1] == ' ' && !IsAbbreviation(line, i))
                return line[..(i + 1)];
        }

        return line;
    }

    /// <summary>A text as a JSON string, cut to a number of characters.</summary>
    public static string Quoted(string text, int length) =>
        "\"" + JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(Cut(text, length)) + "\"";

    /// <summary>A name as it is where TypeScript takes it without quotes, else as a JSON string.</summary>
    public static string Name(string name, int length) => IsIdentifier(name) && name.Length <= length ? name : Quoted(name, length);

    /// <summary>A text, or its beginning and an ellipsis.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
    }

    // "e.g." and "i.e." end no sentence, and neither does "etc.".
    private static bool IsAbbreviation(string line, int dot)
    {
        var word = line[(line.LastIndexOf(' ', dot) + 1)..dot].TrimStart('(');
        return word.Contains('.') || word is "etc" or "vs";
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0
        && !char.IsAsciiDigit(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '$');
}
