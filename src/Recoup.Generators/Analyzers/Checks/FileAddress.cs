namespace Recoup.Generators.Analyzers.Checks;

/// <summary>The addresses from which a server can fetch a file.</summary>
internal static class FileAddress
{
    public static bool Is(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
