using System.Text;
using Recoup.Catalogs;

namespace Recoup.Binding.Names;

/// <summary>
/// Finds the connector of an action and the rest of its slug, which names the method: the longest known connector slug that
/// prefixes the action's slug. The server's own <c>connectorSlug</c> is a guess that stops at the first underscore (D10).
/// </summary>
internal sealed class ConnectorResolver
{
    // "GOOGLE_CLASSROOM_" -> "google_classroom".
    private readonly Dictionary<string, string> _slugByPrefix = new(StringComparer.Ordinal);

    public ConnectorResolver(IEnumerable<string> connectorSlugs)
    {
        foreach (var slug in ToolkitTable.ClassNames.Keys)
            _slugByPrefix[Prefix(slug)] = slug;
        foreach (var slug in connectorSlugs.Where(slug => slug.Length > 0).OrderBy(slug => slug, StringComparer.Ordinal))
            _slugByPrefix[Prefix(slug)] = slug;
    }

    /// <summary>The connector's slug, and the part of the action's slug behind it.</summary>
    public (string Connector, string ActionName) Resolve(CatalogAction action)
    {
        var slug = Normalize(action.Slug);
        for (var end = slug.LastIndexOf('_'); end > 0; end = slug.LastIndexOf('_', end - 1))
        {
            if (end + 1 < slug.Length && _slugByPrefix.TryGetValue(slug[..(end + 1)], out var connector))
                return (connector, action.Slug[(end + 1)..]);
        }

        // No known prefix: the connector of the catalog is used, and the slug stays whole.
        if (action.ConnectorSlug.Length > 0)
            return (action.ConnectorSlug, action.Slug);
        var first = slug.IndexOf('_', Math.Min(1, slug.Length));
        return first > 0 && first + 1 < slug.Length
            ? (action.Slug[..first].ToLowerInvariant(), action.Slug[(first + 1)..])
            : (action.Slug, action.Slug);
    }

    /// <summary>The class of a connector.</summary>
    public static string ClassName(string connectorSlug) =>
        ToolkitTable.ClassNames.TryGetValue(connectorSlug.ToLowerInvariant(), out var name) ? name : Identifier.Pascal(connectorSlug);

    private static string Prefix(string connectorSlug) => Normalize(connectorSlug) + "_";

    // Replaces each character by one, so that positions are those of the original.
    private static string Normalize(string slug)
    {
        var normalized = new StringBuilder(slug.Length);
        foreach (var c in slug)
            normalized.Append(Words.IsWordChar(c) ? char.ToUpperInvariant(c) : '_');
        return normalized.ToString();
    }
}
