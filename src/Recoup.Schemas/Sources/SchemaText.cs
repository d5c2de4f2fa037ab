using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Recoup.Schemas.Sources;

/// <summary>Parses JSON text. A syntax error becomes a problem.</summary>
internal static class SchemaText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1024 };

    public static bool TryRead(string text, out JsonElement element, [NotNullWhen(false)] out SchemaProblem? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            element = document.RootElement.Clone();
            problem = null;
            return true;
        }
        catch (JsonException exception)
        {
            element = default;
            var at = exception.LineNumber is { } line ? $"line {line + 1}, byte {exception.BytePositionInLine + 1}: " : "";
            problem = new SchemaProblem("#", "", null, $"{at}expected JSON. {exception.Message}");
            return false;
        }
        catch (ArgumentException exception)
        {
            // Text with a lone surrogate cannot be encoded as UTF-8.
            element = default;
            problem = new SchemaProblem("#", "", null, $"expected JSON in well-formed Unicode. {exception.Message}");
            return false;
        }
    }
}
