using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Recoup.Binding.Actions;
using Recoup.Schemas;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>Compiles many hostile catalogs to one assembly and calls each of their actions.</summary>
internal sealed partial class FuzzedBatch(IReadOnlyList<FuzzedCatalog> catalogs)
{
    private static readonly JsonSchemaOptions AsCatalogsMean = new() { HonorNullable = true };

    private static readonly string[] Composition =
    [
        "$ref", "allOf", "anyOf", "oneOf", "if", "then", "else", "not", "dependencies", "dependentRequired", "dependentSchemas",
    ];

    /// <summary>The number of calls with a sample from the schema engine.</summary>
    public int SchemaCalls { get; private set; }

    /// <summary>The number of results that were read from a sample of the schema engine.</summary>
    public int Results { get; private set; }

    /// <summary>The number of calls with a sample from the bound model.</summary>
    public int ModelCalls { get; private set; }

    /// <summary>The findings, with their catalogs. A catalog with a finding skips the remaining checks.</summary>
    public IReadOnlyList<(FuzzedCatalog Catalog, string What)> Findings()
    {
        var findings = catalogs.Select(catalog => (Catalog: catalog, What: Caught(catalog.Finding)))
            .Where(finding => finding.What is not null).Select(finding => (finding.Catalog, What: finding.What!)).ToList();
        var sound = catalogs.Except(findings.Select(finding => finding.Catalog)).ToList();

        for (; ; )
        {
            using var image = new MemoryStream();
            var owners = sound.SelectMany(catalog => catalog.Trees.Select(tree => (tree, catalog)))
                .ToDictionary(pair => pair.tree, pair => pair.catalog);
            var said = Generation.Compile(owners.Keys, new GenerationOptions()).Emit(image, xmlDocumentationStream: Stream.Null).Diagnostics
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToArray();
            if (said.Length == 0)
            {
                findings.AddRange(Call(image, sound));
                return findings;
            }

            var broken = said.Where(diagnostic => diagnostic.Location.SourceTree is not null)
                .GroupBy(diagnostic => owners[diagnostic.Location.SourceTree!])
                .ToArray();
            broken.ShouldNotBeEmpty(said[0].ToString());
            findings.AddRange(broken.Select(group => (group.Key, group.First().ToString())));
            sound = [.. sound.Except(broken.Select(group => group.Key))];
        }
    }

    private List<(FuzzedCatalog Catalog, string What)> Call(MemoryStream image, IEnumerable<FuzzedCatalog> sound)
    {
        image.Position = 0;
        var context = new AssemblyLoadContext("fuzzed", isCollectible: true);
        try
        {
            var assembly = context.LoadFromStream(image);
            return [.. sound.Select(catalog => (Catalog: catalog, What: Caught(() => Call(assembly, catalog))))
                .Where(finding => finding.What is not null).Select(finding => (finding.Catalog, finding.What!))];
        }
        finally
        {
            context.Unload();
        }
    }

    // Every exception is a finding about one catalog.
    private static string? Caught(Func<string?> check)
    {
        try
        {
            return check();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.ToString();
        }
    }

    private string? Call(Assembly assembly, FuzzedCatalog catalog)
    {
        var calls = new GeneratedCalls(assembly, catalog.Namespace, catalog.Connectors);
        var views = new GeneratedViews(assembly, catalog.Namespace, catalog.Connectors);
        foreach (var action in catalog.Catalog.Actions)
        {
            var connector = catalog.Connectors.Single(candidate => candidate.Actions.Any(model => model.Slug == action.Slug));
            var model = connector.Actions.Single(candidate => candidate.Slug == action.Slug);
            var finding = WrongNames(action.Source.RawText, model)
                ?? CallWithModelSample(calls, connector, model, catalog.Index, out var call)
                ?? CallWithSchemaSample(calls, action)
                ?? (call is null ? null : ReadSchemaSample(views, action, model, call));
            if (finding is not null)
                return action.Slug + ": " + finding;
        }

        return null;
    }

