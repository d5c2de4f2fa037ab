using System.Text;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Files;

/// <summary>Recognizes a text that is not JSON.</summary>
internal static class ForeignText
{
    // A document names its format near its start; below that, nothing is searched.
    private const int SearchedLength = 64 * 1024;

    private static readonly char[] Quotes = ['"', '\''];

    /// <summary>Why a text is not JSON: its format if that is known, or else the first syntax error.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="error">The first syntax error.</param>
    public static string Describe(ReadOnlyMemory<byte> utf8, JsonSyntaxError error)
    {
        var text = StartOf(utf8);
        if (text.Length == 0)
            return "it is empty";
        if (text[0] == '<')
            return "it is HTML or XML";
        return IsJson(text) || !IsYaml(text) ? error.Message : "it is YAML";
    }

    /// <summary>Whether a text that is not JSON is an OpenAPI document in YAML.</summary>
    /// <param name="utf8">The text.</param>
    public static bool IsOpenApi(ReadOnlyMemory<byte> utf8)
    {
        var text = StartOf(utf8);
        return text.Length > 0 && !IsJson(text) && text[0] != '<' && LinesOf(text).Any(line => KeyOf(line) is "openapi" or "swagger");
    }

    private static string StartOf(ReadOnlyMemory<byte> utf8) =>
        Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, SearchedLength)].ToArray()).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');

    private static bool IsJson(string text) => text[0] is '{' or '[';

    private static bool IsYaml(string text)
    {
        var first = LinesOf(text).FirstOrDefault() ?? "";
        return first.StartsWith("%YAML", StringComparison.Ordinal)
            || first.StartsWith("---", StringComparison.Ordinal)
            || first.StartsWith("- ", StringComparison.Ordinal)
            || KeyOf(first) is not null;
    }

    /// <summary>The lines that are neither empty nor a comment.</summary>
    private static IEnumerable<string> LinesOf(string text) =>
        text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line.TrimStart()[0] != '#');

    /// <summary>The key of a line such as <c>openapi: 3.1.0</c>; null if the line is indented or has none.</summary>
    private static string? KeyOf(string line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0 || char.IsWhiteSpace(line[0]) || (colon + 1 < line.Length && !char.IsWhiteSpace(line[colon + 1])))
            return null;
        var key = line[..colon].TrimEnd().Trim(Quotes);
        return key.Length > 0 && key.All(character => char.IsLetterOrDigit(character) || "_$./-".IndexOf(character) >= 0) ? key : null;
    }
}
