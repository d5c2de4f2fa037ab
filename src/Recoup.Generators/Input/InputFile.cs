using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Catalogs;

namespace Recoup.Generators.Input;

/// <summary>The kind of an additional file.</summary>
internal enum InputKind
{
    /// <summary>A file that the generator ignores.</summary>
    Other,

    /// <summary>A catalog: <c>RecoupCatalog</c>.</summary>
    Catalog,

    /// <summary>An OpenAPI document: <c>RecoupSpec</c>.</summary>
    Spec,

    /// <summary>Names that replace derived ones: <c>recoup.names.json</c> beside a catalog.</summary>
    Names,

    /// <summary>Descriptions of results: <c>recoup.results.json</c> beside a catalog, or <c>RecoupResultSchemas</c>.</summary>
    Results,
}

/// <summary>An additional file with its metadata. The compiler passes the same text object until the file changes.</summary>
/// <param name="Text">The file.</param>
/// <param name="Kind">The kind of the file.</param>
/// <param name="Connectors">The connectors to generate from a catalog; all connectors if empty.</param>
/// <param name="ActionPatterns">The patterns of the actions to generate from a catalog; all actions if empty.</param>
/// <param name="ClassName">The class name of an OpenAPI document, or null to derive it from the file name.</param>
/// <param name="NestsTypes">Whether the types of an OpenAPI document are nested in its class; true unless <c>Types="Beside"</c>.</param>
internal sealed record InputFile(
    AdditionalText Text,
    InputKind Kind,
    EquatableArray<string> Connectors,
    EquatableArray<string> ActionPatterns,
    string? ClassName,
    bool NestsTypes)
{
    public static InputFile Of(AdditionalText text, AnalyzerConfigOptions options) => new(
        text,
        Metadata(options, "RecoupKind") switch
        {
            "catalog" => InputKind.Catalog,
            "spec" => InputKind.Spec,
            "names" => InputKind.Names,
            "results" => InputKind.Results,
            _ => InputKind.Other,
        },
        List(options, "RecoupConnectors"),
        List(options, "RecoupActions"),
        Metadata(options, "RecoupClassName").Trim() is { Length: > 0 } name ? name : null,
        !Metadata(options, "RecoupTypes").Equals("Beside", StringComparison.OrdinalIgnoreCase));

    /// <summary>The files of a project that the generator reads, as an analyzer gets them.</summary>
    public static IEnumerable<InputFile> AllOf(AnalyzerOptions options) => options.AdditionalFiles
        .Select(file => Of(file, options.AnalyzerConfigOptionsProvider.GetOptions(file)))
        .Where(file => file.Kind != InputKind.Other);

    private static string Metadata(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_metadata.AdditionalFiles." + name, out var value) ? Uri.UnescapeDataString(value) : "";

    private static EquatableArray<string> List(AnalyzerConfigOptions options, string name) =>
        new(Metadata(options, name).Split('|').Select(item => item.Trim()).Where(item => item.Length > 0));
}
