namespace Recoup.Typed.Transport;

/// <summary>
/// The innermost handler of the client's HttpClients. It lets a request that may change something pass once, and keeps how that ended for
/// the exception about a handler that sends it again. No other handler, for example one that logs, gets an exception that quotes the
/// credential.
/// </summary>
internal sealed class SendGuard : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var mark = SendMark.Of(request);
        mark?.Send();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            mark?.Responded(await KeepAsync(response, cancellationToken).ConfigureAwait(false));
            return response;
        }
        catch (HttpRequestException exception)
            when (RequestSecret.Of(request) is { } secret && SecretMask.IsIn(exception.ToString(), secret))
        {
            var masked = SecretMask.Apply(exception, secret);
            mark?.Failed(masked);
            throw masked;
        }
        catch (Exception exception)
        {
            mark?.Failed(exception);
            throw;
        }
    }

    // A handler that retries disposes the response of an error, so its body is read here, and what was read takes its place.
    private static async Task<ApiResponse> KeepAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return ApiResponse.WithoutBody(response);
        var kept = await ApiResponse.ReadAsync(response, ApiResponse.MaxErrorBytes, cancellationToken).ConfigureAwait(false);
        var content = new ReadOnlyMemoryContent(kept.Body);
        foreach (var header in response.Content.Headers)
        {
            if (!header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        response.Content.Dispose();
        response.Content = content;
        return kept;
    }
}
