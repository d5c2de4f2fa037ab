using System.Net;

namespace Recoup.Typed.Transport;

/// <summary>The handler under a client that is not given one.</summary>
internal static class ClientHandler
{
    // The one timeout is that of the options.
    public static HttpClient CreateHttpClient() => new(Create()) { Timeout = Timeout.InfiniteTimeSpan };

    public static SocketsHttpHandler Create() => new()
    {
        // HttpClient takes Authorization off a redirected request, but sends any other header, x-api-key too, to whatever host.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        // Connections are renewed so that a change of the host's address is seen by a client that is kept.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
