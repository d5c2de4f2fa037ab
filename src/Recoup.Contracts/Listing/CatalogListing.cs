using Recoup.Catalogs;
using Recoup.Catalogs.Effects;
using Recoup.Catalogs.Problems;
using Recoup.Contracts.Findings.Reports;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Listing;

/// <summary>Finds actions in a catalog, and lists them as text.</summary>
internal static class CatalogListing
{
    private const int LongestDescription = 80;
    private const int LongestEffect = 7;

    /// <summary>
    /// The actions in which each word occurs: in the slug, the name, the description or the connector. Case does not count.
    /// </summary>
    public static IReadOnlyList<CatalogAction> Search(RecoupCatalog catalog, IReadOnlyList<string> words, string? connector) =>
    [
        .. catalog.Actions
            .Where(action => connector is null || string.Equals(action.ConnectorSlug, connector, StringComparison.OrdinalIgnoreCase))
            .Where(action => words.All(word => Contains(action, word)))
            .OrderBy(action => action.Slug, StringComparer.Ordinal),
    ];

    /// <summary>Finds an action by its slug. Case does not count.</summary>
    /// <exception cref="ContractException">The catalog has no such action. The message names the nearest one.</exception>
    public static CatalogAction Find(ContractDocument document, string slug) =>
        document.Catalog!.Actions.FirstOrDefault(action => action.Slug == slug)
        ?? document.Catalog.Actions.FirstOrDefault(action => string.Equals(action.Slug, slug, StringComparison.OrdinalIgnoreCase))
        ?? throw new ContractException(
            $"{document.Name} has no action '{slug}'.{Nearest.Question(slug, document.Catalog.Actions.Select(action => action.Slug))} "
            + "'recoup list' lists the actions.");

    /// <summary>Writes a line for each action: its slug, its effect and the beginning of its description.</summary>
    public static void Write(IReadOnlyList<CatalogAction> found, int total, TextWriter output)
    {
        var text = new TextLines(output);
        var width = found.Count == 0 ? 0 : found.Max(action => action.Slug.Length);
        foreach (var action in found)
        {
            var effect = StatedEffect.WordOf(action.Effect).PadRight(LongestEffect);
            text.Line($"{action.Slug.PadRight(width)}  {effect}  {Excerpt.Shorten(action.Description, LongestDescription)}".TrimEnd());
        }

        if (found.Count > 0)
            text.Blank();
        text.Line(FormattableString.Invariant($"{found.Count} of {Words.Count(total, "action")}"));
    }

    private static bool Contains(CatalogAction action, string word) =>
        ((string[])[action.Slug, action.Name, action.Description, action.ConnectorSlug])
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
