namespace Recoup.Schemas.Formats;

/// <summary>An IRI or a relative reference: RFC 3987, section 2.2.</summary>
internal static class IriReferenceFormat
{
    public static bool IsMatch(string text) => UriGrammar.IsMatch(text, needsScheme: false, international: true);
}
