using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Recoup.Emulator.Core;

namespace Recoup.Emulator.Hosting;

/// <summary>
/// Does to a real connection what a fault says. The bytes go to the socket directly: through the server's own pipe they would be
/// on their way still when the connection is cut.
/// </summary>
internal static class WireFaults
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task InflictAsync(HttpContext context, ApiAnswer answer)
    {
        var socket = context.Features.Get<IConnectionSocketFeature>()!.Socket;
        if (answer.Fault is TransportFault.ResetMidBody or TransportFault.TruncatedBody)
            await SendHalfAsync(socket, answer).ConfigureAwait(false);

        if (answer.Fault == TransportFault.TruncatedBody)
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

    private static async Task SendHalfAsync(Socket socket, ApiAnswer answer)
    {
        var head = new StringBuilder();
        head.Append("HTTP/1.1 ").Append(answer.Status).Append(' ').Append(ReasonPhrases.GetReasonPhrase(answer.Status)).Append("\r\n");
        head.Append("Content-Type: ").Append(answer.ContentType).Append("\r\nContent-Length: ").Append(answer.Body.Length).Append("\r\n");
        foreach (var (name, value) in answer.Headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        byte[] bytes = [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. answer.Body[..(answer.Body.Length / 2)].Span];
        var sent = 0;
        while (sent < bytes.Length)
            sent += await socket.SendAsync(bytes.AsMemory(sent)).ConfigureAwait(false);
    }

    private static async Task UntilClientClosesAsync(CancellationToken closed)
    {
        try
        {
            await Task.Delay(Patience, closed).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It has.
        }
    }
}
