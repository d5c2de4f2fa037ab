using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Json;

/// <summary>Shortens JSON and text for reports.</summary>
internal static class Excerpt
{
    private const int Most = 200;

    public static string? Of(PositionedElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? null : Shorten(CanonicalJson.Of(element.ToJsonElement()));

    public static string Shorten(string text, int most = Most)
    {
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end] + "…";
    }
}
