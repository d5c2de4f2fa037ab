using System.Runtime.CompilerServices;

namespace Recoup.Benchmarks;

/// <summary>
/// Where the catalog to measure with is: the file given, else the large real one among the external test data, else the quick start's.
/// </summary>
internal static class CatalogFile
{
    /// <summary>The folder of this repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    public static string Find(string? path) => path ?? Candidates().FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException(
            "No catalog here: give its path, or name the folder of the external test data in RECOUP_TEST_DATA.");

    private static IEnumerable<string> Candidates()
    {
        var external = Environment.GetEnvironmentVariable("RECOUP_TEST_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Path.GetDirectoryName(Repository)!, "shared");
        yield return Path.Combine(external, "catalogs", "github-googledrive.served.json");
        yield return Path.Combine(Repository, "samples", "QuickStart", "recoup.catalog.json");
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
