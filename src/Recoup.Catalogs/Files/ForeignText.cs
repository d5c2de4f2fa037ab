using System.Text;
using System.Text.RegularExpressions;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Files;

/// <summary>Recognizes a text that is not JSON.</summary>
internal static class ForeignText
{
    // A document names its format near its start; below that, nothing is searched.
    private const int SearchedLength = 64 * 1024;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Multiline;

    private static readonly Regex OpenApi = new("^[\"']?(openapi|swagger)[\"']?[ \t]*:", Options);

    private static readonly Regex Yaml = new(@"\A(%YAML|---|- |[""']?[\w$./-]+[""']?[ \t]*:([ \t]|\r?$))", Options);

    private static readonly Regex Comments = new(@"\A([ \t]*(#[^\r\n]*)?\r?\n)+", Options);

    /// <summary>Why a text is not JSON: its format if that is known, or else the first syntax error.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="error">The first syntax error.</param>
    public static string Describe(ReadOnlyMemory<byte> utf8, JsonSyntaxError error)
    {
        var text = StartOf(utf8);
        return text.TrimStart() switch
        {
            "" => "it is empty",
            { } markup when markup[0] == '<' => "it is HTML or XML",
            { } json when json[0] is '{' or '[' => error.Message,
            _ => Yaml.IsMatch(Comments.Replace(text, "")) ? "it is YAML" : error.Message,
        };
    }

    /// <summary>Whether a text that is not JSON is an OpenAPI document in YAML.</summary>
    /// <param name="utf8">The text.</param>
    public static bool IsOpenApi(ReadOnlyMemory<byte> utf8)
    {
        var text = StartOf(utf8);
        return text.TrimStart() is { Length: > 0 } start && start[0] is not ('{' or '[' or '<') && OpenApi.IsMatch(text);
    }

    private static string StartOf(ReadOnlyMemory<byte> utf8) =>
        Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, SearchedLength)].ToArray()).TrimStart('\uFEFF');
}
