namespace Recoup.Catalogs.Spec;

/// <summary>Recognizes the media types of JSON.</summary>
internal static class JsonMediaType
{
    /// <summary>Whether a media type is <c>application/json</c> or ends in <c>+json</c>.</summary>
    /// <param name="mediaType">The media type, with or without parameters.</param>
    public static bool Is(string mediaType)
    {
        var end = mediaType.IndexOf(';');
        var name = (end < 0 ? mediaType : mediaType[..end]).Trim();
        return name.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
