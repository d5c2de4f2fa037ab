using Recoup.Typed.Generated;
using Recoup.Typed.Telemetry;

namespace Recoup.Typed.Transport;

/// <summary>
/// Sends one request and reads its response. Nothing is sent twice: an action may have been executed although its response was lost.
/// </summary>
internal sealed class ApiTransport(HttpClient httpClient, ClientSettings settings, ClientTelemetry telemetry)
{
    public HttpClient HttpClient => httpClient;

    public ClientSettings Settings => settings;

    public async Task<T> SendAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken)
    {
        using var observation = telemetry.Observe(request.Operation, request.Subject, settings);
        try
        {
            var response = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
            observation.Responded(response.Status);
            return ResponseReader.Read(response, request);
        }
        catch (Exception exception)
        {
            observation.Failed(exception);
            throw;
        }
    }

    private async Task<ApiResponse> ExchangeAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(settings.Timeout, settings.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var message = RequestMessages.Of(request, settings);
        try
        {
            RefuseSecondCredential(request.Operation);
            await settings.Credential.WriteAsync(message.Headers, request.Operation, either.Token).ConfigureAwait(false);
            MaskedTraces.Use(text => RequestSecret.Of(message) is { } secret ? SecretMask.Apply(text, secret) : text);
            using var received = await httpClient
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token)
                .ConfigureAwait(false);
            var response = await ApiResponse.ReadAsync(received, settings.MaxResponseBytes, either.Token).ConfigureAwait(false);
            response = response with { Secret = RequestSecret.Of(message) };
            RefuseFollowedRedirect(received.RequestMessage?.RequestUri, response, request);
            return response;
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            // The caller knows its own token, not the one that links it with the timeout.
            throw new TaskCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested)
        {
            var text = ErrorText.TimedOut(request, settings.Timeout);
            throw new TaskCanceledException(text, new TimeoutException(text, exception), either.Token);
        }
        catch (Exception) when (SendMark.Of(message) is { WasRepeated: true })
        {
            throw Repeated(message, request);
        }
        catch (HttpRequestException exception)
            when (RequestSecret.Of(message) is { } secret && SecretMask.IsIn(exception.ToString(), secret))
        {
            throw SecretMask.Apply(exception, secret);
        }
    }

    private static InvalidOperationException Repeated<T>(HttpRequestMessage message, ApiRequest<T> request)
    {
        var (mark, secret) = (SendMark.Of(message), RequestSecret.Of(message));
        var first = mark?.Response is { } response ? ResponseReader.First(response with { Secret = secret }, request) : mark?.Error;
        if (first is not null && secret is not null && SecretMask.IsIn(first.ToString(), secret))
            first = null;
        return new InvalidOperationException(ErrorText.Repeated(request, first), first);
    }

    // HttpClient adds its default headers later: the request would carry two credentials, and the server refuses both.
    private void RefuseSecondCredential(OperationInfo operation)
    {
        if (settings.Credential is Credential.None)
            return;
        var own = httpClient.DefaultRequestHeaders;
        if (own.Authorization is not null || (operation.ApiKeyHeader is { } header && own.Contains(header)))
        {
            throw new InvalidOperationException("The HttpClient's DefaultRequestHeaders contain a credential in addition to the one in the "
                + "options, and the server refuses two. Keep one.");
        }
    }

    // The client's own handler follows no redirect. A caller's handler may, and HttpClient then forwards an API key to any host.
    private void RefuseFollowedRedirect<T>(Uri? from, ApiResponse response, ApiRequest<T> request)
    {
        if (from is not { IsAbsoluteUri: true } || RequestMessages.Origin(from) == RequestMessages.Origin(settings.BaseAddress))
            return;
        throw ResponseReader.Failure(response, request, $"The response to {ErrorText.Subject(request)} came from {from.Host}, not from "
            + $"{settings.BaseAddress.Host}: the HttpClient followed a redirect and may have sent the credential there. "
            + "Set AllowAutoRedirect = false on its handler.");
    }
}
