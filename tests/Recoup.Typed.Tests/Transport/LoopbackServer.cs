using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Recoup.Typed.Tests.Transport;

/// <summary>A server on a loopback port that records the headers of each request.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly List<Dictionary<string, string>> _received = [];

    private LoopbackServer(WebApplication application, RequestDelegate respond)
    {
        _application = application;
        application.Run(context =>
        {
            lock (_received)
                _received.Add(context.Request.Headers.ToDictionary(
                    header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            return respond(context);
        });
    }

    public Uri Address => new(_application.Urls.Single());

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Received => _received;

    public static async Task<LoopbackServer> StartAsync(RequestDelegate respond)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var server = new LoopbackServer(builder.Build(), respond);
        await server._application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
