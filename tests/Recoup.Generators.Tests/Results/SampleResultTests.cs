using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Catalogs;
using Recoup.Generators.Tests.Driving;
using Recoup.Schemas;
using Recoup.Tests;

namespace Recoup.Generators.Tests.Results;

/// <summary>Every action's result schema is sampled, answered to the client, and read through the view: it says what stands in the JSON.</summary>
public sealed class SampleResultTests
{
    private static readonly JsonSchemaOptions AsCatalogsMean = new() { HonorNullable = true };

    [Fact]
    public void Every_result_of_the_real_catalog_reads_as_it_came() =>
        ShouldReadSamples(File.ReadAllText(TestData.RequireExternal("catalogs", "github-googledrive.source.json")), results: 930, typed: 108);

    [Fact]
    public void Every_result_of_the_quick_start_reads_as_it_came() =>
        ShouldReadSamples(File.ReadAllText(TestData.QuickStartCatalog), results: 11, typed: 11);

    private static void ShouldReadSamples(string json, int results, int typed)
    {
        var catalog = RecoupCatalog.Parse(json);
        var views = new GeneratedViews(Program.Load(Generation.Run(json, options: new GenerationOptions { Checks = false })), catalog);
        var findings = new List<string>();
        var described = catalog.Actions.Where(action => action.OutputParameters is not null).ToList();
        foreach (var (action, properties) in described.SelectMany(action => new[] { (action, SampleProperties.All), (action, SampleProperties.Required) }))
        {
            var schema = JsonSchema.Parse(action.OutputParameters!.Value, AsCatalogsMean);
            if (schema.CreateSample(new SampleOptions { Seed = 1, Properties = properties }) is not { } sample)
            {
                findings.Add($"{action.Slug}: no sample");
                continue;
            }

            // As deployed servers answer, and as documented ones do: the payload alone.
            var payload = sample.TryGetProperty("data", out var data) ? data : sample;
            ShouldRead(action.Slug, Envelope(payload), payload);
            ShouldRead(action.Slug, payload, payload);
            if (views.IsTyped(action.Slug))
                ShouldRead(action.Slug, sample, payload);
        }

        findings.ShouldBeEmpty();
        described.Count.ShouldBe(results);
        described.Count(action => views.IsTyped(action.Slug)).ShouldBe(typed);

        void ShouldRead(string slug, JsonElement result, JsonElement payload)
        {
            try
            {
                var expected = views.Described(slug, payload);
                var read = views.Read(slug, result);
                if (!SameJson.Are(Element(expected), Element(read)))
                    findings.Add($"{slug}: expected {expected?.ToJsonString()}, read {read?.ToJsonString()}");
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                findings.Add($"{slug}: {e.Message}");
            }
        }
    }

    private static JsonElement Envelope(JsonElement payload) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["data"] = JsonNode.Parse(payload.GetRawText()),
        ["error"] = null,
        ["successful"] = true,
    });

    private static JsonElement Element(JsonNode? node) => JsonSerializer.SerializeToElement(node);
}
