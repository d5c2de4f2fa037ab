namespace Recoup.Catalogs.Spec;

/// <summary>Tells media types that are JSON.</summary>
internal static class JsonMediaType
{
    public static bool Is(string mediaType)
    {
        var end = mediaType.IndexOf(';');
        var name = (end < 0 ? mediaType : mediaType[..end]).Trim();
        return name.Equals("application/json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
