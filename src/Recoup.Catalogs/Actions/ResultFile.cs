using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Actions;

/// <summary>A file that describes results, and what is wrong with it.</summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Descriptions">The usable descriptions, in the order of the file; each slug once.</param>
/// <param name="Document">The text with positions, or null if it is not JSON.</param>
/// <param name="Problems">The problems, each with its position.</param>
internal sealed record ResultFile(
    string Path, IReadOnlyList<ResultDescription> Descriptions, PositionedJson? Document, IReadOnlyList<Problem> Problems)
{
    /// <summary>The name of the file, beside the catalog.</summary>
    public const string FileName = "recoup.results.json";

    /// <summary>Reads a file.</summary>
    /// <exception cref="CatalogException">The file cannot be read as text.</exception>
    public static ResultFile Load(string path) => ResultFileReader.Read(TextFile.ReadUtf8(path, "a results file"), path);

    /// <summary>Reads the results files in the folders of catalogs, each once.</summary>
    /// <param name="catalogs">The files of the catalogs.</param>
    /// <exception cref="CatalogException">A results file cannot be read as text.</exception>
    public static IReadOnlyList<ResultFile> Beside(IEnumerable<string> catalogs) =>
    [
        .. catalogs.Select(catalog => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(catalog) ?? "", FileName))
            .Distinct(StringComparer.Ordinal)
            .Where(File.Exists)
            .Select(Load),
    ];
}
