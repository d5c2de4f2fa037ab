using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Recoup.Typed.Execution;
using Recoup.Typed.Generated;
using Recoup.Typed.Telemetry;
using Recoup.Typed.Transport;

namespace Recoup.Typed;

/// <summary>Executes and lists connector actions of the Recoup API.</summary>
/// <remarks>
/// A client is safe for use by several threads at once; create one and reuse it. It sends each request once, because an action may
/// have been executed although its response was lost.
/// <para>
/// Errors: <see cref="RecoupException"/> and its subclasses if the API returns an error; <see cref="HttpRequestException"/> if there is no
/// response; <see cref="TaskCanceledException"/> if the call is canceled, with an inner <see cref="TimeoutException"/> if it takes longer
/// than <see cref="RecoupClientOptions.Timeout"/>.
/// </para>
/// </remarks>
public sealed class RecoupClient : IDisposable
{
    private readonly HttpClient? _ownHttpClient;
    private readonly ApiTransport _transport;
    private readonly ActionExecution _execution;

    /// <summary>Initializes a client with its own connections, which <see cref="Dispose"/> closes.</summary>
    /// <param name="options">The options. They must contain a credential.</param>
    /// <exception cref="ArgumentException">An option is not valid; the message names it and says what to do.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client owns the HttpClient; Dispose closes it.")]
    public RecoupClient(RecoupClientOptions options)
        : this(ClientSettings.Of(options), ClientHandler.CreateHttpClient(), loggerFactory: null) =>
        _ownHttpClient = _transport.HttpClient;

    /// <summary>Initializes a client over an HttpClient that the caller owns.</summary>
    /// <param name="httpClient">
    /// The HttpClient. The client does not dispose it. Its handler must not follow redirects (<c>AllowAutoRedirect = false</c>), because
    /// HttpClient forwards an API key to any host. The client throws if a redirect to another host was followed, but by then the key has
    /// been sent there. The HttpClient's timeout applies in addition to that of the options.
    /// </param>
    /// <param name="options">
    /// The options. They may have no credential if a handler of the HttpClient adds it. If both the options and the HttpClient have a base
    /// address, it must be the same.
    /// </param>
    /// <exception cref="ArgumentException">An option is not valid; the message names it and says what to do.</exception>
    public RecoupClient(HttpClient httpClient, RecoupClientOptions options)
        : this(httpClient, options, loggerFactory: null)
    {
    }

    internal RecoupClient(HttpClient httpClient, RecoupClientOptions options, ILoggerFactory? loggerFactory)
        : this(ClientSettings.Of(httpClient, options), httpClient, loggerFactory)
    {
    }

    private RecoupClient(ClientSettings settings, HttpClient httpClient, ILoggerFactory? loggerFactory)
    {
        var telemetry = new ClientTelemetry(settings.LoggerFactory ?? loggerFactory, settings.TimeProvider);
        _transport = new ApiTransport(httpClient, settings, telemetry);
        _execution = new ActionExecution(_transport);
        Api = new RecoupApi(this);
    }

    /// <summary>All operations of the API's OpenAPI document, for example those for connections and staged files.</summary>
    public RecoupApi Api { get; }

    /// <summary>Executes a typed call.</summary>
    /// <typeparam name="T">The type as which the call reads its result.</typeparam>
    /// <param name="call">The call, created by a generated method.</param>
    /// <param name="account">
    /// The account for which the action is executed, for example an artist or a workspace. If null,
    /// <see cref="RecoupClientOptions.Account"/> is used; if that is null too, the caller's own account.
    /// </param>
    /// <param name="cancellationToken">Ends the wait; the action may be executed nevertheless.</param>
    /// <returns>The result of the action.</returns>
    /// <exception cref="InvalidRequestException">
    /// 400: the parameters do not match the schema of the action, or the account is not a UUID.
    /// </exception>
    /// <exception cref="UnauthorizedException">401: the credential is missing or invalid.</exception>
    /// <exception cref="AccessDeniedException">403: the caller may not act for the account.</exception>
    /// <exception cref="ActionNotFoundException">404: no connector of the account has this action.</exception>
    /// <exception cref="ConnectorNotConnectedException">409: the connector of the action is not connected.</exception>
    /// <exception cref="UpstreamFailureException">502: the third-party service failed or did not respond in time.</exception>
    /// <exception cref="ActionFailedException">
    /// The action was executed, but reports that it failed. Not thrown if <see cref="RecoupClientOptions.ThrowOnUnsuccessfulResult"/> is
    /// false.
    /// </exception>
    /// <exception cref="RecoupException">Any other response that is an error or cannot be read.</exception>
    public Task<ActionResult<T>> ExecuteAsync<T>(ActionCall<T> call, Guid? account = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _execution.ExecuteAsync(call.Slug, call.ToJson(), call.Read, account, isGenerated: true, cancellationToken);
    }

