using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Recoup.Tests.Driving;

/// <summary>A catalog as an additional file.</summary>
internal sealed class CatalogText(string path, string json) : AdditionalText
{
    public override string Path => path;

    public string? Connectors { get; init; }

    public string? Actions { get; init; }

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(json, Encoding.UTF8);
}
