using System.Text.Json;

namespace Recoup.Schemas.Tests;

/// <summary>Parses JSON text.</summary>
internal static class Json
{
    public static JsonElement Of(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 100_000 });
        return document.RootElement.Clone();
    }
}
