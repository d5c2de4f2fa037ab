using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Documentation.Tests.Pages;
using Recoup.Documentation.Tests.Snippets;
using Recoup.Tests.Driving;

namespace Recoup.Documentation.Tests;

/// <summary>The example on the page of a diagnostic is run, and has to say what the page quotes.</summary>
public sealed class DiagnosticExampleTests
{
    // What the build files report takes a build: the packages' own tests and .ci/consumers have those. DialectExampleTests has the ones
    // of tools.
    private static readonly string[] Others = ["RCP006", "RCP008", "RCP009"];

    public static TheoryData<string> Pages =>
    [
        .. Page.Below("docs/diagnostics/RCP").Select(row => row.Data)
            .Where(name => !Others.Any(other => name.Contains(other, StringComparison.Ordinal))),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_example_is_reported_as_the_page_says(string name)
    {
        var page = Page.All[name];
        var id = Path.GetFileNameWithoutExtension(page.Path);
        var example = page.Snippets[0];

        var reported = example.Language switch
        {
            "csharp" => await SnippetCompiler.CompileAsync(example.Text),
            "xml" => Generate(Project(example.Text)),
            "json" => Generate(Document(id, example.Text)),
            _ => throw new InvalidOperationException($"{example.Place}: a block of {example.Language} cannot be run"),
        };

        var said = reported.Where(diagnostic => diagnostic.Id == id).ToList();
        said.ShouldNotBeEmpty($"{example.Place} gave {string.Join('\n', reported)}");
        var quote = page.Quotes.Where(quote => quote.Contains(id, StringComparison.Ordinal))
            .ShouldHaveSingleItem($"{name} should quote\n> {Line(said[0], "")}");
        Wording.Quotes(quote, Line(said[0], quote)).ShouldBeTrue($"{name} quotes\n{quote}\nbut it says\n{Line(said[0], quote)}");
    }

    public static TheoryData<string> Fixes =>
        Snippet.Places("csharp", page => page.Name.StartsWith("docs/diagnostics/RCP", StringComparison.Ordinal) && page.Snippets.Count > 1);

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task The_fix_compiles_without_the_diagnostic(string place)
    {
        var snippet = Snippet.At(place);
        if (snippet == snippet.Page.Snippets[0])
            return;
        (await SnippetCompiler.CompileAsync(snippet.Text)).ShouldBeEmpty(place);
    }

    /// <summary>As the compiler writes it; where the page does not tell a place, without one.</summary>
    private static string Line(Diagnostic diagnostic, string quote)
    {
        var position = diagnostic.Location.GetLineSpan();
        var place = diagnostic.Location == Location.None
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{position.Path}({position.StartLinePosition.Line + 1},{position.StartLinePosition.Character + 1}): ");
        var severity = diagnostic.Severity == DiagnosticSeverity.Info ? "info" : diagnostic.Severity.ToString().ToLowerInvariant();
        var text = $"{severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
        return quote.StartsWith(severity, StringComparison.Ordinal) ? text : place + text;
    }

    private static ImmutableArray<Diagnostic> Generate((ImmutableArray<AdditionalText> Files, GenerationOptions Options) input) =>
        Generation.Run(input.Files, options: input.Options).Reported;

    private static (ImmutableArray<AdditionalText>, GenerationOptions) Document(string id, string json) => (id[..^1] switch
    {
        "RCP001" or "RCP003" => [new SpecText("social.json", json)],
        "RCP005" => [new CatalogText("recoup.catalog.json", File.ReadAllText(TestData.QuickStartCatalog)), new NamesText(json)],
        "RCP007" => [new CatalogText("recoup.catalog.json", File.ReadAllText(TestData.QuickStartCatalog)), new ResultsText(json)],
        _ => [new CatalogText("recoup.catalog.json", json)],
    }, new GenerationOptions());

    // The files that a project names have the content of the quick start's catalog and the API's document.
    private static (ImmutableArray<AdditionalText>, GenerationOptions) Project(string xml)
    {
        var project = XElement.Parse($"<Project>{xml}</Project>");
        var files = project.Elements()
            .SelectMany(item =>
                ((string?)item.Attribute("Include") ?? "")
                    .Split(';', StringSplitOptions.RemoveEmptyEntries)
                    .Select(path => TextOf(item, path)));
        var language = LanguageVersion.CSharp12;
        if ((string?)project.Element("LangVersion") is { } version)
            LanguageVersionFacts.TryParse(version, out language).ShouldBeTrue();
        return ([.. files], new GenerationOptions { Namespace = (string?)project.Element("RecoupNamespace"), Language = language });
    }

    private static AdditionalText TextOf(XElement item, string path) => item.Name.LocalName == "RecoupSpec"
        ? new SpecText(path, File.ReadAllText(TestData.Spec)) { ClassName = (string?)item.Attribute("ClassName") }
        : new CatalogText(
            path,
            Catalog.Of(Catalog.Action("GMAIL_SEND_EMAIL")))
        {
            Connectors = (string?)item.Attribute("Connectors"),
            Actions = (string?)item.Attribute("Actions"),
        };
}
