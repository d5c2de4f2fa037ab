using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>Recognizes the media types of JSON.</summary>
internal static class JsonMediaType
{
    /// <summary>The schema of the first JSON media type; undefined if there is none.</summary>
    /// <param name="content">The media types of a body.</param>
    public static PositionedElement SchemaIn(IEnumerable<ApiContent> content) =>
        content.FirstOrDefault(one => Is(one.MediaType))?.Schema ?? default;

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
