using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Documents.Catalogs;

/// <summary>
/// Pairs actions that were renamed: one was removed, one was added, they belong to the same connector and have the same schemas, and their
/// descriptions or slugs say that they are the same.
/// </summary>
internal static class ActionRenames
{
    private const double SimilarSlugs = 0.6;

    public static IReadOnlyList<(CatalogAction Before, CatalogAction After)> Of(CatalogPairs pairs)
    {
        if (pairs.Removed.Count == 0 || pairs.Added.Count == 0)
            return [];
        var added = pairs.Added.ToLookup(KeyOf, StringComparer.Ordinal);
        var renames = new List<(CatalogAction Before, CatalogAction After)>();
        foreach (var removed in pairs.Removed.GroupBy(KeyOf, StringComparer.Ordinal))
        {
            // Two actions with the same schemas can be told apart only if one of them, and no other, looks like the old one.
            foreach (var before in removed)
            {
                if (added[removed.Key].Where(after => IsSame(before, after)).Take(2).ToList() is [var after]
                    && removed.Count(other => IsSame(other, after)) == 1)
                    renames.Add((before, after));
            }
        }

        return renames;
    }

    /// <summary>What else changed about a renamed action.</summary>
    public static IEnumerable<string> Also(CatalogAction before, CatalogAction after)
    {
        if (before.Description != after.Description)
            yield return "the description has changed";
        if (before.IsConnected != after.IsConnected)
            yield return after.IsConnected ? "it is now connected" : "it is no longer connected";
    }

    private static bool IsSame(CatalogAction before, CatalogAction after) =>
        (before.Description.Length > 0 && before.Description == after.Description)
        || Similarity(before.Slug.Split('_'), after.Slug.Split('_')) >= SimilarSlugs;

    // The first word is the connector's.
    private static double Similarity(string[] one, string[] other)
    {
        var (first, second) = (one.Skip(1).ToHashSet(StringComparer.Ordinal), other.Skip(1).ToHashSet(StringComparer.Ordinal));
        var common = first.Intersect(second, StringComparer.Ordinal).Count();
        return (double)common / Math.Max(1, first.Count + second.Count - common);
    }

    private static string KeyOf(CatalogAction action) =>
        $"{action.ConnectorSlug}\n{Text(action.ParametersSource)}\n{Text(action.OutputParametersSource)}";

    private static string Text(PositionedElement schema) =>
        schema.ValueKind == JsonValueKind.Undefined ? "" : CanonicalJson.Of(schema.ToJsonElement());
}
