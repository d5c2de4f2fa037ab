using System.ComponentModel;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Recoup.Typed.Telemetry;
using Recoup.Typed.Transport;

namespace Recoup.Typed;

/// <summary>Executes connector actions of the Recoup API and lists the ones there are.</summary>
/// <remarks>
/// A client is safe for use by several threads at once and meant to be kept. It sends each request once: nothing is retried, because an
/// action may have been executed although its answer was lost.
/// <para>
/// Errors: <see cref="RecoupException"/> and its subclasses when the API answers with one; <see cref="HttpRequestException"/> when there
/// is no answer; <see cref="TaskCanceledException"/> when the call is canceled, with an inner <see cref="TimeoutException"/> when
/// <see cref="RecoupClientOptions.Timeout"/> has passed.
/// </para>
/// </remarks>
public sealed class RecoupClient : IDisposable
{
    private readonly HttpClient? _ownHttpClient;
    private readonly ApiTransport _transport;
    private readonly ActionExecution _execution;

    /// <summary>Makes a client with connections of its own, which <see cref="Dispose"/> closes.</summary>
    /// <param name="options">They must hold a credential.</param>
    /// <exception cref="ArgumentException">The options cannot be used; the message says which and what to do.</exception>
    public RecoupClient(RecoupClientOptions options)
        : this(ClientSettings.Of(options), ClientHandler.CreateHttpClient(), options, options.LoggerFactory) =>
        _ownHttpClient = _transport.HttpClient;

    /// <summary>Makes a client over an HttpClient that stays the caller's.</summary>
    /// <param name="httpClient">
    /// It is not disposed. Its handler must not follow redirects (<c>AllowAutoRedirect = false</c>): HttpClient forwards an API key
    /// to any host. A followed redirect to another host is seen and thrown, but only when it has happened. Its own timeout counts
    /// beside that of the options.
    /// </param>
    /// <param name="options">
    /// They may be without a credential, where a handler of the HttpClient adds it. Their base address, where set, must be the
    /// HttpClient's, where that is set.
    /// </param>
    /// <exception cref="ArgumentException">The options cannot be used; the message says which and what to do.</exception>
    public RecoupClient(HttpClient httpClient, RecoupClientOptions options)
        : this(httpClient, options, loggerFactory: null)
    {
    }

    internal RecoupClient(HttpClient httpClient, RecoupClientOptions options, ILoggerFactory? loggerFactory)
        : this(ClientSettings.Of(httpClient, options), httpClient, options, options.LoggerFactory ?? loggerFactory)
    {
    }

    private RecoupClient(ClientSettings settings, HttpClient httpClient, RecoupClientOptions options, ILoggerFactory? loggerFactory)
    {
        _transport = new ApiTransport(httpClient, settings, new ClientTelemetry(loggerFactory, options.TimeProvider));
        _execution = new ActionExecution(_transport);
        Api = new RecoupApi(this);
    }

    /// <summary>All operations of the API as its OpenAPI document describes them: connections, staged files, and what the methods here stand on.</summary>
    public RecoupApi Api { get; }

    /// <summary>Executes a typed call.</summary>
    /// <typeparam name="T">What the call reads the result as.</typeparam>
    /// <param name="call">The call, as a generated method makes it.</param>
    /// <param name="account">
    /// The account for which the action is executed, for example an artist or a workspace; null for
    /// <see cref="RecoupClientOptions.Account"/>, and where that is null too, the caller's own.
    /// </param>
    /// <param name="cancellationToken">Ends the wait; the action may be executed all the same.</param>
    /// <returns>What the action answered.</returns>
    /// <exception cref="InvalidRequestException">400: the parameters do not match the schema of the action, or the account is no UUID.</exception>
    /// <exception cref="UnauthorizedException">401: the credential is missing or not valid.</exception>
    /// <exception cref="AccessDeniedException">403: the caller may not act for the account.</exception>
    /// <exception cref="ActionNotFoundException">404: no connector of the account has this action.</exception>
    /// <exception cref="ConnectorNotConnectedException">409: the connector of the action is not connected.</exception>
    /// <exception cref="UpstreamFailureException">502: the third-party service failed or did not answer in time.</exception>
    /// <exception cref="ActionFailedException">
    /// The action was executed and says that it failed. Not thrown when <see cref="RecoupClientOptions.ThrowOnUnsuccessfulResult"/> is off.
    /// </exception>
    /// <exception cref="RecoupException">Any other answer that is an error or cannot be read.</exception>
    public Task<ActionResult<T>> ExecuteAsync<T>(ActionCall<T> call, Guid? account = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _execution.ExecuteAsync(call.Slug, call.ToJson(), call.Read, account, isGenerated: true, cancellationToken);
    }

