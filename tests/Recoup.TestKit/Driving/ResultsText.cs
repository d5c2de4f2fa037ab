using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Recoup.Tests.Driving;

/// <summary>A file that describes results as an additional file.</summary>
internal sealed class ResultsText(string json, string path = "recoup.results.json") : AdditionalText
{
    private readonly SourceText _text = SourceText.From(json, Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
