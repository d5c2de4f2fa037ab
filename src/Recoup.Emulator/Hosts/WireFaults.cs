using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Hosts;

/// <summary>
/// Causes a fault on a real connection. The bytes are written directly to the socket, because the server's own pipe might not have sent
/// them yet when the connection is closed.
/// </summary>
internal static class WireFaults
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    public static async Task InflictAsync(HttpContext context, ApiResponse response)
    {
        var socket = context.Features.Get<IConnectionSocketFeature>()!.Socket;
        if (response.Fault is TransportFault.ResetMidBody or TransportFault.TruncatedBody)
            await SendHalfAsync(socket, response).ConfigureAwait(false);

        if (response.Fault == TransportFault.TruncatedBody)
        {
            socket.Shutdown(SocketShutdown.Send);
            await UntilClientClosesAsync(context.RequestAborted).ConfigureAwait(false);
        }
        else
        {
            // Closing with a linger of zero sends RST instead of FIN.
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
        }

        context.Abort();
    }

    private static async Task SendHalfAsync(Socket socket, ApiResponse response)
    {
        var head = new StringBuilder();
        head.Append("HTTP/1.1 ").Append(response.Status).Append(' ').Append(ReasonPhrases.GetReasonPhrase(response.Status)).Append("\r\n");
        head.Append("Content-Type: ")
            .Append(response.ContentType)
            .Append("\r\nContent-Length: ")
            .Append(response.Body.Length)
            .Append("\r\n");
        foreach (var (name, value) in response.Headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        byte[] bytes = [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. response.Body[..(response.Body.Length / 2)].Span];
        var sent = 0;
        while (sent < bytes.Length)
            sent += await socket.SendAsync(bytes.AsMemory(sent)).ConfigureAwait(false);
    }

    private static async Task UntilClientClosesAsync(CancellationToken closed)
    {
        try
        {
            await Task.Delay(CloseTimeout, closed).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client has closed the connection.
        }
    }
}
