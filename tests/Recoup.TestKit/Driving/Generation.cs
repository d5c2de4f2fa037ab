using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Generators;

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

    private Generation(GeneratorDriver driver, Compilation compilation, ImmutableArray<Diagnostic> reported) =>
        (Driver, Compilation, Reported) = (driver, compilation, reported);

    public GeneratorDriver Driver { get; }

    public Compilation Compilation { get; }

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Reported { get; }

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
        return Continue(driver, Compile([snippets], options));
    }

    /// <summary>Runs again after an edit.</summary>
    public Generation Rerun(Func<GeneratorDriver, GeneratorDriver>? edit = null, Func<Compilation, Compilation>? editCode = null)
    {
        var code = Compilation.RemoveSyntaxTrees(Compilation.SyntaxTrees.Where(tree =>
            tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)));
        return Continue(edit?.Invoke(Driver) ?? Driver, editCode?.Invoke(code) ?? code);
    }

    /// <summary>All errors and warnings of the compiler, including those about documentation.</summary>
    public ImmutableArray<Diagnostic> Diagnostics() =>
        [.. Compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)];

    /// <summary>Creates a compilation with the strictest settings that references the runtime.</summary>
    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, GenerationOptions options) =>
        Strict.WithOptions(Strict.Options.WithOutputKind(options.OutputKind)).AddSyntaxTrees(trees);

    private static Generation Continue(GeneratorDriver driver, Compilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported);
        driver.GetRunResult().Results.Single().Exception.ShouldBeNull();
        return new Generation(driver, output, reported);
    }
}
