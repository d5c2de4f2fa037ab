using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Contract;

/// <summary>
/// Sends random bytes over a socket: methods, paths, headers, encodings and bodies, also pipelined and truncated. Each request gets an
/// expected status or a closed connection, and the emulator continues. RECOUP_FUZZ sets the number of requests, RECOUP_FUZZ_SEED the first
/// seed.
/// </summary>
public sealed class RawHttpFuzzTests
{
    private static readonly int[] Documented = [200, 400, 401, 403, 404, 409, 501, 502];
    private static readonly int[] Deployed = [200, 308, 400, 401, 403, 404, 405, 413, 500, 502];

    // The web server's own responses to bytes that are not an HTTP/1.1 request.
    private static readonly int[] OfTheServer = [400, 405, 408, 411, 413, 414, 421, 431, 501, 505];

    [Theory]
    [InlineData(ApiBehavior.Documented)]
    [InlineData(ApiBehavior.Deployed)]
    public async Task Every_request_gets_an_expected_status_or_a_closed_connection(ApiBehavior behavior)
    {
        var requests = Number("RECOUP_FUZZ", 1500);
        var seed = Number("RECOUP_FUZZ_SEED", 1);
        await using var mounted = await MountedEmulator.StartAsync(Host.Port, behavior);
        var port = mounted.Client.BaseAddress!.Port;
        var allowed = (behavior == ApiBehavior.Documented ? Documented : Deployed).Concat(OfTheServer).ToHashSet();
        var unexpected = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(seed, requests), TestContext.Current.CancellationToken, async (number, canceled) =>
        {
            var bytes = RawRequest.Create(new Random(number), mounted.Emulator.DefaultAccount.ApiKey);
            foreach (var status in await SendAsync(port, bytes, canceled))
            {
                if (!allowed.Contains(status))
                    unexpected.Add($"seed {number}: {status} for {Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 400))}");
            }
        });

        unexpected.ShouldBeEmpty();
        mounted.Emulator.Journal.All()
            .Select(exchange => exchange.Error)
            .Where(error => error?.Contains("The emulator failed") == true)
            .ShouldBeEmpty();
        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(200);
    }

    private static async Task<IReadOnlyList<int>> SendAsync(int port, byte[] bytes, CancellationToken canceled)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, canceled);
        var received = new MemoryStream();
        try
        {
            await socket.SendAsync(bytes, canceled);
            socket.Shutdown(SocketShutdown.Send);
            var buffer = new byte[16 * 1024];
            while (await socket.ReceiveAsync(buffer, canceled) is var count and > 0)
                received.Write(buffer, 0, count);
        }
        catch (SocketException)
        {
            // The server closed the connection, which is allowed.
        }

        var text = Encoding.Latin1.GetString(received.ToArray());
        return [
            .. text.Split("HTTP/1.1 ")
                .Skip(1)
                .Where(part => part.Length > 3)
                .Select(part => int.TryParse(part[..3], CultureInfo.InvariantCulture, out var status) ? status : -1),
        ];
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
