using System.Text;
using Recoup.Binding.Types;

namespace Recoup.Generators.Emission;

/// <summary>Writes untrusted text as XML documentation. The text is escaped for XML, and each of its lines starts with slashes.</summary>
internal static class Documentation
{
    private const int MaxLength = 4000;

    public static void Summary(SourceWriter writer, string text) => Element(writer, "summary", "", text);

    public static void Parameter(SourceWriter writer, string name, string text) =>
        Element(writer, "param", $" name=\"{name.TrimStart('@')}\"", text);

    public static void Remarks(SourceWriter writer, string text) => Element(writer, "remarks", "", text);

    public static void Returns(SourceWriter writer, string text) => Element(writer, "returns", "", text);

    public static void Exception(SourceWriter writer, string type, string text) => Element(writer, "exception", $" cref=\"{type}\"", text);

    /// <summary>Returns the documentation of a value as one text.</summary>
    public static string Describe(DocumentationModel documentation, string otherwise)
    {
        var text = new StringBuilder(documentation.Description.Trim());
        if (text.Length == 0)
            text.Append(otherwise);
        if (documentation.Notes.Length > 0)
            text.Append("\nAllowed: ").Append(documentation.Notes).Append('.');
        if (documentation.Default is { } fallback && fallback != "null")
            text.Append("\nThe server's default: ").Append(fallback).Append('.');
        if (documentation.Examples.Length > 0)
            text.Append("\nExamples: ").Append(documentation.Examples.Replace("\n", ", ")).Append('.');
        if (documentation.IsDeprecated)
            text.Append('\n').Append(Deprecation.Note);
        return text.ToString();
    }

    private static void Element(SourceWriter writer, string element, string attributes, string text)
    {
        if (!writer.Has(isSummary: element == "summary"))
            return;
        var lines = Lines(text);
        if (lines.Count == 1)
        {
            writer.Line($"/// <{element}{attributes}>{lines[0]}</{element}>");
            return;
        }

        writer.Line($"/// <{element}{attributes}>");
        foreach (var line in lines)
            writer.Line(line.Length == 0 ? "///" : "/// " + line);
        writer.Line($"/// </{element}>");
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var length = Math.Min(text.Length, MaxLength);
        for (var i = 0; i < length; i++)
        {
            var c = text[i];

            // C# ends a line, and with it the comment, at each of these.
            if (c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029')
            {
                if (c == '\r' && i + 1 < length && text[i + 1] == '\n')
                    i++;
                Flush(line, lines);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < length && char.IsLowSurrogate(text[i + 1]))
            {
                line.Append(c).Append(text[++i]);
            }
            else
            {
                Append(line, c);
            }
        }

        if (length < text.Length)
            line.Append('…');
        Flush(line, lines);
        while (lines.Count > 1 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static void Flush(StringBuilder line, List<string> lines)
    {
        lines.Add(line.ToString().TrimEnd());
        line.Clear();
    }

    private static void Append(StringBuilder line, char c)
    {
        _ = c switch
        {
            '&' => line.Append("&amp;"),
            '<' => line.Append("&lt;"),
            '>' => line.Append("&gt;"),
            '\t' => line.Append(' '),
            < ' ' or '\uFFFE' or '\uFFFF' => line.Append('\uFFFD'),
            _ when char.IsSurrogate(c) => line.Append('\uFFFD'),
            _ => line.Append(c),
        };
    }
}
