using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Benchmarks.Schemas;

/// <summary>A schema of a real catalog, and a sample instance of it.</summary>
internal sealed record SchemaCase(string Slug, JsonElement Schema, JsonElement Instance)
{
    /// <summary>
    /// The parameter schemas of a catalog: the file given, else the large real one among the external test data, else the quick start's.
    /// </summary>
    public static IReadOnlyList<SchemaCase> Load(string? path)
    {
        path ??= Candidates().FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("No catalog here: give its path, or name the folder of the external test data in RECOUP_TEST_DATA.");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var cases = new List<SchemaCase>();
        foreach (var action in document.RootElement.GetProperty("actions").EnumerateArray())
        {
            var schema = action.GetProperty("parameters").Clone();
            if (JsonSchema.TryParse(schema, null, out var compiled, out _) && compiled.CreateSample(seed: 1) is { } sample)
                cases.Add(new SchemaCase(action.GetProperty("slug").GetString()!, schema, sample));
        }

        return cases;
    }

    private static IEnumerable<string> Candidates()
    {
        var repository = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", ".."));
        var external = Environment.GetEnvironmentVariable("RECOUP_TEST_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Path.GetDirectoryName(repository)!, "shared");
        yield return Path.Combine(external, "catalogs", "github-googledrive.served.json");
        yield return Path.Combine(repository, "samples", "QuickStart", "recoup.catalog.json");
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
