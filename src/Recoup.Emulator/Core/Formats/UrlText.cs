namespace Recoup.Emulator.Core.Formats;

/// <summary>Checks URLs in request bodies.</summary>
internal static class UrlText
{
    /// <summary>
    /// JSON Schema's <c>format: uri</c>: an absolute URI with a scheme. <see cref="Uri"/> alone would accept a rooted path as a file URI.
    /// </summary>
    public static bool IsUri(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.Contains(':') && Uri.TryCreate(text, UriKind.Absolute, out _)
        && Uri.IsWellFormedUriString(text, UriKind.Absolute);

    /// <summary>A URI that can be fetched over the web.</summary>
    public static bool IsWebUrl(string text) =>
        IsUri(text)
        && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
}
