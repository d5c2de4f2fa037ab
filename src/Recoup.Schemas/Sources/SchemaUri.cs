namespace Recoup.Schemas.Sources;

/// <summary>Resolves references to absolute URIs and fragments (RFC 3986, section 5).</summary>
internal static class SchemaUri
{
    /// <summary>The base URI of a document without one. It is never shown, and no other document can have it.</summary>
    public const string Unnamed = UnnamedRoot + "schema";

    private const string UnnamedScheme = "unnamed:";
    private const string UnnamedRoot = UnnamedScheme + "///";

    /// <summary>Whether the URI is the result of a relative reference in a document without a base URI.</summary>
    public static bool IsUnnamed(string uri) => uri.StartsWith(UnnamedScheme, StringComparison.Ordinal);

    /// <summary>The URI as shown: relative if only the document without a base URI makes it absolute.</summary>
    public static string Display(string uri) =>
        uri.StartsWith(UnnamedRoot, StringComparison.Ordinal) ? uri.Substring(UnnamedRoot.Length)
        : IsUnnamed(uri) ? uri.Substring(UnnamedScheme.Length)
        : uri;

    /// <summary>Splits off the fragment and percent-decodes it. The fragment is null if there is none.</summary>
    public static string WithoutFragment(string reference, out string? fragment)
    {
        var hash = reference.IndexOf('#');
        if (hash < 0)
        {
            fragment = null;
            return reference;
        }

        var written = reference.Substring(hash + 1);
        fragment = written.IndexOf('%') < 0 ? written : Uri.UnescapeDataString(written);
        return reference.Substring(0, hash);
    }

    /// <summary>Resolves a reference without fragment. Null if it is not a valid reference.</summary>
    public static string? Resolve(SchemaResource resource, string reference)
    {
        if (reference.Length == 0)
            return resource.BaseUri;
        if (Uri.TryCreate(reference, UriKind.Absolute, out var absolute) && HasScheme(reference))
            return Normal(absolute);
        return Uri.TryCreate(resource.Uri, reference, out var resolved) ? Normal(resolved) : null;
    }

    public static string Normal(Uri uri)
    {
        var text = uri.IsAbsoluteUri ? uri.AbsoluteUri : uri.OriginalString;
        var hash = text.IndexOf('#');
        return hash < 0 ? text : text.Substring(0, hash);
    }

    // System.Uri takes "/path" on Unix and "c:/path" on Windows for the absolute URI of a file.
    private static bool HasScheme(string reference)
    {
        var colon = reference.IndexOf(':');
        return colon > 1 && reference.IndexOf('/') is var slash && (slash < 0 || slash > colon);
    }
}
