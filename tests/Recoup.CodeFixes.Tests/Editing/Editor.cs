using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Rename;
using Microsoft.CodeAnalysis.Text;
using Recoup.Tests.Driving;

namespace Recoup.CodeFixes.Tests.Editing;

/// <summary>
/// A project in an editor: the workspace and the language services that Visual Studio, VS Code and OmniSharp use. <c>|</c> in code is the
/// caret.
/// </summary>
internal sealed class Editor : IDisposable
{
    private const string Catalog = "recoup.catalog.json";

    private readonly AdhocWorkspace _workspace = new(MefHostServices.DefaultHost);
    private readonly ProjectId _project = ProjectId.CreateNewId();
    private readonly DocumentId _program;
    private readonly DocumentId? _catalog;
    private Solution _solution;

    private Editor(IEnumerable<MetadataReference> references, string? catalog)
    {
        var options = new GenerationOptions();
        _program = DocumentId.CreateNewId(_project);
        _solution = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                _project, VersionStamp.Default, "App", "App", LanguageNames.CSharp,
                compilationOptions: Generation.Compile([], options).Options,
                parseOptions: options.Parse,
                metadataReferences: references))
            .AddDocument(_program, "Program.cs", "", filePath: "/app/Program.cs");
        if (catalog is null)
            return;

        _catalog = DocumentId.CreateNewId(_project);
        var config = DocumentId.CreateNewId(_project);
        _solution = _solution
            .AddAdditionalDocument(_catalog, Catalog, SourceText.From(catalog, Encoding.UTF8), filePath: "/app/" + Catalog)
            .AddAnalyzerConfigDocument(config, ".globalconfig", SourceText.From(
                $"is_global = true\n[/app/{Catalog}]\nbuild_metadata.AdditionalFiles.RecoupKind = catalog\n"),
                filePath: "/app/.globalconfig")
            .AddAnalyzerReference(_project, new RecoupAnalyzers());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Project Project => _solution.GetProject(_project)!;

    /// <summary>Opens a project with a catalog, whose code the generator generates in the editor.</summary>
    public static Editor OpenCatalog(string catalog) => new(References, catalog);

    /// <summary>Opens a project that references the same code as a library, with its documentation.</summary>
    public static Editor OpenLibrary(string catalog)
    {
        var compilation = Generation.Run([new CatalogText(Catalog, catalog)]).Compilation;
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        compilation.Emit(image, xmlDocumentationStream: documentation, cancellationToken: Cancellation).Success.ShouldBeTrue();
        var xml = XmlDocumentationProvider.CreateFromBytes(documentation.ToArray());
        return new Editor([.. References, MetadataReference.CreateFromImage(image.ToArray(), documentation: xml)], catalog: null);
    }

    private static IEnumerable<MetadataReference> References => [.. Generation.Compile([], new GenerationOptions()).References];

    /// <summary>Returns the names that are offered at the caret.</summary>
    public async Task<IReadOnlyList<string>> CompleteAsync(string code)
    {
        var (document, caret) = Type(code);
        var offered = await CompletionService.GetService(document)!.GetCompletionsAsync(document, caret, cancellationToken: Cancellation);
        return [.. offered.ItemsList.Select(item => item.DisplayText + item.DisplayTextSuffix)];
    }

    /// <summary>Returns the text that is shown when the mouse is over the caret.</summary>
    public async Task<string> HoverAsync(string code)
    {
        var (document, caret) = Type(code);
        var shown = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, caret, Cancellation);
        return string.Join('\n', shown!.Sections.Select(section => section.Text));
    }

    /// <summary>Returns the signatures that are shown for the argument list at the caret.</summary>
    public async Task<IReadOnlyList<string>> SignAsync(string code)
    {
        var (document, caret) = Type(code);
        return await SignatureHelp.OfAsync(document, caret, Cancellation);
    }

    /// <summary>Renames the symbol at the caret, and returns the code.</summary>
    public async Task<string> RenameAsync(string code, string name)
    {
        var (document, caret) = Type(code);
        var root = await document.GetSyntaxRootAsync(Cancellation);
        var model = await document.GetSemanticModelAsync(Cancellation);
        var symbol = model!.GetDeclaredSymbol(root!.FindToken(caret).Parent!, Cancellation)!;
        _solution = await Renamer.RenameSymbolAsync(_solution, symbol, new SymbolRenameOptions(), name, Cancellation);
        return (await _solution.GetDocument(_program)!.GetTextAsync(Cancellation)).ToString();
    }

    /// <summary>Replaces the catalog.</summary>
    public void EditCatalog(string catalog) =>
        _solution = _solution.WithAdditionalDocumentText(_catalog!, SourceText.From(catalog, Encoding.UTF8));

    /// <summary>Replaces the code, and returns the compiler's errors in it.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync(string code)
    {
        var (document, _) = Type(code);
        var model = await document.GetSemanticModelAsync(Cancellation);
        return [.. model!.GetDiagnostics(cancellationToken: Cancellation)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Id)];
    }

    /// <summary>Returns what generator and analyzers report about the catalog: id, line and text.</summary>
    public async Task<IReadOnlyList<string>> ReportedAsync()
    {
        var compilation = (await Project.GetCompilationAsync(Cancellation))!;
        var analyzers = new RecoupAnalyzers().GetAnalyzersForAllLanguages();
        var analyzed = (await compilation.WithAnalyzers(analyzers, Project.AnalyzerOptions)
            .GetAnalysisResultAsync(Project.AnalyzerOptions.AdditionalFiles.Single(), Cancellation)).GetAllDiagnostics();
        var generated = CSharpGeneratorDriver
            .Create(
                new RecoupAnalyzers().GetGeneratorsForAllLanguages(),
                Project.AnalyzerOptions.AdditionalFiles,
                (CSharpParseOptions)Project.ParseOptions!,
                Project.AnalyzerOptions.AnalyzerConfigOptionsProvider)
            .RunGenerators(compilation, Cancellation).GetRunResult().Diagnostics;
        return [.. generated.Concat(analyzed)
            .Where(diagnostic => diagnostic.Id.StartsWith("RCP", StringComparison.Ordinal))
            .Select(diagnostic => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{diagnostic.Id} {diagnostic.Location.GetLineSpan().StartLinePosition} {diagnostic.GetMessage()}"))
            .Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _workspace.Dispose();

    private (Document Document, int Caret) Type(string code)
    {
        var caret = code.IndexOf('|', StringComparison.Ordinal);
        _solution = _solution.WithDocumentText(_program, SourceText.From(code.Replace("|", "", StringComparison.Ordinal)));
        return (_solution.GetDocument(_program)!, caret);
    }
}
