using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Generators;
using Recoup.Generators.Analyzers;

namespace Recoup.Tests.Driving;

/// <summary>A run of the generator, with the compilation that contains its output.</summary>
internal sealed class Generation
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                    || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Recoup.Typed.RecoupActionAttribute).Assembly.Location),
    ];

    // Compilations that start from one compilation share the metadata of its references.
    private static readonly CSharpCompilation Strict = CSharpCompilation.Create(
        "App",
        [],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999,
             specificDiagnosticOptions:
            [
                // The references have the version of another framework.
                new KeyValuePair<string, ReportDiagnostic>("CS1701", ReportDiagnostic.Suppress),
            ]));

    private readonly AnalyzerOptions _analyzed;
    private readonly Lazy<ImmutableArray<Diagnostic>> _reported;

    private Generation(
        GeneratorDriver driver, Compilation compilation, ImmutableArray<Diagnostic> generatorReported, AnalyzerOptions analyzed)
    {
        (Driver, Compilation, GeneratorReported, _analyzed) = (driver, compilation, generatorReported, analyzed);
        _reported = new(() => [.. GeneratorReported, .. AnalyzerReports()]);
    }

    public GeneratorDriver Driver { get; }

    public Compilation Compilation { get; }

    /// <summary>The diagnostics of the generator.</summary>
    public ImmutableArray<Diagnostic> GeneratorReported { get; }

    /// <summary>All diagnostics about the files: those of the generator, then those of the analyzer that runs beside it.</summary>
    public ImmutableArray<Diagnostic> Reported => _reported.Value;

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    /// <summary>The generated sources by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The code of a connector's class: its header and its actions.</summary>
    public string CodeOf(string className) => string.Join('\n', Sources
        .Where(source => source.Key == className + ".g.cs" || source.Key.StartsWith(className + ".Actions.", StringComparison.Ordinal))
        .OrderBy(source => source.Key, StringComparer.Ordinal)
        .Select(source => source.Value));

    public static Generation Run(string catalog, string user = "", GenerationOptions? options = null) =>
        Run([new CatalogText("catalog.json", catalog)], user, options);

    public static Generation Run(IEnumerable<AdditionalText> files, string user = "", GenerationOptions? options = null)
    {
        var texts = files.ToImmutableArray();
        options ??= new GenerationOptions();
        var driver = CSharpGeneratorDriver.Create(
            [new RecoupGenerator().AsSourceGenerator()],
            texts,
            options.Parse,
            options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        // Documentation is not required in the user's snippets.
        var snippets = CSharpSyntaxTree.ParseText(user, options.Parse.WithDocumentationMode(DocumentationMode.None), "Program.cs");
        return Continue(driver, Compile([snippets], options), new AnalyzerOptions(texts, options));
    }

    /// <summary>Runs again after an edit.</summary>
    /// <param name="edit">Changes the input of the generator, or null.</param>
    /// <param name="editCode">Changes the code, or null.</param>
    /// <param name="files">The files after the edit, for the analyzer; null if they did not change.</param>
    public Generation Rerun(
        Func<GeneratorDriver, GeneratorDriver>? edit = null,
        Func<Compilation, Compilation>? editCode = null,
        ImmutableArray<AdditionalText>? files = null)
    {
        var code = Compilation.RemoveSyntaxTrees(Compilation.SyntaxTrees.Where(tree =>
            tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)));
        var analyzed = files is { } texts ? new AnalyzerOptions(texts, _analyzed.AnalyzerConfigOptionsProvider) : _analyzed;
        return Continue(edit?.Invoke(Driver) ?? Driver, editCode?.Invoke(code) ?? code, analyzed);
    }

    /// <summary>All errors and warnings of the compiler, including those about documentation.</summary>
    public ImmutableArray<Diagnostic> Diagnostics() =>
        [.. Compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)];

    /// <summary>The errors of the compiler in the program that uses the generated code.</summary>
    public IEnumerable<Diagnostic> ErrorsInProgram() =>
        Compilation.GetSemanticModel(Compilation.SyntaxTrees.Single(tree => tree.FilePath == "Program.cs")).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Creates a compilation with the strictest settings that references the runtime.</summary>
    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, GenerationOptions options) =>
        Strict.WithOptions(Strict.Options.WithOutputKind(options.OutputKind)).AddSyntaxTrees(trees);

    // The analyzer looks at the files alone, so it gets a compilation without code.
    private ImmutableArray<Diagnostic> AnalyzerReports() =>
        [.. CSharpCompilation.Create("Files", Compilation.SyntaxTrees.Take(1))
            .WithAnalyzers([new DocumentAnalyzer()], _analyzed)
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None)
            .GetAwaiter().GetResult()
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    private static Generation Continue(GeneratorDriver driver, Compilation compilation, AnalyzerOptions analyzed)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported);
        driver.GetRunResult().Results.Single().Exception.ShouldBeNull();
        return new Generation(driver, output, reported, analyzed);
    }
}
