using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Options;
using Recoup.Emulator.Engine;

namespace Recoup.Emulator.Hosts;

/// <summary>
/// Serves the API in process, on ASP.NET Core's test server, without a socket. It builds no web host, which alone would take milliseconds.
/// </summary>
internal sealed class InProcessHost : IDisposable
{
    private readonly TestServer _server;
    private readonly CancellationToken _stopping;

    public InProcessHost(EmulatorEngine engine, CancellationToken stopping)
    {
        _stopping = stopping;
        _server = new TestServer(NoServices.Instance, Options.Create(new TestServerOptions()));
        // Completes synchronously, because there is nothing to bind.
        ((IServer)_server).StartAsync(new InProcessApplication(engine, stopping), CancellationToken.None).GetAwaiter().GetResult();
    }

    public HttpMessageHandler CreateHandler() => new InProcessHandler(_server.CreateHandler(RawHeaders.Write), _stopping);

    public void Dispose() => _server.Dispose();

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
