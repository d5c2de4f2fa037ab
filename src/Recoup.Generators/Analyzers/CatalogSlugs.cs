using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Input;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// The slugs of all catalogs in the project. Filters are ignored, because an action that is not generated can still be executed.
/// </summary>
internal static class CatalogSlugs
{
    /// <summary>
    /// The slugs of one catalog. The compiler caches them with the text, so an edit of C# does not read the catalog again.
    /// </summary>
    public static readonly SourceTextValueProvider<string[]?> OfText = new(Read);

    public static AdditionalText[] FilesOf(AnalyzerOptions options) =>
    [
        .. options.AdditionalFiles.Where(file =>
            InputFile.Of(file, options.AnalyzerConfigOptionsProvider.GetOptions(file)).Kind == InputKind.Catalog),
    ];

    /// <summary>Returns the slugs, or null if a catalog cannot be read and its slugs are therefore unknown.</summary>
    public static ISet<string>? Of(AdditionalText[] files, Func<SourceText, string[]?> read)
    {
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.GetText() is not { } text || read(text) is not { } its)
                return null;
            slugs.UnionWith(its);
        }

        return slugs;
    }

    private static string[]? Read(SourceText text)
    {
        var reading = CatalogReader.Read(Utf8Text.Of(text, CancellationToken.None));
        return reading.Problems.Any(problem => problem.Descriptor.Severity == ProblemSeverity.Error)
            ? null
            : [.. reading.Catalog.Actions.Select(action => action.Slug)];
    }
}
