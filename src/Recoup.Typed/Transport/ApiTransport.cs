using Recoup.Typed.Telemetry;

namespace Recoup.Typed.Transport;

/// <summary>
/// Sends one request and reads its answer. Nothing is sent twice: an action may have been executed although its answer was lost.
/// </summary>
internal sealed class ApiTransport(HttpClient httpClient, ClientSettings settings, ClientTelemetry telemetry)
{
    public HttpClient HttpClient => httpClient;

    public ClientSettings Settings => settings;

    public async Task<T> SendAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var observation = telemetry.Observe(request.Operation, request.Subject, settings);
        try
        {
            var answer = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
            observation.Answered(answer.Status);
            return AnswerReader.Read(answer, request);
        }
        catch (Exception exception)
        {
            observation.Failed(exception);
            throw;
        }
    }

    private async Task<ApiAnswer> ExchangeAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(settings.Timeout, settings.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var message = RequestMessages.Of(request, settings);
            RefuseSecondCredential(request.Operation);
            var secret = await settings.Credential.WriteAsync(message.Headers, request.Operation, either.Token).ConfigureAwait(false);
            using var response = await httpClient.SendAsync(message, either.Token).ConfigureAwait(false);
            var answer = await ApiAnswer.ReadAsync(response, secret, either.Token).ConfigureAwait(false);
            return RefuseFollowedRedirect(response, answer, request);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            // The caller knows the token it gave, not the one that joins it with the timeout.
            throw new TaskCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested)
        {
            var message = $"{ErrorText.Subject(request)} was given up after {nameof(RecoupClientOptions)}.{nameof(settings.Timeout)} of "
                + FormattableString.Invariant($"{settings.Timeout.TotalSeconds:0.###} seconds. The server may have executed it.");
            throw new TaskCanceledException(message, new TimeoutException(message, exception), either.Token);
        }
    }

    /// <summary>HttpClient adds its default headers after us: two credentials would be on their way, and the server refuses both.</summary>
    private void RefuseSecondCredential(ApiOperation operation)
    {
        if (settings.Credential is Credential.None)
            return;
        var own = httpClient.DefaultRequestHeaders;
        if (own.Authorization is not null || (operation.ApiKeyHeader is { } header && own.Contains(header)))
        {
            throw new InvalidOperationException("The HttpClient's DefaultRequestHeaders hold a credential beside that of the options: "
                + "the server refuses two. Keep one.");
        }
    }

    /// <summary>Our own handler follows no redirect. A caller's may, and HttpClient then forwards an API key to any host.</summary>
    private ApiAnswer RefuseFollowedRedirect<T>(HttpResponseMessage response, ApiAnswer answer, ApiRequest<T> request)
    {
        var from = response.RequestMessage?.RequestUri;
        if (from is not { IsAbsoluteUri: true } || RequestMessages.Origin(from) == RequestMessages.Origin(settings.BaseAddress))
            return answer;
        throw AnswerReader.Failure(answer, request, $"{ErrorText.Subject(request)} was answered by {from.Host}, not by {settings.BaseAddress.Host}: "
            + "the HttpClient has followed a redirect and may have shown the credential there. Set AllowAutoRedirect = false on its handler.");
    }
}
