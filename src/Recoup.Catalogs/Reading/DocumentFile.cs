using System.Text;

namespace Recoup.Catalogs.Reading;

/// <summary>Finds and opens an input document.</summary>
internal static class DocumentFile
{
    public static string ReadCatalog(string path) => ReadText(path, "catalog",
        "Name it in the project file (<RecoupCatalog Include=\"…\" />) so that the build copies it beside the program, or give its full path.",
        "Store the answer of GET /api/connectors/actions as it came.");

    public static string ReadSpec(string path) => ReadText(path, "OpenAPI document", "Give its full path.", "Store it in that encoding.");

    private static string ReadText(string path, string kind, string whereElse, string cure)
    {
        var candidates = new[] { Path.GetFullPath(path), Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, path)) };
        var found = candidates.FirstOrDefault(File.Exists) ?? throw new CatalogException(
            $"There is no {kind} '{path}': looked for {string.Join(" and ", candidates.Distinct(StringComparer.Ordinal))}. "
            + whereElse);
        try
        {
            using var reader = new StreamReader(found, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException e)
        {
            throw new CatalogException($"The {kind} '{found}' is not UTF-8 text. {cure}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CatalogException($"The {kind} '{found}' cannot be opened: {e.Message}", e);
        }
    }
}
