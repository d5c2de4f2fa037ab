using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Generators.Analyzers;
using Recoup.Generators.Input;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Analyzers;

/// <summary>The problems of files that editors show while the files are edited.</summary>
public sealed class DocumentAnalyzerTests
{
    private static readonly string Odd = Catalog.Of(
        Catalog.Acme("DO", "{\n\"x\":{\"type\":\"any\"}}"),
        Catalog.Acme("DO_IT", "{\"a_b\":{\"type\":\"string\"},\"aB\":{\"type\":\"string\"}}"));

    public static TheoryData<string, string[], string[]> Inputs => new()
    {
        { "a catalog with a schema without a type and with clashing names", [], ["RCP0020", "RCP0021"] },
        { "a catalog that is cut off", ["RCP0001"], [] },
        { "a catalog whose filter matches nothing", ["RCP0022"], [] },
        { "a names file with an unknown action", [], ["RCP0052"] },
        { "a names file that is not JSON", ["RCP0050"], [] },
        { "a document with an operation without a name", [], ["RCP0014"] },
        { "a document with a schema that is nested too deeply", ["RCP0016"], [] },
        { "an invalid property", ["RCP0023"], [] },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_problem_is_reported_once_and_by_the_generator_if_code_is_missing(string input, string[] generator, string[] analyzer)
    {
        var generation = Generation.Run(
            FilesOf(input), options: new GenerationOptions { Namespace = input == "an invalid property" ? "not one" : null });

        generation.GeneratorReported.Select(diagnostic => diagnostic.Id).ShouldBe(generator);
        generation.Reported.Skip(generator.Length).Select(diagnostic => diagnostic.Id).ShouldBe(analyzer);
    }

    [Fact]
    public void A_problem_has_its_line_and_column()
    {
        var problem = Generation.Run(Odd).Reported.First();

        problem.Location.GetLineSpan().ToString().ShouldStartWith("catalog.json: (1,4)");
        problem.Location.Kind.ShouldBe(LocationKind.ExternalFile);
    }

    [Fact]
    public async Task An_edit_is_checked_without_a_run_of_the_generator()
    {
        var generation = Generation.Run(Catalog.Of(Catalog.Acme("DO", "{\"x\":{\"type\":\"string\"}}")));
        generation.Reported.ShouldBeEmpty();

        var edited = await Analysis.RunAsync(new DocumentAnalyzer(), generation.Compilation, [new CatalogText("catalog.json", Odd)]);

        edited.Select(diagnostic => diagnostic.Id).Distinct().ShouldBe(["RCP0020", "RCP0021"], ignoreOrder: true);
    }

    [Fact]
    public async Task Files_of_others_are_ignored()
    {
        var files = ImmutableArray.Create<AdditionalText>(new OtherText());

        (await Analysis.RunAsync(new DocumentAnalyzer(), Generation.Run([]).Compilation, files)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_canceled_check_starts_again()
    {
        var (compilation, files) = (Generation.Run(Odd).Compilation, ImmutableArray.Create<AdditionalText>(new CatalogText("c.json", Odd)));
        var documents = new ProjectDocuments(new AnalyzerOptions(files, new GenerationOptions()));

        Should.Throw<OperationCanceledException>(() => documents.ProblemsOf("c.json", new CancellationToken(canceled: true)));

        documents.ProblemsOf("c.json", TestContext.Current.CancellationToken).ShouldNotBeEmpty();
        (await Analysis.RunAsync(new DocumentAnalyzer(), compilation, files)).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_text_is_read_once_for_generator_and_analyzers()
    {
        var reads = 0;
        var cache = new TextCache<string>((_, _, _) => (++reads).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var text = Microsoft.CodeAnalysis.Text.SourceText.From("{}");

        cache.Of(text, "a.json", TestContext.Current.CancellationToken).Content.ShouldBe("1");
        cache.Of(text, "a.json", TestContext.Current.CancellationToken).Content.ShouldBe("1");
        cache.Of(Microsoft.CodeAnalysis.Text.SourceText.From("{}"), "a.json", TestContext.Current.CancellationToken).Content.ShouldBe("2");
    }

    private static IEnumerable<AdditionalText> FilesOf(string input)
    {
        var good = Catalog.Of(Catalog.Acme("DO", "{\"x\":{\"type\":\"string\"}}"));
        return input switch
        {
            "a catalog that is cut off" => [new CatalogText("catalog.json", good[..^3])],
            "a catalog whose filter matches nothing" => [new CatalogText("catalog.json", good) { Actions = "ACME_*|NONE_*" }],
            "a names file with an unknown action" =>
                [new CatalogText("catalog.json", good), new NamesText("""{"actions":{"ACME_GONE":{"method":"Gone"}}}""")],
            "a names file that is not JSON" => [new CatalogText("catalog.json", good), new NamesText("{")],
            "a document with an operation without a name" => [new SpecText("api.json", """
                {"openapi":"3.1.0","info":{"title":"a","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{"description":"a"}}}}}}
                """)],
            "a document with a schema that is nested too deeply" => [new SpecText("api.json", """
                {"openapi":"3.1.0","info":{"title":"a","version":"1"},"paths":{"/a":{"get":{"operationId":"a","responses":{"200":
                {"description":"a","content":{"application/json":{"schema":{"type":"string","default":
                """ + new string('[', 300) + new string(']', 300) + "}}}}}}}}}")],
            "an invalid property" => [new CatalogText("catalog.json", good)],
            _ => [new CatalogText("catalog.json", Odd)],
        };
    }

    private sealed class OtherText : AdditionalText
    {
        public override string Path => "other.json";

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("The file was read.");
    }
}
