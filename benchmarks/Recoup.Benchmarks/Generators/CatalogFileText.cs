using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Recoup.Benchmarks.Generators;

/// <summary>A catalog as the compiler hands it over: read from disk already.</summary>
internal sealed class CatalogFileText(string path, string json) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(json, Encoding.UTF8);

    public override string Path => path;

    public string Json => json;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
