using System.Text;

namespace Recoup.Catalogs.Slugs;

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

    /// <summary>The connector's slug in lower case, and the part of the action's slug behind it.</summary>
    /// <param name="actionSlug">The slug of the action.</param>
    /// <param name="connectorSlug">The connector that the catalog names, or an empty string.</param>
    public static (string Connector, string ActionName) Resolve(string actionSlug, string connectorSlug)
    {
        var slug = Normalize(actionSlug);
        var connector = connectorSlug.ToLowerInvariant();
        var own = connector.Length > 0 ? Prefix(connector) : null;
        for (var end = slug.LastIndexOf('_'); end > 0; end = slug.LastIndexOf('_', end - 1))
        {
            if (end + 1 == slug.Length)
                continue;
            var prefix = slug[..(end + 1)];
            if (prefix == own)
                return (connector, actionSlug[(end + 1)..]);
            if (KnownByPrefix.TryGetValue(prefix, out var known))
                return (known, actionSlug[(end + 1)..]);
        }

        // No known prefix: the connector of the catalog is used, and the slug stays whole.
        if (connector.Length > 0)
            return (connector, actionSlug);
        var first = slug.IndexOf('_', Math.Min(1, slug.Length));
        return first > 0 && first + 1 < slug.Length
            ? (actionSlug[..first].ToLowerInvariant(), actionSlug[(first + 1)..])
            : (actionSlug.ToLowerInvariant(), actionSlug);
    }

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
