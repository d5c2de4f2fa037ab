using System.Net;

namespace Recoup.Typed.Transport;

/// <summary>Creates the handler of a client that is not given one.</summary>
internal static class ClientHandler
{
    // The options have the only timeout.
    public static HttpClient CreateHttpClient() => new(Create()) { Timeout = Timeout.InfiniteTimeSpan };

    public static SocketsHttpHandler Create() => new()
    {
        // HttpClient removes Authorization from a redirected request, but sends every other header, including x-api-key, to any host.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        // Renew connections, so that a client that lives long notices when the host's address changes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
