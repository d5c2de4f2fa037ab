using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>Recognizes the media types of JSON.</summary>
internal static class JsonMediaType
{
    private const string AnyType = "*/*";
    private const string AnyApplication = "application/*";

    /// <summary>
    /// The schema of JSON: that of the first JSON media type, else that of the narrowest media range that includes JSON (RFC 9110,
    /// section 12.5.1); undefined if there is none.
    /// </summary>
    /// <param name="content">The media types of a body.</param>
    public static PositionedElement SchemaIn(IEnumerable<ApiContent> content) => content
        .Where(one => Includes(one.MediaType))
        .OrderBy(one => Is(one.MediaType) ? 0 : NameOf(one.MediaType) == AnyType ? 2 : 1)
        .FirstOrDefault()?.Schema ?? default;

    /// <summary>Whether a media type or media range includes JSON.</summary>
    /// <param name="mediaType">The media type, with or without parameters.</param>
    public static bool Includes(string mediaType) =>
        Is(mediaType)
        || NameOf(mediaType) is var name && (name == AnyType || name.Equals(AnyApplication, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a media type is <c>application/json</c> or ends in <c>+json</c>.</summary>
    /// <param name="mediaType">The media type, with or without parameters.</param>
    public static bool Is(string mediaType)
    {
        var name = NameOf(mediaType);
        return name.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private static string NameOf(string mediaType)
    {
        var end = mediaType.IndexOf(';');
        return (end < 0 ? mediaType : mediaType[..end]).Trim();
    }
}
