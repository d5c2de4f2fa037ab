using System.ComponentModel;
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
/// is no answer; <see cref="TaskCanceledException"/> when the call is cancelled, with an inner <see cref="TimeoutException"/> when
/// <see cref="RecoupClientOptions.Timeout"/> has passed.
/// </para>
/// </remarks>
public sealed class RecoupClient : IDisposable
{
    private readonly HttpClient? _ownHttpClient;
    private readonly ApiTransport _transport;

    /// <summary>Makes a client with connections of its own, which <see cref="Dispose"/> closes.</summary>
    /// <param name="options">One credential at least.</param>
    /// <exception cref="ArgumentException">The options cannot be used; the message says which and what to do.</exception>
    public RecoupClient(RecoupClientOptions options)
    {
        var settings = ClientSettings.Of(options);
        // The one timeout is that of the options.
        _ownHttpClient = new HttpClient(ClientHandler.Create()) { Timeout = Timeout.InfiniteTimeSpan };
        _transport = new ApiTransport(_ownHttpClient, settings, new ClientTelemetry(options.LoggerFactory, options.TimeProvider));
    }

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
    {
        var settings = ClientSettings.Of(httpClient, options);
        _transport = new ApiTransport(httpClient, settings, new ClientTelemetry(options.LoggerFactory ?? loggerFactory, options.TimeProvider));
    }

    /// <summary>Sends a request that generated code describes. Call the generated method instead.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<T> SendAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken) => _transport.SendAsync(request, cancellationToken);

    /// <summary>Closes the client's own connections. An HttpClient that was handed in stays open.</summary>
    public void Dispose() => _ownHttpClient?.Dispose();
}