    // The catalog is read with another reader than the generator's. Schemas composed from several places are checked with the schema
    // engine's samples.
    private static string? WrongNames(string action, ActionModel model)
    {
        using var document = JsonDocument.Parse(action);
        var schema = document.RootElement.GetProperty("parameters");
        if (IsBroken(action)
            || schema.ValueKind != JsonValueKind.Object
            || Composition.Any(keyword => schema.TryGetProperty(keyword, out _)))
            return null;
        var properties = schema.TryGetProperty("properties", out var described) && described.ValueKind == JsonValueKind.Object
            ? described.EnumerateObject().Select(property => property.Name)
            : [];
        var required = schema.TryGetProperty("required", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)
            : [];
        var expected = properties.Concat(required).Distinct().Order(StringComparer.Ordinal);
        var got = model.Parameters.Select(parameter => parameter.WireName).Order(StringComparer.Ordinal);
        return expected.SequenceEqual(got) ? null : $"parameters {string.Join(", ", got)} for the properties {string.Join(", ", expected)}";
    }

    private string? CallWithModelSample(GeneratedCalls calls, ConnectorModel connector, ActionModel action, int seed, out object? call)
    {
        call = null;
        if (new ModelSample(connector, new Random(seed)).Of(action) is not { } parameters)
            return null;
        using var sample = JsonDocument.Parse(parameters.ToString());
        try
        {
            var (expected, written) = calls.Call(action.Slug, sample.RootElement);
            ModelCalls++;
            call = calls.Create(action.Slug, sample.RootElement);
            return SameJson.Are(expected, written) ? null : $"expected {expected}, wrote {written}";
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException refused
            && RefusedByBound().IsMatch(refused.Message))
        {
            // The sample ignores patterns and bounds that exclude each other.
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"{e.InnerException ?? e} for {sample.RootElement}";
        }
    }

    private string? CallWithSchemaSample(GeneratedCalls calls, Catalogs.CatalogAction action)
    {
        if (IsBroken(action.Source.RawText)
            || !JsonSchema.TryParse(action.Parameters, AsCatalogsMean, out var schema, out _)
            || schema.CreateSample(new SampleOptions
            {
                Seed = 1,
                Properties = SampleProperties.All,
            }) is not { ValueKind: JsonValueKind.Object } sample)
        {
            return null;
        }

        Func<(JsonElement Expected, JsonElement Written)> call;
        try
        {
            call = calls.Prepare(action.Slug, sample);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The value does not fit the C# type, for example an integer of thirty digits.
            return null;
        }

        try
        {
            var (expected, written) = call();
            SchemaCalls++;
            return !SameJson.Are(expected, written) ? $"expected {expected}, wrote {written}"
                : !schema.IsValid(written) ? $"wrote {written}: {schema.Validate(written).Violations[0].Message}"
                : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"{e.InnerException ?? e} for {sample}";
        }
    }

    // The view of a payload returns what the schema describes, with and without the envelope around it.
    private string? ReadSchemaSample(GeneratedViews views, Catalogs.CatalogAction action, ActionModel model, object call)
    {
        if (model.Result is null
            || IsBroken(action.Source.RawText)
            || !JsonSchema.TryParse(action.OutputParameters!.Value, AsCatalogsMean, out var schema, out _)
            || schema.CreateSample(new SampleOptions { Seed = 1, Properties = SampleProperties.All }) is not { } sample)
        {
            return null;
        }

        var payload = sample.ValueKind == JsonValueKind.Object && IsEnvelope(sample) ? sample.GetProperty("data") : sample;
        if (views.Described(action.Slug, payload) is not { } described)
            return null;
        var read = views.Read(action.Slug, call, sample);
        Results++;
        var (expected, got) = (JsonSerializer.SerializeToElement(described), JsonSerializer.SerializeToElement(read));
        return SameJson.Are(expected, got) ? null : $"expected the result {expected}, read {got}";
    }

    private static bool IsEnvelope(JsonElement result) =>
        result.TryGetProperty("data", out _)
        && result.TryGetProperty("successful", out var successful) && successful.ValueKind is JsonValueKind.True or JsonValueKind.False;

    // An unpaired surrogate is valid JSON but not valid text: it is read as U+FFFD, and the framework's reader throws.
    private static bool IsBroken(string json) => json.Contains("\\ud", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^.*: /.*: expected (a string that matches|at least|at most|more than|less than) ", RegexOptions.Singleline)]
    private static partial Regex RefusedByBound();
}
