namespace Recoup.Emulator.Core.Reading;

/// <summary>What counts as a URL in a request body.</summary>
internal static class UrlText
{
    /// <summary>JSON Schema's <c>format: uri</c>: an absolute URI with a scheme of its own. .NET alone would take a rooted path for a file URI.</summary>
    public static bool IsUri(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.Contains(':') && Uri.TryCreate(text, UriKind.Absolute, out _)
        && Uri.IsWellFormedUriString(text, UriKind.Absolute);

    /// <summary>A URI that can be fetched over the web.</summary>
    public static bool IsWebUrl(string text) =>
        IsUri(text) && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
}
