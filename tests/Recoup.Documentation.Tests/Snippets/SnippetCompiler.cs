using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Generators;
using Recoup.Tests.Driving;

namespace Recoup.Documentation.Tests.Snippets;

/// <summary>
/// Compiles C# of the documentation as a program over the catalog of the quick start, with everything a reader would have referenced.
/// </summary>
internal static class SnippetCompiler
{
    private static readonly GenerationOptions Options = new()
    {
        Language = LanguageVersion.Latest,
        OutputKind = OutputKind.ConsoleApplication,
    };

    private static readonly ImmutableArray<AdditionalText> Files =
    [
        new CatalogText("recoup.catalog.json", CatalogWithAResult()),
        new SpecText("social.json", File.ReadAllText(TestData.Spec)),
    ];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(RecoupGenerator).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not ("Recoup.Documentation.Tests.dll" or "QuickStart.dll"))
                .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpCompilation Program = Compile(OutputKind.ConsoleApplication, "Usings.txt").AddReferences(Library());

    /// <summary>What the compiler and the analyzers say about a snippet: a program, types, or the method of a class.</summary>
    /// <param name="code">The snippet.</param>
    /// <param name="before">What the page has shown before: using directives and types.</param>
    public static async Task<IReadOnlyList<Diagnostic>> CompileAsync(string code, string before = "")
    {
        var isMethod = code.StartsWith('[');
        var snippet = CSharpSyntaxTree.ParseText(
            isMethod ? $"public class Snippet\n{{\n{code}\n}}" : code,
            Options.Parse.WithDocumentationMode(DocumentationMode.None),
            "Program.cs");
        var shown = CSharpSyntaxTree.ParseText(before, Options.Parse.WithDocumentationMode(DocumentationMode.None), "Before.cs");
        var isProgram = snippet.GetCompilationUnitRoot(TestContext.Current.CancellationToken).Members.Any(member =>
            member is GlobalStatementSyntax);
        var program = Program.WithOptions(Program.Options.WithOutputKind(!isProgram
            ? OutputKind.DynamicallyLinkedLibrary
            : OutputKind.ConsoleApplication)).AddSyntaxTrees(snippet, shown);
        var analyzed = await program.WithAnalyzers(Analyzers, new AnalyzerOptions(Files, Options))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. program.GetDiagnostics().Concat(analyzed).Where(Matters)];
    }

    // Errors, what nullable references say, and what our own analyzers say. A snippet may leave a variable unused.
    private static bool Matters(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error
        || (diagnostic.Severity == DiagnosticSeverity.Warning
            && (diagnostic.Id.StartsWith("CS86", StringComparison.Ordinal) || diagnostic.Id.StartsWith("RCP", StringComparison.Ordinal)));

    // What is generated, and what is given, once for all snippets: as source, because the analyzers read the checks of generated code.
    private static CompilationReference Library()
    {
        CSharpGeneratorDriver.Create([new RecoupGenerator().AsSourceGenerator()], Files, Options.Parse, Options)
            .RunGeneratorsAndUpdateCompilation(Compile(OutputKind.DynamicallyLinkedLibrary, "Given.txt"), out var generated, out _);
        generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return generated.ToMetadataReference();
    }

    private static CSharpCompilation Compile(OutputKind kind, string resource)
    {
        using var text = new StreamReader(typeof(SnippetCompiler).Assembly.GetManifestResourceStream(resource)!);
        return CSharpCompilation.Create(
            kind.ToString(),
            [CSharpSyntaxTree.ParseText(text.ReadToEnd(), Options.Parse, resource)],
            References,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
    }

    // The API lists no schemas of results; the page about them has an action of a provider's snapshot.
    private static string CatalogWithAResult()
    {
        var catalog = JsonNode.Parse(File.ReadAllText(TestData.QuickStartCatalog))!;
        var action = catalog["actions"]!.AsArray().Single(action => (string?)action!["slug"] == "GITHUB_CREATE_ISSUE")!;
        action["outputParameters"] = JsonNode.Parse("""
            {"type":"object","properties":{"number":{"type":"integer"},"title":{"type":"string"},"user":{"type":"object",
            "properties":{"login":{"type":"string"}}}}}
            """);
        return catalog.ToJsonString();
    }
}
