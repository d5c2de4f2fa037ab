namespace Recoup.Schemas.Formats;

/// <summary>An IRI: RFC 3987, section 2.2.</summary>
internal static class IriFormat
{
    public static bool IsMatch(string text) => UriGrammar.IsMatch(text, needsScheme: true, international: true);
}
