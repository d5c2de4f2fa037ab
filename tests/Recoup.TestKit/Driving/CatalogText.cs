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

    /// <summary>Called when the generator reads the text.</summary>
    public Action? WhenRead { get; init; }

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        WhenRead?.Invoke();
        return SourceText.From(json, Encoding.UTF8);
    }
}
