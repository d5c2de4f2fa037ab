
namespace Recoup.Packages.Tests;

/// <summary>The packages that are looked at.</summary>
internal static class PackageFolder
{
    /// <summary>What a release consists of.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        "Recoup.AI", "Recoup.AI.Mcp", "Recoup.AI.Testing", "Recoup.Catalogs", "Recoup.Cli", "Recoup.Contracts", "Recoup.Emulator",
        "Recoup.Schemas", "Recoup.Typed",
    ];

    private static readonly string Folder = Environment.GetEnvironmentVariable("RECOUP_PACKAGES") is { Length: > 0 } named
        ? Path.GetFullPath(named, TestData.Repository)
        : Path.Combine(AppContext.BaseDirectory, "packages");

    /// <summary>The names of all files, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal),
    ];

    public static Package Open(string id) => new(Path.Combine(Folder, Single(id, ".nupkg")));

    /// <summary>The symbols of a package, or null where it has none of its own.</summary>
    public static Package? OpenSymbols(string id) =>
        Files.Any(file => IsOf(id, file) && file.EndsWith(".snupkg", StringComparison.Ordinal))
            ? new(Path.Combine(Folder, Single(id, ".snupkg")))
            : null;

    private static string Single(string id, string extension) =>
        Files.Single(file => IsOf(id, file) && file.EndsWith(extension, StringComparison.Ordinal));

    // After the id comes the version, which starts with a digit.
    private static bool IsOf(string id, string file) =>
        file.StartsWith(id + ".", StringComparison.Ordinal) && char.IsAsciiDigit(file[id.Length + 1]);
}
