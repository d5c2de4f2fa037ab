namespace Recoup.Schemas.Formats;

/// <summary>A URI: RFC 3986, section 3.</summary>
internal static class UriFormat
{
    public static bool IsMatch(string text) => UriGrammar.IsMatch(text, needsScheme: true, international: false);
}
