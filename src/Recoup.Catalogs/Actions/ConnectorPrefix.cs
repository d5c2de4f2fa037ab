namespace Recoup.Catalogs;

/// <summary>Derives the connector of an action from its slug, as the deployed server does (D10).</summary>
internal static class ConnectorPrefix
{
    public static string Of(string slug)
    {
        var end = slug.IndexOf('_');
        return (end < 0 ? slug : slug[..end]).ToLowerInvariant();
    }
}
