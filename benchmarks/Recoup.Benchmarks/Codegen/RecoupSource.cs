using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Benchmarks.Generators;
using Recoup.Generators;

namespace Recoup.Benchmarks.Codegen;

/// <summary>
/// The generator in the compiler's driver, which also parses what it writes. All schemas are generated as the actions of one catalog.
/// Because a method has a parameter for each property, a single schema becomes the schema of one parameter: its type is then comparable.
/// </summary>
internal sealed class RecoupSource(string catalog) : CodeSource
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("App");

    public override string Name => "Recoup";

    public override Task<long> GenerateAllAsync(IReadOnlyList<CodegenCase> cases) =>
        Task.FromResult(Generate(catalog).Sum(source => (long)source.Length));

    public override Task<string[]> GenerateAsync(CodegenCase test) => Task.FromResult(Generate(CatalogOf(test.Schema)));

    public override Type TypeOf(Assembly assembly) => assembly.GetType("Recoup.Actions.Peer", throwOnError: true)!
        .GetMethod("Do")!.GetParameters()[0].ParameterType;

    private static string[] Generate(string json)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new RecoupGenerator().AsSourceGenerator()],
            [new CatalogFileText("catalog.json", json)],
            CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.Parse),
            new CatalogOptions());
        return [.. driver.RunGenerators(Empty).GetRunResult().Results.Single().GeneratedSources
            .Select(source => source.SourceText.ToString())];
    }

    private static string CatalogOf(JsonElement schema)
    {
        var value = JsonObject.Create(schema)!;
        var parameters = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("value") };

        // References lead to definitions at the root.
        foreach (var name in (string[])["$defs", "definitions"])
        {
            if (value.Remove(name, out var definitions))
                parameters[name] = definitions!.DeepClone();
        }

        parameters["properties"] = new JsonObject { ["value"] = value };
        return new JsonObject
        {
            ["success"] = true,
            ["actions"] = new JsonArray(new JsonObject
            {
                ["slug"] = "PEER_DO",
                ["name"] = "Do",
                ["description"] = "Does it.",
                ["connectorSlug"] = "peer",
                ["isConnected"] = true,
                ["parameters"] = parameters,
            }),
        }.ToJsonString();
    }
}
