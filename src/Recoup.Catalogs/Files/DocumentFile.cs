using Recoup.Catalogs.Rehearsals;

namespace Recoup.Catalogs.Files;

/// <summary>Finds the file of an input document: in the current directory, then in the directory of the running program.</summary>
internal static class DocumentFile
{
    private const string CatalogAdvice =
        "Name it in the project file (<RecoupCatalog Include=\"…\" />) so that the build copies it beside the program, or give its full "
            + "path.";

    /// <summary>Reads a catalog. During a rehearsal, another one takes the place of the rehearsed one.</summary>
    public static byte[] ReadCatalog(string path, Rehearsal? rehearsal)
    {
        var (found, utf8) = Read(path, "catalog", CatalogAdvice);
        return rehearsal is null ? utf8 : rehearsal.Replace(found, utf8);
    }

    public static byte[] ReadSpec(string path) => Read(path, "OpenAPI document", "Give its full path.").Utf8;

    private static (string Path, byte[] Utf8) Read(string path, string kind, string advice)
    {
        var candidates = new[] { Path.GetFullPath(path), Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, path)) };
        var found = candidates.FirstOrDefault(File.Exists) ?? throw new CatalogException(
            $"There is no {kind} '{path}': looked for {string.Join(" and ", candidates.Distinct(StringComparer.Ordinal))}. {advice}");
        return (found, TextFile.ReadUtf8(found, kind));
    }
}
