using Recoup.Catalogs.Actions;
using Recoup.Catalogs.Files;

namespace Recoup.Contracts.Files;

/// <summary>The files that are read with a catalog.</summary>
internal static class CatalogFiles
{
    /// <summary>The catalog itself, and the files of fixed names beside it, whether they exist or not.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        return [path, Path.Combine(folder, NamesDocument.FileName), Path.Combine(folder, ResultFile.FileName)];
    }
}
