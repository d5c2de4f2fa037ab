using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Recoup.Tests.Driving;

/// <summary>The options that the build files pass to the compiler.</summary>
internal sealed class GenerationOptions : AnalyzerConfigOptionsProvider
{
    public string? Namespace { get; init; }

    public string? Visibility { get; init; }

    public bool Checks { get; init; } = true;

    public bool Results { get; init; } = true;

    public string? Documentation { get; init; }

    public bool EmbedsCatalog { get; init; }

    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp12;

    public CSharpParseOptions Parse => new(Language, DocumentationMode.Diagnose);

    public override AnalyzerConfigOptions GlobalOptions => new Lookup(key => key switch
    {
        "build_property.RecoupNamespace" => Namespace,
        "build_property.RecoupVisibility" => Visibility,
        "build_property.RecoupChecks" => Checks ? "true" : "false",
        "build_property.RecoupResults" => Results ? "true" : "false",
        "build_property.RecoupDocumentation" => Documentation,
        "build_property.RecoupEmbedCatalog" => EmbedsCatalog ? "true" : null,
        _ => null,
    });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Lookup(_ => null);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Lookup(key => (textFile, key) switch
    {
        (CatalogText, "build_metadata.AdditionalFiles.RecoupKind") => "catalog",
        (CatalogText catalog, "build_metadata.AdditionalFiles.RecoupConnectors") => catalog.Connectors,
        (CatalogText catalog, "build_metadata.AdditionalFiles.RecoupActions") => catalog.Actions,
        (NamesText, "build_metadata.AdditionalFiles.RecoupKind") => "names",
        (ResultsText, "build_metadata.AdditionalFiles.RecoupKind") => "results",
        (SpecText, "build_metadata.AdditionalFiles.RecoupKind") => "spec",
        (SpecText spec, "build_metadata.AdditionalFiles.RecoupClassName") => spec.ClassName,
        (SpecText spec, "build_metadata.AdditionalFiles.RecoupTypes") => spec.Types,
        _ => null,
    });

    private sealed class Lookup(Func<string, string?> find) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => (value = find(key)) is not null;
    }
}
