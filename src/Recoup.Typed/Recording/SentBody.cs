using System.Net.Http.Json;
using Recoup.Typed.Transport;

namespace Recoup.Typed.Recording;

/// <summary>The body of a request, read without a change to the request.</summary>
internal static class SentBody
{
    /// <summary>Whether a content can be written twice, so that a copy leaves it as it is.</summary>
    public static bool IsRepeatable(HttpContent content) =>
        content is RequestContent or ByteArrayContent or ReadOnlyMemoryContent or JsonContent;

    /// <summary>Copies a content that is in memory, unless it is larger than a limit.</summary>
    /// <returns>The copy; null if it would be larger.</returns>
    public static ReadOnlyMemory<byte>? Copy(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content is RequestContent own)
            return own.Json;
        using var copy = new BoundedBuffer(limit);
        try
        {
            content.CopyTo(copy, context: null, cancellationToken);
        }
        catch (Exception exception) when (copy.IsFull && exception is IOException or HttpRequestException)
        {
            return null;
        }

        return copy.First(limit);
    }
}
