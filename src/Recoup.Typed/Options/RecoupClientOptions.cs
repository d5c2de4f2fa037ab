using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace Recoup.Typed;

/// <summary>Options of a <see cref="RecoupClient"/>: the address of the API, the credential, and how long to wait.</summary>
/// <remarks>
/// A client copies its options when it is created; later changes have no effect. Set one credential at most: the server refuses a
/// request with two (divergence D2), and the client refuses the options before it sends anything.
/// </remarks>
public sealed class RecoupClientOptions
{
    private Uri? _baseAddress;

    /// <summary>
    /// The address of the API. A path is kept as a prefix. The default is the server that the OpenAPI document names. For a client over a
    /// caller's <see cref="HttpClient"/>, the default is its <see cref="HttpClient.BaseAddress"/>, if it has one.
    /// </summary>
    /// <remarks>
    /// It must be absolute and <c>https</c>, or <c>http</c> on a loopback address: the credential travels with every request.
    /// </remarks>
    public Uri BaseAddress
    {
        get => _baseAddress ?? RecoupApi.ServerAddress;
        set => _baseAddress = value;
    }

    /// <summary>
    /// The API key, for example <c>recoup_sk_…</c>. Excludes <see cref="AccessToken"/> and <see cref="AccessTokenProvider"/>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public string? ApiKey { get; set; }

    /// <summary>
    /// A bearer token that is valid as long as the client lives. If it has to be renewed, use <see cref="AccessTokenProvider"/>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public string? AccessToken { get; set; }

    /// <summary>
    /// Returns the bearer token of a request. It is called once for each request, within <see cref="Timeout"/>, and may be called by
    /// several requests at once. Its exceptions reach the caller unchanged.
    /// </summary>
    [JsonIgnore]
    public Func<CancellationToken, ValueTask<string>>? AccessTokenProvider { get; set; }

    /// <summary>
    /// The account for which actions are executed and listed if a call names none, for example an artist or a workspace. The default,
    /// null, is the caller's own account. The operations of <see cref="RecoupClient.Api"/> do not use it.
    /// </summary>
    public Guid? Account { get; set; }

    /// <summary>
    /// How long one request may take, from the request for the token to the last byte of the response. The default is 100 seconds, as for
    /// <see cref="HttpClient"/>. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits indefinitely.
    /// </summary>
    /// <remarks>
    /// A request that takes longer ends as with HttpClient: it throws a <see cref="TaskCanceledException"/> whose inner exception is a
    /// <see cref="TimeoutException"/>. The server may have executed the action nevertheless.
    /// </remarks>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The largest response that is read, in bytes after decompression. The default is 64 MiB. Of the body of an error, at most 1 MiB is
    /// read.
    /// </summary>
    /// <remarks>
    /// A larger response throws a <see cref="RecoupException"/> with its status. The action was executed if the status is 200.
    /// </remarks>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Whether a response with status 200 and <c>result.successful: false</c> throws an <see cref="ActionFailedException"/>. The default is
    /// true. If false, check <see cref="ActionResult{T}.Successful"/>.
    /// </summary>
    public bool ThrowOnUnsuccessfulResult { get; set; } = true;

    /// <summary>
    /// Creates the logger of the client, with the category <c>Recoup.Typed.RecoupClient</c>. The default, null, logs nothing;
    /// <c>AddRecoupClient</c> uses the container's factory.
    /// </summary>
    [JsonIgnore]
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of <see cref="Timeout"/> and of measured durations. The default is the system's clock.</summary>
    [JsonIgnore]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The address that the caller set; null for the default.</summary>
    internal Uri? ChosenBaseAddress => _baseAddress;

    /// <summary>Returns the address, the kind of credential, the account and the timeout, but never the credential itself.</summary>
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
        // A user name and password in the address are refused later; until then, do not show them.
        var address = BaseAddress.IsAbsoluteUri
            ? BaseAddress.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : "relative";
        return $"BaseAddress = {address}, Credential = {credential}, Account = {Account?.ToString() ?? "own"}, Timeout = {Timeout}";
    }
}
