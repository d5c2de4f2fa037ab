using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Recoup.Emulator.Tests.Hosts;

/// <summary>A server that consists of one socket. It reads one request and fails, to show a fault without Kestrel.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Task _running;

    private BareServer(TransportFault fault)
    {
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _running = ServeAsync(fault);
    }

    public Uri Address { get; }

    public static BareServer Start(TransportFault fault) => new(fault);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _running;
        _listener.Dispose();
    }

    private async Task ServeAsync(TransportFault fault)
    {
        using var socket = await AcceptAsync();
        if (socket is null)
            return;
        await ReadRequestAsync(socket);
        if (fault is TransportFault.ResetMidBody or TransportFault.TruncatedBody)
        {
            // The same sizes as the emulator's echo of the call, so that the number of missing bytes is equal.
            var body = Encoding.ASCII.GetBytes(
                $$$"""{"success":true,"result":{"slug":"{{{TestCatalog.Update}}}","parameters":"""
                + TestCatalog.ValidUpdate + """},"executedAt":"2026-01-01T00:00:00.000Z"}""");
            await socket.SendAsync(
                Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"));
            await socket.SendAsync(body.AsMemory(0, body.Length / 2));
        }

        if (fault == TransportFault.TruncatedBody)
            socket.Shutdown(SocketShutdown.Send);
        if (fault is TransportFault.TruncatedBody or TransportFault.Hang)
            await UntilClientClosesAsync(socket);
        else
            socket.LingerState = new LingerOption(true, 0);
    }

    // Null if no client connected before the listener was stopped.
    private async Task<Socket?> AcceptAsync()
    {
        try
        {
            return await _listener.AcceptSocketAsync();
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static async Task UntilClientClosesAsync(Socket socket)
    {
        try
        {
            while (await socket.ReceiveAsync(new byte[1024]) > 0) { }
        }
        catch (SocketException)
        {
            // The client closed the connection first.
        }
    }

    private static async Task ReadRequestAsync(Socket socket)
    {
        var buffer = new byte[8192];
        var text = "";
        while (!text.EndsWith("}}", StringComparison.Ordinal))
            text += Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
    }
}
