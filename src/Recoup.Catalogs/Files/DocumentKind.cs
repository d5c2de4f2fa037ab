using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Files;

/// <summary>Decides whether a file is read as a catalog or as an OpenAPI document.</summary>
internal static class DocumentKind
{
    /// <summary>
    /// Whether a text is meant as an OpenAPI document: of any version, also of Swagger, in YAML, or cut off. Its reader says what is wrong.
    /// </summary>
    /// <param name="utf8">The text.</param>
    /// <param name="text">What was read of it as JSON, or null.</param>
    /// <param name="error">The syntax error, or null.</param>
    public static bool IsSpec(ReadOnlyMemory<byte> utf8, PositionedJson? text, JsonSyntaxError? error) =>
        text is { Root: var root } && (Has(root, "openapi") || Has(root, "swagger"))
        || (error is not null && ForeignText.IsOpenApi(utf8));

    private static bool Has(PositionedElement root, string name) => root[name].ValueKind != JsonValueKind.Undefined;
}
