using System.Text;

namespace Recoup.Catalogs.Reading;

/// <summary>Finds and opens a catalog file.</summary>
internal static class CatalogFile
{
    public static string ReadText(string path)
    {
        var candidates = new[] { Path.GetFullPath(path), Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, path)) };
        var found = candidates.FirstOrDefault(File.Exists) ?? throw new CatalogException(
            $"There is no catalog '{path}': looked for {string.Join(" and ", candidates.Distinct(StringComparer.Ordinal))}. "
            + "Name it in the project file (<RecoupCatalog Include=\"…\" />) so that the build copies it beside the program, or give its full path.");
        try
        {
            using var reader = new StreamReader(found, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException e)
        {
            throw new CatalogException($"The catalog '{found}' is not UTF-8 text. Store the answer of GET /api/connectors/actions as it came.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CatalogException($"The catalog '{found}' cannot be opened: {e.Message}", e);
        }
    }
}
