using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Recoup.Tests.Driving;

/// <summary>A names file as an additional file.</summary>
internal sealed class NamesText(string json, string path = "recoup.names.json") : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(json, Encoding.UTF8);
}