    /// <summary>
    /// Executes an action that is known only at run time. Before it is sent, the client checks only that the parameters are a JSON object.
    /// </summary>
    /// <param name="slug">
    /// The slug of the action, as <see cref="ListActionsAsync"/> returns it, for example <c>GITHUB_CREATE_ISSUE</c>.
    /// </param>
    /// <param name="parameters">The parameters, a JSON object.</param>
    /// <param name="account">As for <see cref="ExecuteAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the action may be executed nevertheless.</param>
    /// <returns>The result of the action; <see cref="ActionResult{T}.Value"/> is <see cref="ActionResult{T}.Data"/>.</returns>
    /// <exception cref="ArgumentException">
    /// The slug is empty, or the parameters are not a JSON object, are nested too deep, or contain half of a surrogate pair.
    /// </exception>
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

        if ((Nesting.In(parameters, depth: 0) ?? HalfPair.In(parameters)) is { } rule)
            throw new ArgumentException($"{Excerpt.Of(slug)}: {rule}.", nameof(parameters));

        return _execution.ExecuteAsync(slug, parameters, static envelope => envelope.Data, account, isGenerated: false, cancellationToken);
    }

    /// <summary>Lists the actions of an account's connectors, connected or not: check <see cref="ConnectorAction.IsConnected"/>.</summary>
    /// <param name="account">As for <see cref="ExecuteAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The actions in the server's order. A deployed server lists only the connected ones, and none if its source is down (divergences D8
    /// and D16).
    /// </returns>
    /// <exception cref="InvalidRequestException">400: the account is not a UUID.</exception>
    /// <exception cref="UnauthorizedException">401: the credential is missing or invalid.</exception>
    /// <exception cref="AccessDeniedException">403: the caller has no access to the account.</exception>
    /// <exception cref="RecoupException">Any other response that is an error or cannot be read.</exception>
    public async Task<IReadOnlyList<ConnectorAction>> ListActionsAsync(Guid? account = null, CancellationToken cancellationToken = default)
    {
        account ??= _transport.Settings.Account;
        var request = RecoupApi.Requests.ListConnectorActions(account);
        request.Subject = new RequestSubject(null, account, IsGenerated: false);
        var response = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.Actions;
    }

    /// <summary>Stages a file for an action: the server fetches it from an address and keeps it for the call.</summary>
    /// <param name="action">The generated method, for example <c>LinkedIn.CreateLinkedInPost</c>.</param>
    /// <param name="address">An absolute http or https address that the server can reach.</param>
    /// <param name="cancellationToken">Ends the wait; the file may be staged nevertheless.</param>
    /// <returns>The descriptor of the file, for a parameter of the action. It can be used only with this action's connector.</returns>
    /// <exception cref="ArgumentException">The method is not a generated action, or the address is not absolute.</exception>
    /// <exception cref="InvalidRequestException">400: the server does not accept the address.</exception>
    /// <exception cref="UnauthorizedException">401: the credential is missing or invalid.</exception>
    /// <exception cref="UpstreamFailureException">502: the file cannot be fetched or stored.</exception>
    /// <exception cref="RecoupException">Any other response that is an error or cannot be read.</exception>
    public async Task<StagedFile> StageFileAsync(Delegate action, Uri address, CancellationToken cancellationToken = default)
    {
        var slug = GeneratedAction.SlugOf(action);
        var request = new UploadConnectorFileRequest { Url = Absolute(address), ToolSlug = slug };
        return (await Api.UploadConnectorFileAsync(request, cancellationToken).ConfigureAwait(false)).ToStagedFile();
    }

    /// <inheritdoc cref="StageFileAsync(Delegate, Uri, CancellationToken)"/>
    public Task<StagedFile> StageFileAsync(
        Delegate action, [StringSyntax(StringSyntaxAttribute.Uri)] string address, CancellationToken cancellationToken = default) =>
        StageFileAsync(action, new Uri(address, UriKind.RelativeOrAbsolute), cancellationToken);

    /// <summary>Asks for the address where the owner of an account connects the connector of an action.</summary>
    /// <param name="action">A generated method of the connector, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <param name="callback">The absolute address to which the browser returns after that; null for the server's own page.</param>
    /// <param name="account">As for <see cref="ExecuteAsync{T}"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The address to open in a browser.</returns>
    /// <exception cref="ArgumentException">The method is not a generated action, or the address is not absolute.</exception>
    /// <exception cref="RecoupException">
    /// A response that is an error or cannot be read; its subclasses as for <see cref="ExecuteAsync{T}"/>.
    /// </exception>
    public async Task<Uri> AuthorizeAsync(
        Delegate action, Uri? callback = null, Guid? account = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        var request = new AuthorizeConnectorRequest
        {
            Connector = GeneratedAction.ConnectorOf(action),
            CallbackUrl = callback is null ? null : Absolute(callback),
            AccountId = account ?? _transport.Settings.Account,
        };
        var response = await Api.AuthorizeConnectorAsync(request, cancellationToken).ConfigureAwait(false);
        return Uri.TryCreate(response.Data.RedirectUrl, UriKind.Absolute, out var address)
            ? address
            : throw new RecoupException($"{request.Connector} cannot be authorized: the response contains no address to open.");
    }

    /// <inheritdoc cref="AuthorizeAsync(Delegate, Uri, Guid?, CancellationToken)"/>
    public Task<Uri> AuthorizeAsync(
        Delegate action,
        [StringSyntax(StringSyntaxAttribute.Uri)] string callback,
        Guid? account = null,
        CancellationToken cancellationToken = default) =>
        AuthorizeAsync(action, new Uri(callback, UriKind.RelativeOrAbsolute), account, cancellationToken);

    /// <summary>
    /// Whether a call failed because the connector of its action is not connected. The documented status for that is 409. A deployed server
    /// responds with 404, as for an unknown action (divergence D6); then this method lists the connectors once to find out.
    /// </summary>
    /// <param name="failure">The exception that <see cref="ExecuteAsync{T}"/> threw.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if the action is unknown although its connector is connected, and for every other failure.</returns>
    /// <exception cref="RecoupException">The connectors cannot be listed.</exception>
    public async Task<bool> IsNotConnectedAsync(RecoupException failure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (failure is not ActionNotFoundException { ConnectorSlug: { } slug })
            return failure is ConnectorNotConnectedException;
        var listed = await Api.ListConnectorsAsync(failure.Account, cancellationToken).ConfigureAwait(false);
        return listed.Connectors.Any(connector =>
            string.Equals(connector.Slug, slug, StringComparison.OrdinalIgnoreCase) && !connector.IsConnected);
    }

    /// <summary>
    /// Whether an action may have been executed although its call failed. Ask before you repeat a call that changes something. If it is not
    /// known, the answer is true.
    /// </summary>
    /// <param name="failure">The exception that <see cref="ExecuteAsync{T}"/> threw.</param>
    /// <returns>
    /// False if it is certain that nothing was executed: the status is 3xx or 4xx except 303, 408 and 499, no connection was established
    /// (refused, unknown host, TLS), or the call is invalid. True for everything else: 5xx, a reset, a response that is cut off or cannot
    /// be read, a timeout, a cancellation, and <see cref="ActionFailedException"/>, which reports an action that was executed and failed.
    /// If a handler sent the request twice, the first failure decides.
    /// </returns>
    public static bool MayHaveExecuted(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return ExecutionDoubt.Of(failure);
    }

    private static string Absolute(Uri address, [CallerArgumentExpression(nameof(address))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(address, name);
        return address.IsAbsoluteUri
            ? address.AbsoluteUri
            : throw new ArgumentException($"Expected an absolute address, got '{Excerpt.Of(address.OriginalString)}'.", name);
    }

    /// <summary>Sends a request. Called by generated code.</summary>
    /// <typeparam name="T">The type as which the response's body is read.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<T> SendAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _transport.SendAsync(request, cancellationToken);
    }

    /// <summary>Closes the client's own connections. A caller's HttpClient stays open.</summary>
    public void Dispose() => _ownHttpClient?.Dispose();
}
