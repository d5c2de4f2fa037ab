namespace Recoup.Emulator.Deployed;

/// <summary>D10: the connector as the deployed server guesses it.</summary>
internal static class ConnectorPrefix
{
    public const string Meta = Catalogs.MetaConnector.Slug;

    public static string Of(string slug)
    {
        var end = slug.IndexOf('_');
        return (end < 0 ? slug : slug[..end]).ToLowerInvariant();
    }
}
