using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Input;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// The slugs in the catalogs of the project, filters ignored: an action that is not generated can still be executed. The catalogs are read
/// only if code has a slug without a generated method.
/// </summary>
internal static class CatalogSlugs
{
    /// <summary>
    /// The slugs of one catalog. The compiler caches them with the text, so an edit of C# does not read the catalog again.
    /// </summary>
    public static readonly SourceTextValueProvider<KnownSlugs?> OfText = new(Read);

    public static AdditionalText[] FilesOf(AnalyzerOptions options) =>
    [
        .. options.AdditionalFiles.Where(file =>
            InputFile.Of(file, options.AnalyzerConfigOptionsProvider.GetOptions(file)).Kind == InputKind.Catalog),
    ];

    private static KnownSlugs? Read(SourceText text)
    {
        var reading = CatalogReader.Read(Utf8Text.Of(text, CancellationToken.None));
        if (reading.Problems.Any(problem => problem.Descriptor.Severity == ProblemSeverity.Error))
            return null;
        var slugs = new KnownSlugs();
        foreach (var action in reading.Catalog.Actions)
        {
            slugs.Actions.Add(action.Slug);
            if (action.ConnectorSlug.Length > 0)
                slugs.Connectors.Add(action.ConnectorSlug);
        }

        return slugs;
    }
}
