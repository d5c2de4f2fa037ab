using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Recoup.Catalogs;
using Recoup.Contracts.Live.Api;
using Recoup.Recordings;

namespace Recoup.Contracts.Live;

/// <summary>
/// A live API. It sends single requests, follows no redirects and keeps no cookies. The key is sent only in the documented headers, and is
/// removed from messages and responses.
/// </summary>
public sealed class LiveApi : IDisposable
{
    /// <summary>The prefix by which the deployed server tells a key from another bearer token.</summary>
    internal const string KeyPrefix = "recoup_sk_";

    private const string FalseCredential = KeyPrefix + "contract_probe_of_nobody";
    private const int LargestResponse = 256 * 1024 * 1024;

    private readonly HttpClient _client;
    private readonly string _key;
    private readonly Credentials _credentials;
    private readonly Action<string>? _log;

    /// <summary>Creates the client; nothing is sent yet.</summary>
    /// <param name="options">The address and the credentials.</param>
    /// <exception cref="ContractException">
    /// The address or the key is invalid, or the contract lacks what requests need. The message says what to do.
    /// </exception>
    public LiveApi(LiveApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Routes = ApiRoutes.Of(options.Spec);
        Address = Usable(options.Address ?? ServerOf(options.Spec));
        _key = UsableKey(options.ApiKey);
        _credentials = Credentials.Of([_key], shortest: 1)!;
        _log = options.Log;
#pragma warning disable CA2000 // The client disposes the handler.
        _client = new HttpClient(options.Handler ?? CreateHandler(Address), disposeHandler: options.Handler is null)
#pragma warning restore CA2000
        {
            BaseAddress = Address,
            Timeout = options.Timeout,
            MaxResponseContentBufferSize = LargestResponse,
        };
    }

    /// <summary>The address of the API.</summary>
    public Uri Address { get; }

    internal ApiRoutes Routes { get; }

    internal bool KeyIsKnownByItsPrefix => _key.StartsWith(KeyPrefix, StringComparison.Ordinal);

    /// <summary>The number of requests so far.</summary>
    internal int SentRequests { get; private set; }

    /// <summary>What must not be written anywhere.</summary>
    internal IReadOnlyList<string> Secrets => [_key];

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <exception cref="LiveApiException">There is no response.</exception>
    internal async Task<LiveResponse> SendAsync(LiveRequest request, CancellationToken cancellation)
    {
        using var message = Message(request);
        SentRequests++;
        try
        {
            using var response = await _client.SendAsync(message, cancellation).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            var headers = response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => Redact(string.Join(", ", header.Value)), StringComparer.OrdinalIgnoreCase);
            _log?.Invoke(
                string.Create(CultureInfo.InvariantCulture, $"{request.Operation} -> {(int)response.StatusCode}, {body.Length} bytes"));
            return new LiveResponse((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, headers, Redact(body));
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new LiveApiException(string.Create(CultureInfo.InvariantCulture,
                $"{Address} did not respond to {request.Operation} within {_client.Timeout.TotalSeconds:0.#} seconds. Try again later, or "
                    + $"allow more time with --timeout."), e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ResponseEnded || e.InnerException is HttpIOException)
        {
            throw new LiveApiException(
                $"The response of {Address} to {request.Operation} ended early. Try again. If it happens each time, a proxy may cut long "
                    + $"responses.");
        }
        catch (HttpRequestException e)
        {
            throw new LiveApiException(
                $"{Address} cannot be reached: {Redact(e.Message)}. Check the address, the network and the proxy, then try again.");
        }
        catch (IOException e)
        {
            throw new LiveApiException($"The connection to {Address} was lost: {Redact(e.Message)}. Try again.");
        }
    }

    /// <summary>The exception for a response that does not come from the API itself.</summary>
    internal LiveApiException CannotJudge(string probe, LiveRequest request, LiveResponse response) => new(
        $"{Address}: {request.Operation} ({probe}) returned " + (response.Limit is { } limit
            ? $"{limit} The probe proves nothing."
            : $"{response.Outline()}. The server or a proxy in front of it failed, so the probe proves nothing. Try again later."));

    /// <summary>A text without the key, however it is escaped, and without a trailing period.</summary>
    internal string Redact(string text) => _credentials.Hide(text.TrimEnd('.'));

    // A server may echo the key, and reports quote responses.
    private byte[] Redact(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var redacted = _credentials.Hide(text);
        return ReferenceEquals(redacted, text) ? body : Encoding.UTF8.GetBytes(redacted);
    }

    private HttpRequestMessage Message(LiveRequest request)
    {
        var query = request.Account is null ? "" : $"?{Uri.EscapeDataString(Routes.AccountQuery)}={Uri.EscapeDataString(request.Account)}";
        var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(Address, request.Path.TrimStart('/') + query));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (request.Credential is Credential.Key or Credential.Both)
            message.Headers.TryAddWithoutValidation(Routes.KeyHeader, _key);
        if (request.Credential is Credential.FalseKey)
            message.Headers.TryAddWithoutValidation(Routes.KeyHeader, FalseCredential);
        if (Token(request.Credential) is { } token)
            message.Headers.TryAddWithoutValidation(Routes.TokenHeader, token);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        return message;
    }

    private string? Token(Credential credential) => credential switch
    {
        Credential.KeyAsToken or Credential.Both => "Bearer " + _key,
        Credential.FalseToken => "Bearer " + FalseCredential,
        Credential.Basic => "Basic " + Convert.ToBase64String("nobody:nothing"u8),
        _ => null,
    };

    // A redirect would send the key to another host, and a proxy for a loopback address would get it in plain text.
    private static SocketsHttpHandler CreateHandler(Uri address) =>
        new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = !address.IsLoopback };

    private static Uri ServerOf(ApiSpec spec) => spec.Server is { } server
        ? new Uri(server)
        : throw new ContractException("The OpenAPI document names no server. Give the address of the API with --url.");

    private static Uri Usable(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
            throw new ContractException($"'{address}' is not a web address. Give one such as https://api.example.com.");
        if (address.UserInfo.Length > 0)
            throw new ContractException(
                "The address contains a user name or a password, which would end up in logs. Remove it; the key comes from "
                    + "RECOUP_API_KEY.");
        if (address.Scheme == "http" && !address.IsLoopback)
            throw new ContractException(
                $"{address} is not HTTPS: the key would be sent unencrypted. Use https, or an address on this machine.");
        return new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    private static string UsableKey(string key)
    {
        if (string.IsNullOrWhiteSpace(key))
            throw new ContractException(
                "There is no key: RECOUP_API_KEY is not set. Set it to the key of an account; the key is read from no other place.");
        return key.All(character => character is > ' ' and < '\u007F')
            ? key
            : throw new ContractException(
                "The key in RECOUP_API_KEY contains a space, a line break or another character that a header cannot contain. Copy it "
                    + "again.");
    }
}
