using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Catalogs;
using Recoup.Schemas;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Results;

/// <summary>
/// For every action, a sample of the result schema is returned to the client and read through the view, which must return the same JSON.
/// </summary>
public sealed class SampleResultTests
{
    private static readonly JsonSchemaOptions AsCatalogsMean = new() { HonorNullable = true };

    [Fact]
    public void Views_of_every_result_of_the_real_catalog_return_the_JSON() =>
        ShouldReadSamples(
            TestData.RequireExternal("catalogs", "github-googledrive.source.json"), results: 930, typed: 108);

    [Fact]
    public void Views_of_every_result_of_the_quick_start_return_the_JSON() =>
        ShouldReadSamples(TestData.QuickStartCatalog, results: 11, typed: 11);

    private static void ShouldReadSamples(string file, int results, int typed)
    {
        var catalog = RecoupCatalog.Parse(File.ReadAllText(file));
        var views = new GeneratedViews(CatalogPrograms.Of(file, checks: false), catalog);
        var findings = new List<string>();
        var described = catalog.Actions.Where(action => action.OutputParameters is not null).ToList();
        foreach (var (action, properties) in described.SelectMany(action =>
            new[] { (action, SampleProperties.All), (action, SampleProperties.Required) }))
        {
            var schema = JsonSchema.Parse(action.OutputParameters!.Value, AsCatalogsMean);
            if (schema.CreateSample(new SampleOptions { Seed = 1, Properties = properties }) is not { } sample)
            {
                findings.Add($"{action.Slug}: no sample");
                continue;
            }

            // The envelope is what deployed servers return; the payload alone is what the document describes.
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
