using Microsoft.Net.Http.Headers;

namespace Recoup.Emulator.Core.Formats;

/// <summary>Recognizes the media type of JSON.</summary>
internal static class MediaType
{
    public static bool IsJson(string? contentType) =>
        contentType is "application/json" or "application/json; charset=utf-8"
        || (MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));
}
