using System.Text;
using Recoup.Catalogs;

namespace Recoup.Binding.Names;

/// <summary>
/// Finds the connector of an action and the rest of its slug, which names the method: the longest prefix of the action's slug that is
/// its own <c>connectorSlug</c> or a slug in the table of known toolkits. The server's <c>connectorSlug</c> is a guess that stops at the
/// first underscore (D10). No other action plays a part.
/// </summary>
internal static class ConnectorResolver
{
    // "GOOGLE_CLASSROOM_" -> "google_classroom".
    private static readonly Dictionary<string, string> KnownByPrefix =
        ToolkitTable.ClassNames.Keys.ToDictionary(Prefix, slug => slug, StringComparer.Ordinal);

    /// <summary>The connector's slug, and the part of the action's slug behind it.</summary>
    public static (string Connector, string ActionName) Resolve(CatalogAction action)
    {
        var slug = Normalize(action.Slug);
        var own = action.ConnectorSlug.Length > 0 ? Prefix(action.ConnectorSlug) : null;
        for (var end = slug.LastIndexOf('_'); end > 0; end = slug.LastIndexOf('_', end - 1))
        {
            if (end + 1 == slug.Length)
                continue;
            var prefix = slug[..(end + 1)];
            if (prefix == own)
                return (action.ConnectorSlug, action.Slug[(end + 1)..]);
            if (KnownByPrefix.TryGetValue(prefix, out var known))
                return (known, action.Slug[(end + 1)..]);
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
