using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Binding.Actions;
using Recoup.Binding.Names.Overrides;
using Recoup.Catalogs;
using Recoup.Catalogs.Actions;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Generators.Actions;
using Recoup.Generators.Emission;
using Recoup.Generators.Input;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>Each stage of the pipeline stops when it is canceled.</summary>
public sealed class CancellationTests
{
    private static readonly CancellationToken Canceled = new(canceled: true);

    private static readonly string Actions = Catalog.Of(
        [.. Enumerable.Range(0, 100).Select(number => Catalog.Action($"GMAIL_SEND_EMAIL_{number}"))]);

    private static readonly CatalogSelection Selection =
        new("catalog.json", new(RecoupCatalog.Parse(Actions).Actions), default, default);

    private static readonly CatalogShare Share = CatalogShare.Of(Selection);
    private static readonly CatalogPlan Plan = CatalogPlan.Of([Share], []);
    private static readonly ConnectorPlan Connector = ConnectorPlan.Of(Plan.Connectors[0]);
    private static readonly BoundActions Bound = ActionBinder.Bind(Connector.Files[0]);
    private static readonly byte[] Utf8 = System.Text.Encoding.UTF8.GetBytes(Actions);

    public static TheoryData<string, Action<CancellationToken>> Stages => new()
    {
        { "copy", token => Utf8Text.Of(new CatalogText("catalog.json", Actions).GetText(CancellationToken.None), token) },
        { "parse", token => PositionedJson.Parse(Utf8, out _, token) },
        { "read a catalog", token => CatalogReader.Read(Utf8, cancellation: token) },
        { "read names", token => NameOverridesReader.Read(Utf8, "recoup.names.json", token) },
        { "read a results file", token => ResultFileReader.Read("""{"results":{"A_B":{}}}"""u8.ToArray(), "recoup.results.json", token) },
        { "read a provider's catalog", token => ResultFileReader.Read(Utf8, "provider.json", token) },
        { "read a document", token => ApiSpecReader.Read(File.ReadAllBytes(TestData.Spec), cancellation: token) },
        { "divide a catalog", token => CatalogShare.Of(Selection, token) },
        { "plan the classes", token => CatalogPlan.Of([Share], [], token) },
        { "plan a class", token => ConnectorPlan.Of(Plan.Connectors[0], token) },
        { "bind a file", token => ActionBinder.Bind(Connector.Files[0], true, token) },
        { "name the types", token => ClassNames.Of([Bound.Types], [Connector.Methods], token) },
        { "embed", token => EmbeddedCatalog.Of(Plan, token) },
        {
            "emit a file",
            token => ConnectorEmitter.Emit(
                Bound.Model, new GeneratorOptions("Acme", "public", true, true, DocumentationLevel.Full), token)
        },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_stage_that_is_canceled_stops(string stage, Action<CancellationToken> run)
    {
        Should.Throw<OperationCanceledException>(() => run(Canceled), stage);
        Should.NotThrow(() => run(CancellationToken.None), stage);
    }

    [Fact]
    public void A_run_that_is_canceled_while_it_reads_its_input_stops()
    {
        using var source = new CancellationTokenSource();
        var options = new GenerationOptions();
        var driver = CSharpGeneratorDriver.Create(
            [new RecoupGenerator().AsSourceGenerator()],
            [new CatalogText("catalog.json", Actions) { WhenRead = source.Cancel }],
            options.Parse,
            options);

        Should.Throw<OperationCanceledException>(() => driver.RunGenerators(Generation.Compile([], options), source.Token));
    }
}
