using System.Net;
using System.Text;

namespace Recoup.Typed.Transport;

/// <summary>What came back: status, body and the few headers that matter.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The body's media type, where the server gave one.</param>
/// <param name="Location">Where a redirect leads.</param>
/// <param name="Body">The body's bytes, without byte order mark.</param>
/// <param name="Secret">The credential of the request: a server may quote it, and then it is struck out.</param>
internal sealed record ApiAnswer(HttpStatusCode Status, string? MediaType, Uri? Location, ReadOnlyMemory<byte> Body, string? Secret)
{
    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    public bool IsRedirect => (int)Status is >= 300 and <= 399;

    /// <summary>The body as text, without the credential.</summary>
    public string Text => Redact(Encoding.UTF8.GetString(Body.Span));

    public string Redact(string text) => Secret is null ? text : text.Replace(Secret, "***", StringComparison.Ordinal);

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response, string? secret, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        return new ApiAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.Location, body, secret);
    }

    // The one that a record writes itself would hold the credential.
    public override string ToString() => $"{(int)Status} {MediaType}";
}
