namespace Recoup.Catalogs.Files;

/// <summary>Finds the file of an input document: in the current directory, then in the directory of the running program.</summary>
internal static class DocumentFile
{
    public static string FindCatalog(string path) => Find(path, "catalog",
        "Name it in the project file (<RecoupCatalog Include=\"…\" />) so that the build copies it beside the program, or give its full "
            + "path.");

    public static string FindResults(string path) => Find(path, "results file",
        "Name it in the project file (<RecoupResultSchemas Include=\"…\" />) so that the build copies it beside the program, or give its "
            + "full path.");

    public static string FindWorld(string path) => Find(path, "world", "Let the build copy it beside the program, or give its full path.");

    public static string FindSpec(string path) => Find(path, "OpenAPI document", "Give its full path.");

    private static string Find(string path, string kind, string advice)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new CatalogException($"The path of the {kind} is empty. {advice}");
        var candidates = new[] { Path.GetFullPath(path), Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, path)) };
        return candidates.FirstOrDefault(File.Exists) ?? throw new CatalogException(
            $"There is no {kind} '{path}': looked for {string.Join(" and ", candidates.Distinct(StringComparer.Ordinal))}. {advice}");
    }
}
