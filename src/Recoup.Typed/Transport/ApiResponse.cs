using System.Net;
using System.Text;
using System.Text.Json;

namespace Recoup.Typed.Transport;

/// <summary>A response: status, body and the few headers that matter.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The media type of the body; null if the server gave none.</param>
/// <param name="Location">The target of a redirect.</param>
/// <param name="Body">The bytes of the body, without byte order mark.</param>
/// <param name="Secret">The credential of the request: it is redacted if the server quotes it.</param>
internal sealed record ApiResponse(HttpStatusCode Status, string? MediaType, Uri? Location, ReadOnlyMemory<byte> Body, string? Secret)
{
    // Results are foreign and may nest deeper than the default of 64. Reading is not recursive, so any bound will do.
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 512 };

    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    public bool IsRedirect => (int)Status is >= 300 and <= 399;

    /// <summary>The body as text, without the credential.</summary>
    public string Text => Redact(Encoding.UTF8.GetString(Body.Span));

    public static async Task<ApiResponse> ReadAsync(HttpResponseMessage response, string? secret, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        return new ApiResponse(
            response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.Location, body, secret);
    }

    public string Redact(string text) => Secret is null ? text : text.Replace(Secret, "***", StringComparison.Ordinal);

    public bool TryParse(out JsonElement json)
    {
        try
        {
            json = JsonElement.Parse(Body.Span, JsonOptions);
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }

    // The text that a record generates would contain the credential.
    public override string ToString() => $"{(int)Status} {MediaType}";
}
