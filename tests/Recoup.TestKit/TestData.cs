using System.Runtime.CompilerServices;

namespace Recoup.Tests;

/// <summary>Where the tests find files that are not their own.</summary>
internal static class TestData
{
    /// <summary>The repository's root folder.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourceFile())!, "..", ".."));

    /// <summary>The catalog of the quick start.</summary>
    public static string QuickStartCatalog { get; } = Path.Combine(Repository, "samples", "QuickStart", "recoup.catalog.json");

    /// <summary>The OpenAPI document of the API.</summary>
    public static string Spec { get; } = Path.Combine(Repository, "specs", "social.json");

    /// <summary>An OpenAPI document with one of everything, some of it hostile.</summary>
    public static string ShopSpec { get; } = Path.Combine(Repository, "tests", "Specs", "shop.json");

    /// <summary>
    /// A folder with data too large or too foreign to keep in the repository (real catalogs, official test suites), or null where
    /// there is none: the folder named by RECOUP_TEST_DATA, else <c>shared</c> beside the repository.
    /// </summary>
    public static string? External { get; } = FindExternal();

    /// <summary>A file or folder of <see cref="External"/>; skips the running test where it is absent.</summary>
    public static string RequireExternal(params string[] path)
    {
        var full = External is null ? null : Path.Combine([External, .. path]);
        if (!Path.Exists(full))
            Assert.Skip($"No {Path.Combine(path)} here: it is external data. Name its folder in RECOUP_TEST_DATA.");
        return full;
    }

    private static string? FindExternal()
    {
        var folder = Environment.GetEnvironmentVariable("RECOUP_TEST_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Path.GetDirectoryName(Repository)!, "shared");
        return Directory.Exists(folder) ? folder : null;
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
