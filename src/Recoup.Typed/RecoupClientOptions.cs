using Microsoft.Extensions.Logging;

namespace Recoup.Typed;

/// <summary>How a <see cref="RecoupClient"/> reaches the API: where, as whom, and for how long it waits.</summary>
/// <remarks>
/// A client copies its options when it is made; later changes do not reach it. Give one credential at most: the server refuses a
/// request with two (divergence D2), and so does the client, before it sends anything.
/// </remarks>
public sealed class RecoupClientOptions
{
    private Uri? _baseAddress;

    /// <summary>
    /// Where the API is served. The default is the server that the OpenAPI document names; for a client over a caller's own
    /// <see cref="HttpClient"/>, the <see cref="HttpClient.BaseAddress"/> of that one, where it has one. A path is kept as prefix.
    /// </summary>
    /// <remarks>It must be absolute and <c>https</c>, or <c>http</c> on a loopback address: the credential travels with every request.</remarks>
    public Uri BaseAddress
    {
        get => _baseAddress ?? RecoupApi.ServerAddress;
        set => _baseAddress = value;
    }

    /// <summary>The API key, for example <c>recoup_sk_…</c>. Excludes <see cref="AccessToken"/> and <see cref="AccessTokenProvider"/>.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A bearer token that outlives the client. For one that has to be renewed, see <see cref="AccessTokenProvider"/>.</summary>
    public string? AccessToken { get; set; }

    /// <summary>
    /// Gives the bearer token of each request; it is called once a request, within <see cref="Timeout"/>, and may be called by several
    /// requests at once. What it throws reaches the caller unchanged.
    /// </summary>
    public Func<CancellationToken, ValueTask<string>>? AccessTokenProvider { get; set; }

    /// <summary>
    /// The account for which actions are executed and listed when a call names none, for example an artist or a workspace. The default,
    /// null, is the caller's own account. The operations of <see cref="RecoupClient.Api"/> send what they are given and nothing else.
    /// </summary>
    public Guid? Account { get; set; }

    /// <summary>
    /// How long one request may take, from asking for the token to the last byte of the answer; 100 seconds by default, as for
    /// <see cref="HttpClient"/>. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits for ever.
    /// </summary>
    /// <remarks>
    /// When it passes, the call ends as it would with HttpClient: a <see cref="TaskCanceledException"/> whose inner exception is a
    /// <see cref="TimeoutException"/>. The server may have executed the action all the same.
    /// </remarks>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// Whether a 200 that says <c>result.successful: false</c> is thrown as an <see cref="ActionFailedException"/>; true by default.
    /// Otherwise look at <see cref="ActionResult{T}.Successful"/>.
    /// </summary>
    public bool ThrowOnUnsuccessfulResult { get; set; } = true;

    /// <summary>
    /// Where the client logs, under the category <c>Recoup.Typed.RecoupClient</c>; nowhere by default. <c>AddRecoupClient</c> takes the
    /// container's.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of <see cref="Timeout"/> and of measured durations; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The address the caller has chosen, or null where the default stands.</summary>
    internal Uri? ChosenBaseAddress => _baseAddress;

    /// <summary>Address, kind of credential, account and timeout. Never the credential itself.</summary>
    public override string ToString()
    {
        var credential = (ApiKey, AccessToken, AccessTokenProvider) switch
        {
            (null, null, null) => "none",
            (_, null, null) => "API key",
            (null, _, null) => "access token",
            (null, null, _) => "access token provider",
            _ => "more than one",
        };
        // A user name and password in an address are refused later, but must not be shown before.
        var address = BaseAddress.IsAbsoluteUri
            ? BaseAddress.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : "relative";
        return $"BaseAddress = {address}, Credential = {credential}, Account = {Account?.ToString() ?? "own"}, Timeout = {Timeout}";
    }
}
