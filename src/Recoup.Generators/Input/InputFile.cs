using Microsoft.CodeAnalysis;
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
}

/// <summary>An additional file with what the project says about it. The compiler hands out the same text object until the file changes.</summary>
internal sealed record InputFile(AdditionalText Text, InputKind Kind, EquatableArray<string> Connectors, EquatableArray<string> ActionPatterns)
{
    public static InputFile Of(AdditionalText text, AnalyzerConfigOptions options) => new(
        text,
        Metadata(options, "RecoupKind") switch
        {
            "catalog" => InputKind.Catalog,
            "spec" => InputKind.Spec,
            _ => InputKind.Other,
        },
        List(options, "RecoupConnectors"),
        List(options, "RecoupActions"));

    private static string Metadata(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_metadata.AdditionalFiles." + name, out var value) ? value : "";

    // The build files hand ';' over as '|', because it would start a comment in the compiler's options.
    private static EquatableArray<string> List(AnalyzerConfigOptions options, string name) =>
        new(Metadata(options, name).Split('|').Select(item => item.Trim()).Where(item => item.Length > 0));
}
