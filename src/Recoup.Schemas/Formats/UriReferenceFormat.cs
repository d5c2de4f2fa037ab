namespace Recoup.Schemas.Formats;

/// <summary>A URI or a relative reference: RFC 3986, section 4.1.</summary>
internal static class UriReferenceFormat
{
    public static bool IsMatch(string text) => UriGrammar.IsMatch(text, needsScheme: false, international: false);
}
