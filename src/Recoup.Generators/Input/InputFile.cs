using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Catalogs;

namespace Recoup.Generators.Input;

/// <summary>What an additional file is to the generator.</summary>
internal enum InputKind
{
    /// <summary>Nothing; it is someone else's.</summary>
    Other,

    /// <summary>A catalog: <c>RecoupCatalog</c>.</summary>
    Catalog,

    /// <summary>An OpenAPI document: <c>RecoupSpec</c>.</summary>
    Spec,

    /// <summary>Names in place of derived ones: <c>recoup.names.json</c> beside a catalog.</summary>
    Names,
}

/// <summary>An additional file with what the project says about it. The compiler hands out the same text object until the file changes.</summary>
/// <param name="Text">The file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Connectors">Of a catalog: the connectors that are wanted; all where none is named.</param>
/// <param name="ActionPatterns">Of a catalog: the actions that are wanted; all where no pattern is given.</param>
/// <param name="ClassName">Of a document: the class it becomes, or null for the one its file name gives.</param>
/// <param name="NestsTypes">Of a document: whether its types stand inside the class; so unless <c>Types="Beside"</c>.</param>
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
            _ => InputKind.Other,
        },
        List(options, "RecoupConnectors"),
        List(options, "RecoupActions"),
        Metadata(options, "RecoupClassName").Trim() is var name && SyntaxFacts.IsValidIdentifier(name) ? name : null,
        !Metadata(options, "RecoupTypes").Equals("Beside", StringComparison.OrdinalIgnoreCase));

    private static string Metadata(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_metadata.AdditionalFiles." + name, out var value) ? value : "";

    // The build files hand ';' over as '|', because it would start a comment in the compiler's options.
    private static EquatableArray<string> List(AnalyzerConfigOptions options, string name) =>
        new(Metadata(options, name).Split('|').Select(item => item.Trim()).Where(item => item.Length > 0));
}