    /// <summary>Executes an action that is known only at run time. Nothing is checked before it is sent but that the parameters are an object.</summary>
    /// <param name="slug">The slug of the action, as <see cref="ListActionsAsync"/> gives it, for example <c>GITHUB_CREATE_ISSUE</c>.</param>
    /// <param name="parameters">The parameters, a JSON object.</param>
    /// <param name="account">As for <see cref="ExecuteAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the action may be executed all the same.</param>
    /// <returns>What the action answered; <see cref="ActionResult{T}.Value"/> is <see cref="ActionResult{T}.Data"/>.</returns>
    /// <exception cref="ArgumentException">The slug is empty, or the parameters are no JSON object.</exception>
    /// <exception cref="RecoupException">As for <see cref="ExecuteAsync{T}"/>.</exception>
    public Task<ActionResult<JsonElement>> ExecuteAsync(
        string slug, JsonElement parameters, Guid? account = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(slug);
        if (parameters.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException(
                $"{Excerpt.Of(slug)}: expected the parameters to be a JSON object, got {parameters.ValueKind}.", nameof(parameters));
        }

        return _execution.ExecuteAsync(slug, parameters, static envelope => envelope.Data, account, isGenerated: false, cancellationToken);
    }

    /// <summary>Lists the actions of an account's connectors, connected or not: look at <see cref="ConnectorAction.IsConnected"/>.</summary>
    /// <param name="account">As for <see cref="ExecuteAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The actions in the server's order. A deployed server lists connected ones alone, and none when its source is down (divergences D8 and D16).</returns>
    /// <exception cref="InvalidRequestException">400: the account is no UUID.</exception>
    /// <exception cref="UnauthorizedException">401: the credential is missing or not valid.</exception>
    /// <exception cref="AccessDeniedException">403: the caller has no access to the account.</exception>
    /// <exception cref="RecoupException">Any other answer that is an error or cannot be read.</exception>
    public async Task<IReadOnlyList<ConnectorAction>> ListActionsAsync(Guid? account = null, CancellationToken cancellationToken = default)
    {
        account ??= _transport.Settings.Account;
        var request = RecoupApi.Requests.ListConnectorActions(account);
        request.Subject = new RequestSubject(null, account, IsGenerated: false);
        var answer = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Actions;
    }

    /// <summary>
    /// Whether an action may have been executed although its call failed: the question before a call that writes something is made again. In
    /// doubt the answer is yes.
    /// </summary>
    /// <param name="failure">What <see cref="ExecuteAsync{T}"/> threw.</param>
    /// <returns>
    /// False where it is known that nothing was executed: an answer of 3xx or 4xx except 408, a connection that never stood (refused, unknown host,
    /// TLS), a call that can be no call. True for everything else: 5xx, a reset, an answer that breaks off or cannot be read, a timeout, a
    /// cancellation, and <see cref="ActionFailedException"/>, which tells of an action that was executed and failed.
    /// </returns>
    public static bool MayHaveExecuted(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure switch
        {
            RecoupException answered => (int)answered.StatusCode is not (>= 300 and < 500) || answered.StatusCode == HttpStatusCode.RequestTimeout,
            HttpRequestException unanswered => unanswered.HttpRequestError
                is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError),
            ArgumentException => false,
            _ => true,
        };
    }

    /// <summary>Sends a request that generated code describes. Call the generated method instead.</summary>
    /// <typeparam name="T">What the answer's body is read as.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<T> SendAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken) => _transport.SendAsync(request, cancellationToken);

    /// <summary>Closes the client's own connections. An HttpClient that was handed in stays open.</summary>
    public void Dispose() => _ownHttpClient?.Dispose();
}
