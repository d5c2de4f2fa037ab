using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Recoup.Tests.Driving;

/// <summary>An OpenAPI document as an additional file.</summary>
internal sealed class SpecText(string path, string json) : AdditionalText
{
    public override string Path => path;

    public string? ClassName { get; init; }

    public string? Types { get; init; }

    /// <summary>A document.</summary>
    /// <param name="paths">The members of its paths.</param>
    /// <param name="schemas">The members of its schemas.</param>
    /// <param name="components">Other sections of its components, each with a comma behind it.</param>
    public static string Document(string paths, string schemas = "", string components = "") =>
        $$$$$"""
        {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": { {{{{{paths}}}}} },
         "components": { {{{{{components}}}}} "schemas": { {{{{{schemas}}}}} }}}
        """;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(json, Encoding.UTF8);
}
