using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>
/// Hostile catalogs of one to four actions, half of them with a hostile names file, in batches. Each catalog must pass these checks:
/// The generator runs in a driver and does not throw. Each source parses without a diagnostic. Its tokens, including those of the
/// documentation, are the same as those for the same model with harmless texts, and its trivia are white space, documentation, one comment
/// and one directive. No action and no parameter is missing. Together with all catalogs of the batch the source compiles without errors and
/// warnings, including those about documentation and nullability. Each action is called with a sample of its model and, if the schema
/// engine finds an instance, with a sample of its schema. The wire JSON is valid and equals the sample, name by name and value by value.
/// A sample of the result's schema is returned to the client, and its view returns the same JSON.
/// <c>RECOUP_FUZZ_CATALOGS</c> and <c>RECOUP_FUZZ_SEED</c> set the number of catalogs and the seed. A finding prints the smallest catalog
/// that causes it.
/// </summary>
public sealed class CatalogFuzzTests
{
    private const int BatchSize = 100;
    private const int MostReports = 12;

    [Fact]
    public void No_catalog_makes_the_generator_throw_or_emit_wrong_or_invalid_code()
    {
        var count = Shrinking.Setting("RECOUP_FUZZ_CATALOGS", 200);
        var seed = Shrinking.Setting("RECOUP_FUZZ_SEED", 2026);
        var (schemaCalls, modelCalls, results) = (0, 0, 0);
        var reports = new Dictionary<string, string>();
        for (var done = 0; done < count; done += BatchSize)
        {
            var number = done / BatchSize;
            var language = LanguageOf(number);
            var catalogs = HostileInputs.All.Sample(Math.Min(BatchSize, count - done), new Rnd(((ulong)seed << 32) | (uint)number), 30)
                .ToArray();
            var batch = new FuzzedBatch([.. catalogs.Select((catalog, index) => new FuzzedCatalog(done + index, catalog, language))]);
            foreach (var (catalog, what) in batch.Findings())
            {
                if (reports.Count == MostReports || reports.ContainsKey(Shrinking.Kind(what)))
                    continue;
                reports.Add(Shrinking.Kind(what), Report(catalog, what, catalogs[catalog.Index - done], language, seed));
                TestContext.Current.SendDiagnosticMessage(reports[Shrinking.Kind(what)]);
            }

            (schemaCalls, modelCalls, results) = (
                schemaCalls + batch.SchemaCalls, modelCalls + batch.ModelCalls, results + batch.Results);
            if (number % 5 == 4)
            {
                TestContext.Current.SendDiagnosticMessage(
                    $"{done + BatchSize} catalogs, {modelCalls} + {schemaCalls} calls, {results} results");
            }
        }

        reports.Values.ShouldBeEmpty(string.Join("\n\n", reports.Values));

        // Without calls the fuzzer would find nothing.
        modelCalls.ShouldBeGreaterThan(count);
        schemaCalls.ShouldBeGreaterThan(count / 4);
        results.ShouldBeGreaterThan(count / 10);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count} catalogs of seed {seed}: {modelCalls} calls from models, {schemaCalls} from schemas, {results} results");
    }

    private static LanguageVersion LanguageOf(int batch) => batch % 2 == 0 ? LanguageVersion.CSharp12 : LanguageVersion.Preview;

    private static string Report(FuzzedCatalog catalog, string what, JsonText json, LanguageVersion language, int seed)
    {
        var smallest = Shrinking.Smallest(json, smaller => FindingOf(smaller, language), ref what);
        return $"Catalog {catalog.Index} of seed {seed} ({language}): {what}\nThe smallest catalog that shows it:\n{smallest}";
    }

    private static string? FindingOf(JsonText json, LanguageVersion language) =>
        new FuzzedBatch([new FuzzedCatalog(0, json, language)]).Findings() is [var (_, what), ..] ? what : null;
}
