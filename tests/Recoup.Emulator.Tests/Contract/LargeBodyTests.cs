using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Contract;

/// <summary>
/// Sends several bodies of 100 MB concurrently. Each gets the documented response or a closed connection, and no body is kept in memory.
/// </summary>
[Collection(nameof(LargeBodyTests)), CollectionDefinition(nameof(LargeBodyTests), DisableParallelization = true)]
public sealed class LargeBodyTests
{
    public enum Framing
    {
        ContentLength,
        Chunked,
    }

    private const int Connections = 4;
    private const int PieceSize = 1024 * 1024;
    private const int Pieces = 100;

    // Half of the bytes in flight. The emulator may read 4.5 MB of each body.
    private const long MemoryLimit = (long)Connections * PieceSize * Pieces / 2;

    private static readonly Dictionary<string, string> Starts = new()
    {
        ["one string"] = "{\"actionSlug\":\"xxxxxxxx",
        ["nesting"] = "[[[[[[[[",
        ["blanks"] = "        ",
        ["no JSON"] = "\0\u0001\u0002\u0003",
    };

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<ApiBehavior, Framing, string> Bodies =>
        new(Enum.GetValues<ApiBehavior>(), Enum.GetValues<Framing>(), Starts.Keys);

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_body_of_100_megabytes_is_refused_and_not_kept(ApiBehavior behavior, Framing framing, string kind)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.Port, behavior);
        var head = Head(framing, mounted.Emulator.DefaultAccount.ApiKey);
        var piece = Piece(framing, Starts[kind]);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var sending = Enumerable.Range(0, Connections).Select(_ => SendAsync(mounted.Client.BaseAddress!.Port, head, piece)).ToArray();
        var highest = await HighestMemoryAsync(Task.WhenAll(sending));

        var refused = behavior == ApiBehavior.Documented ? 400 : 413;
        (await Task.WhenAll(sending)).ShouldAllBe(status => status == refused || status == null);
        (highest - before).ShouldBeLessThan(MemoryLimit);
        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(200);
    }

    private static async Task<long> HighestMemoryAsync(Task sending)
    {
        var highest = 0L;
        while (!sending.IsCompleted)
        {
            highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: false));
            await Task.WhenAny(sending, Task.Delay(5, Canceled));
        }

        return highest;
    }

    private static byte[] Head(Framing framing, string key) => Encoding.ASCII.GetBytes(
        $"POST {Requests.Actions} HTTP/1.1\r\nHost: localhost\r\nx-api-key: {key}\r\nContent-Type: application/json\r\n"
        + (framing == Framing.Chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {PieceSize * Pieces}") + "\r\n\r\n");

    private static byte[] Piece(Framing framing, string start)
    {
        var text = new StringBuilder(PieceSize);
        while (text.Length < PieceSize)
            text.Append(start);
        var content = Encoding.ASCII.GetBytes(text.ToString(0, PieceSize));
        return framing == Framing.Chunked ? [.. Encoding.ASCII.GetBytes($"{PieceSize:x}\r\n"), .. content, .. "\r\n"u8] : content;
    }

    /// <summary>Returns the status, or null if the connection was closed without one.</summary>
    private static async Task<int?> SendAsync(int port, byte[] head, byte[] piece)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, Canceled);
        var answering = ReadAsync(socket);
        try
        {
            await socket.SendAsync(head, Canceled);
            for (var i = 0; i < Pieces; i++)
                await socket.SendAsync(piece, Canceled);
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // Refused before the whole body was sent.
        }

        var answer = await answering;
        return answer.Length == 0 ? null : int.Parse(answer["HTTP/1.1 ".Length..][..3], CultureInfo.InvariantCulture);
    }

    private static async Task<string> ReadAsync(Socket socket)
    {
        var received = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer, Canceled) is var count and > 0)
                received.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        catch (SocketException)
        {
            // The server closed the connection, perhaps after a response.
        }

        return received.ToString();
    }
}
