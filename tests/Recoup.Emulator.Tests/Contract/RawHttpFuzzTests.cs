using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Recoup.Emulator.Tests.Hosting;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Contract;

/// <summary>
/// Raw bytes on a socket: methods, paths, headers, encodings, bodies, pipelined and cut off. Whatever comes, the answer is a documented one
/// or the connection closes, and the emulator lives on. RECOUP_FUZZ sets the number of requests, RECOUP_FUZZ_SEED where they start.
/// </summary>
public sealed class RawHttpFuzzTests
{
    private static readonly int[] Documented = [200, 400, 401, 403, 404, 409, 501, 502];
    private static readonly int[] Deployed = [200, 308, 400, 401, 403, 404, 405, 413, 500, 502];

    // The web server's own refusals of bytes that are no HTTP/1.1 request.
    private static readonly int[] OfTheServer = [400, 405, 408, 411, 413, 414, 431, 501, 505];

    [Theory]
    [InlineData(ApiBehavior.Documented)]
    [InlineData(ApiBehavior.Deployed)]
    public async Task Every_answer_is_a_documented_one_or_the_connection_closes(ApiBehavior behavior)
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
        mounted.Emulator.Journal.All().Select(exchange => exchange.Error).Where(error => error?.Contains("The emulator failed") == true).ShouldBeEmpty();
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
            // Closed on us, which is an answer too.
        }

        var text = Encoding.Latin1.GetString(received.ToArray());
        return [.. text.Split("HTTP/1.1 ").Skip(1).Where(part => part.Length > 3).Select(part => int.TryParse(part[..3], CultureInfo.InvariantCulture, out var status) ? status : -1)];
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
