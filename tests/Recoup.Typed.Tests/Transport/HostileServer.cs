using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Recoup.Typed.Tests.Transport;

/// <summary>A server on a loopback port that writes any bytes as its response, HTTP or not.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public HostileServer(Func<Stream, CancellationToken, Task> respond)
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _serving = ServeAsync(respond);
    }

    public Uri Address { get; }

    /// <summary>A server whose response has a head and a body.</summary>
    public static HostileServer Of(string head, byte[]? body = null) => new(async (stream, stop) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\n\r\n"), stop);
        await stream.WriteAsync(body ?? [], stop);
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<Stream, CancellationToken, Task> respond)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                await stream.ReadAtLeastAsync(new byte[64 * 1024], 1, throwOnEndOfStream: false, _stop.Token);
                await respond(stream, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // The client has seen enough.
            }
        }
    }
}
