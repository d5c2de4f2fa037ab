using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.Tests.Driving;

/// <summary>Runs an analyzer on a program that uses real generated code, the client and the emulator.</summary>
internal static class Analysis
{
    /// <summary>Actions for every case that the analyzers distinguish.</summary>
    public static readonly string Actions = Catalog.Of(
        Catalog.Action(
            "GMAIL_FETCH_EMAILS",
            """{"type":"object","properties":{"query":{"type":"string"},"max_results":{"type":"integer"}},"additionalProperties":false}"""),
        Catalog.Action("GITHUB_CREATE_ISSUE", """
            {"type":"object","properties":{"owner":{"type":"string"},"repo":{"type":"string"},"number":{"type":"integer"},
            "labels":{"type":"array","items":{"type":"string"}}},
             "required":["owner","repo","number"],"additionalProperties":false}
            """),
        Catalog.Action(
            "GITHUB_GET_USER",
            """{"type":"object","properties":{"username":{"type":"string"},"event":{"type":"string"}},"required":"""
                + """["username"],"additionalProperties":false}"""),
        Catalog.Action(
            "GITHUB_PICK",
            """{"type":"object","properties":{"name":{"type":"string"},"size":{"type":"string","enum":["small","large"]}},"required":"""
                + """["name","size"],"additionalProperties":false}"""),
        Catalog.Action(
            "GITHUB_MOVE",
            """{"type":"object","properties":{"row":{"type":"integer"},"ratio":{"type":["number","null"]}},"required":"""
                + """["row","ratio"],"additionalProperties":false}"""));

    public static readonly ImmutableArray<MetadataReference> References =
    [
        MetadataReference.CreateFromFile(typeof(RecoupEmulator).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(RecoupCatalog).Assembly.Location),
    ];

    /// <summary>The generated code of a project as a reference: an assembly, one without bodies, or the project itself.</summary>
    public static MetadataReference ReferenceTo(Generation generation, string kind)
    {
        if (kind == "project")
            return generation.Compilation.ToMetadataReference();
        using var image = new MemoryStream();
        var options = kind == "reference assembly" ? new EmitOptions(metadataOnly: true, includePrivateMembers: false) : null;
        generation.Compilation.Emit(image, options: options).Success.ShouldBeTrue();
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    public static ImmutableArray<AdditionalText> Files(params string[] catalogs) =>
        [.. catalogs.Select((json, i) => new CatalogText($"{i}.json", json))];

    /// <summary>Checks that exactly the marked places are reported, and returns the diagnostics.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> ShouldReportAsync(
        DiagnosticAnalyzer analyzer, MarkedCode code, ImmutableArray<AdditionalText>? files = null)
    {
        var texts = files ?? Files(Actions);
        return await ShouldReportAsync(analyzer, code, Generation.Run(texts, code.Text).Compilation.AddReferences(References), texts);
    }

    /// <summary>Checks that exactly the marked places of a compilation are reported, and returns the diagnostics.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> ShouldReportAsync(
        DiagnosticAnalyzer analyzer, MarkedCode code, Compilation compilation, ImmutableArray<AdditionalText> texts)
    {
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(code.Text);

        var reported = await RunAsync(analyzer, compilation, texts);

        reported.Select(diagnostic => diagnostic.Location.SourceSpan).ShouldBe(code.Spans, string.Join('\n', reported));
        return reported;
    }

    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(
        DiagnosticAnalyzer analyzer, Compilation compilation, ImmutableArray<AdditionalText> files)
    {
        var reported = await compilation.WithAnalyzers([analyzer], new AnalyzerOptions(files, new GenerationOptions()))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. reported.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
