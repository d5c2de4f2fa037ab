using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Recoup.Emulator.Control;
using Recoup.Emulator.Engine;

namespace Recoup.Emulator.Hosts;

/// <summary>Serves the API on a port, with Kestrel.</summary>
internal sealed class PortHost : IAsyncDisposable
{
    private readonly KestrelServer _server;

    private PortHost(KestrelServer server, Uri address) => (_server, Address) = (server, address);

    public Uri Address { get; }

    public static async Task<PortHost> StartAsync(
        EmulatorEngine engine,
        RecoupEmulatorOptions emulation,
        int port,
        CancellationToken stopping,
        CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        // The API has its own limit with its own response. Kestrel drains the unread rest of a body or closes the connection.
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MaxRequestHeaderCount = 100;
        options.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        options.Listen(emulation.ListenAddress, port, listen => listen.Protocols = HttpProtocols.Http1);

        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
#pragma warning disable CA2000 // PortHost disposes the server; if it does not start, the catch block does.
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
#pragma warning restore CA2000
        try
        {
            var control = new ControlApi(engine, emulation);
            var application = new PortApplication(engine, control, emulation, stopping);
            await ((IServer)server).StartAsync<HttpContext>(application, cancellationToken).ConfigureAwait(false);
            return new PortHost(server, new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // No grace period: the requests in flight have been canceled.
        await _server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _server.Dispose();
    }
}
