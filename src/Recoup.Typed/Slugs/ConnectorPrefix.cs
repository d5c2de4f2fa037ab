namespace Recoup.Typed;

/// <summary>
/// The connector that the slug of an action names, by the server's rule: the text before the first <c>_</c>, in lower case (divergence
/// D10).
/// </summary>
internal static class ConnectorPrefix
{
    public static string Of(string slug)
    {
        var end = slug.IndexOf('_', StringComparison.Ordinal);
#pragma warning disable CA1308 // Connectors are in lower case.
        return (end < 0 ? slug : slug[..end]).ToLowerInvariant();
#pragma warning restore CA1308
    }
}
