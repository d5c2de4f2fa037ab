using System.Net;
using System.Runtime.Versioning;

namespace Recoup.Typed.Transport;

/// <summary>Creates the handler of a client that is not given one.</summary>
internal static class ClientHandler
{
    // The options have the only timeout.
    public static HttpClient CreateHttpClient() => new(Create()) { Timeout = Timeout.InfiniteTimeSpan };

    // HttpClient removes Authorization from a redirected request, but sends every other header, including x-api-key, to any host. So no
    // handler follows redirects.
    public static HttpMessageHandler Create() =>
        OperatingSystem.IsBrowser() ? new HttpClientHandler { AllowAutoRedirect = false } : CreateSockets();

    // In a browser, the browser itself has the connections, the proxy, the cookies and the decompression.
    [UnsupportedOSPlatform("browser")]
    private static SocketsHttpHandler CreateSockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        Proxy = new LoopbackProxy(),
        // Renew connections, so that a client that lives long notices when the host's address changes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
