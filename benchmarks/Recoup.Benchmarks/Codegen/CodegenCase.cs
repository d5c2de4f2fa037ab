using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Benchmarks.Codegen;

/// <summary>The parameters schema of an action, and instances that it accepts.</summary>
internal sealed record CodegenCase(string Slug, JsonElement Schema, JsonElement[] Samples)
{
    private const int MostSamples = 5;

    /// <summary>The schemas of a catalog, with up to five different samples each.</summary>
    public static CodegenCase[] Load(string catalog)
    {
        using var document = JsonDocument.Parse(catalog);
        return [.. document.RootElement.GetProperty("actions").EnumerateArray().Select(action =>
        {
            var schema = action.GetProperty("parameters").Clone();
            return new CodegenCase(action.GetProperty("slug").GetString()!, schema, [.. SamplesOf(schema)]);
        })];
    }

    private static IEnumerable<JsonElement> SamplesOf(JsonElement schema)
    {
        if (!JsonSchema.TryParse(schema, null, out var compiled, out _))
            return [];
        return Enumerable.Range(1, MostSamples)
            .Select(seed => compiled.CreateSample(seed))
            .OfType<JsonElement>()
            .DistinctBy(sample => sample.GetRawText(), StringComparer.Ordinal);
    }
}
