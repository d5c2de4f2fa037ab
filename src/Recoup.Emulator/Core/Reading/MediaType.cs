using Microsoft.Net.Http.Headers;

namespace Recoup.Emulator.Core.Reading;

/// <summary>The media type of a request body.</summary>
internal static class MediaType
{
    public static bool IsJson(string? contentType) =>
        contentType is "application/json" or "application/json; charset=utf-8"
        || (MediaTypeHeaderValue.TryParse(contentType, out var parsed) && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));
}
