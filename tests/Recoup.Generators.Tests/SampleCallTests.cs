using Recoup.Catalogs;
using Recoup.Schemas;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>
/// Every action is called through its generated method with a sample from the schema engine. The schema must accept the wire JSON.
/// </summary>
public sealed class SampleCallTests
{
    private static readonly JsonSchemaOptions AsCatalogsMean = new() { HonorNullable = true };

    public static TheoryData<string, SampleProperties> Catalogs
    {
        get
        {
            var rows = new TheoryData<string, SampleProperties>();
            foreach (var file in RealCatalogTests.Files)
            {
                rows.Add(file.Data, SampleProperties.All);
                rows.Add(file.Data, SampleProperties.Required);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void Every_call_of_a_real_catalog_writes_what_its_schema_accepts(string file, SampleProperties properties) =>
        ShouldWriteSamples(TestData.RequireExternal("catalogs", file), properties);

    [Theory]
    [InlineData(SampleProperties.All)]
    [InlineData(SampleProperties.Required)]
    public void Every_call_of_the_quick_start_writes_what_its_schema_accepts(SampleProperties properties) =>
        ShouldWriteSamples(TestData.QuickStartCatalog, properties);

    private static void ShouldWriteSamples(string file, SampleProperties properties)
    {
        var catalog = RecoupCatalog.Parse(File.ReadAllText(file));
        var calls = new GeneratedCalls(CatalogPrograms.Of(file, checks: true), catalog);
        var findings = new List<string>();
        foreach (var action in catalog.Actions)
        {
            var schema = JsonSchema.Parse(action.Parameters, AsCatalogsMean);
            if (schema.CreateSample(new SampleOptions { Seed = 1, Properties = properties }) is not { } sample)
            {
                findings.Add($"{action.Slug}: no sample");
                continue;
            }

            try
            {
                var (expected, written) = calls.Call(action.Slug, sample);
                if (!SameJson.Are(expected, written))
                    findings.Add($"{action.Slug}: expected {expected}, wrote {written}");
                else if (!schema.IsValid(written))
                    findings.Add($"{action.Slug}: wrote {written}: {schema.Validate(written).Violations[0].Message}");
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                findings.Add($"{action.Slug}: {e.Message} for {sample}");
            }
        }

        findings.ShouldBeEmpty();
    }
}
