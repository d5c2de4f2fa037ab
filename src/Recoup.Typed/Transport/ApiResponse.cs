using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Recoup.Typed.Transport;

/// <summary>A response: status, body and the few headers that matter.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The media type of the body; null if the server gave none.</param>
/// <param name="Location">The target of a redirect.</param>
/// <param name="Body">
/// The bytes of the body, without byte order mark; at most the first 1 MiB if it is too large, because nobody reads more of it.
/// </param>
/// <param name="Flaw">Why the body is not complete, for example because it is too large; null if it is.</param>
internal sealed record ApiResponse(
    HttpStatusCode Status, string? MediaType, Uri? Location, ReadOnlyMemory<byte> Body, string? Flaw)
{
    /// <summary>The largest body of an error that is read, and the longest text of a body that is kept: 1 MiB.</summary>
    public const int MaxErrorBytes = 1024 * 1024;

    // Results are foreign and may nest deeper than the default of 64. Reading is not recursive, so any bound will do.
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 512 };

    /// <summary>The credential of the request: it is redacted if the server quotes it.</summary>
    public string? Secret { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    public bool IsRedirect => (int)Status is >= 300 and <= 399;

    /// <summary>The body as text, at most its first 1 MiB, without the credential.</summary>
    public string Text => Redact(Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, MaxErrorBytes)]));

    /// <summary>Reads a response after decompression, but not more than a limit of bytes.</summary>
    public static async Task<ApiResponse> ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        limit = response.IsSuccessStatusCode ? limit : Math.Min(limit, MaxErrorBytes);
        using var buffer = new BoundedBuffer(limit);
        string? flaw = null;
        using var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await content.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException) when (buffer.IsFull)
        {
            flaw = string.Create(CultureInfo.InvariantCulture,
                $"the body has more than {limit:N0} bytes ({nameof(RecoupClientOptions)}.{nameof(RecoupClientOptions.MaxResponseBytes)})");
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // HttpContent does the same for callers that let it copy the body.
            throw new HttpRequestException(
                exception is HttpIOException { HttpRequestError: var error } ? error : HttpRequestError.Unknown,
                "The response was cut off.",
                exception);
        }
        catch (Exception exception)
            when (exception is InvalidDataException || (exception is InvalidOperationException && IsBrotli(content)))
        {
            flaw = "the body cannot be decompressed";
        }

        ReadOnlyMemory<byte> body = buffer.First(buffer.IsFull ? MaxErrorBytes : limit);
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        return WithoutBody(response) with { Body = body, Flaw = flaw };
    }

    /// <summary>Reads everything but the body.</summary>
    public static ApiResponse WithoutBody(HttpResponseMessage response) => new(
        response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.Location, Body: default, Flaw: null);

    public string Redact(string text) => Secret is null ? text : SecretMask.Apply(text, Secret);

    public JsonElement Redact(JsonElement json) => Secret is null ? json : SecretMask.Apply(json, Secret);

    public bool TryParse(out JsonElement json)
    {
        json = default;
        if (Flaw is not null)
            return false;
        try
        {
            json = JsonElement.Parse(Body.Span, JsonOptions);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Its exception for broken data has no type of its own.
    private static bool IsBrotli(Stream content) =>
        !OperatingSystem.IsBrowser() && (content is CopyingStream copying ? copying.Inner : content) is BrotliStream;

    // The text that a record generates would contain the credential.
    public override string ToString() => $"{(int)Status} {MediaType}";
}
