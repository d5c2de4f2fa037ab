namespace Recoup.Emulator.Deployed;

/// <summary>D10: derives the connector from the slug, as the deployed server does.</summary>
internal static class ConnectorPrefix
{
    public static string Of(string slug)
    {
        var end = slug.IndexOf('_');
        return (end < 0 ? slug : slug[..end]).ToLowerInvariant();
    }
}
