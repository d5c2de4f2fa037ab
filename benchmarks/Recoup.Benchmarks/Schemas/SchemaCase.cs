using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Benchmarks.Schemas;

/// <summary>A schema of a real catalog, and a sample instance of it.</summary>
internal sealed record SchemaCase(string Slug, JsonElement Schema, JsonElement Instance)
{
    /// <summary>The parameter schemas of a catalog.</summary>
    public static IReadOnlyList<SchemaCase> Load(string? path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(CatalogFile.Find(path)));
        var cases = new List<SchemaCase>();
        foreach (var action in document.RootElement.GetProperty("actions").EnumerateArray())
        {
            var schema = action.GetProperty("parameters").Clone();
            if (JsonSchema.TryParse(schema, null, out var compiled, out _) && compiled.CreateSample(seed: 1) is { } sample)
                cases.Add(new SchemaCase(action.GetProperty("slug").GetString()!, schema, sample));
        }

        return cases;
    }
}
