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

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(json, Encoding.UTF8);
}
