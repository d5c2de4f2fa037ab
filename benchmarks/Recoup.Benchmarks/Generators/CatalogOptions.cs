using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Recoup.Benchmarks.Generators;

/// <summary>What the build files hand over: every additional file is a catalog.</summary>
internal sealed class CatalogOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Lookup None = new(isCatalog: false);
    private static readonly Lookup Catalog = new(isCatalog: true);

    public override AnalyzerConfigOptions GlobalOptions => None;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Catalog;

    private sealed class Lookup(bool isCatalog) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = isCatalog && key == "build_metadata.AdditionalFiles.RecoupKind" ? "catalog" : null;
            return value is not null;
        }
    }
}
