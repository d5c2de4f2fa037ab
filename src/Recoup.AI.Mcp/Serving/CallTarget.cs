using Recoup.Typed;

namespace Recoup.AI.Mcp.Serving;

/// <summary>Where calls go.</summary>
internal sealed class CallTarget
{
    private RecoupClient? _client;

    /// <summary>The API key.</summary>
    public required string ApiKey { get; init; }

    /// <summary>The address of the API; null for the server that the OpenAPI document names.</summary>
    public Uri? Address { get; init; }

    /// <summary>The handler that sends the requests; null to use the network. Its owner disposes it.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The address that is used.</summary>
    public Uri UsedAddress => Address ?? RecoupApi.ServerAddress;

    /// <summary>The client that sends the calls, for as long as the process lives.</summary>
    /// <exception cref="ArgumentException">The key or the address cannot be used; the message says what to do.</exception>
    public RecoupClient Client => _client ??= CreateClient();

    private RecoupClient CreateClient()
    {
        var options = new RecoupClientOptions { ApiKey = ApiKey, BaseAddress = UsedAddress };
        return Handler is null
            ? new RecoupClient(options)
            : new RecoupClient(new HttpClient(Handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }, options);
    }
}
