using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Recoup.Typed.Tests.Transport;

/// <summary>
/// Responses that grow without end, read by a process of their own. Its heap has a limit of 200 MB, and no response may add 150 MB to its
/// memory.
/// </summary>
public sealed class BombTests
{
    private const string Addresses = "RECOUP_BOMBS";
    private const long HeapLimit = 200_000_000;
    private const long Limit = 150_000_000;
    private const int Megabyte = 1024 * 1024;

    private static readonly byte[] Zeros = new byte[Megabyte];
    private static readonly byte[] Json = [.. Enumerable.Repeat("0,"u8.ToArray(), Megabyte / 2).SelectMany(digit => digit)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_response_takes_more_than_150_MB()
    {
        var bombs = new Dictionary<string, HostileServer>();
        try
        {
            string[] encodings = ["gzip", "deflate", "br"];
            var zeros = await Task.WhenAll(encodings.Select(encoding =>
                Task.Run(() => Compressed(encoding, "", Zeros, 2000), Cancellation)));
            foreach (var (encoding, body) in encodings.Zip(zeros))
                bombs[$"{encoding} of 2 GB"] = Bomb(200, encoding, body);

            var dense = Compressed("gzip", """{"success":true,"result":{"data":[""", Json, 200);
            bombs["gzip of 200 MB of JSON"] = Bomb(200, "gzip", dense);
            bombs["gzip of 200 MB of JSON, 502"] = Bomb(502, "gzip", dense);
            bombs["br of 2 GB, 502"] = Bomb(502, "br", zeros[^1]);
            bombs["gzip in gzip"] = Bomb(200, "gzip, gzip", Twice(dense));
            bombs["2 GB of plain bytes"] = Endless("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n", Zeros);
            bombs["an endless body"] = Endless("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", Json);
            bombs["endless chunks"] = Endless(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", [.. "400\r\n"u8, .. Json.AsSpan(0, 1024), .. "\r\n"u8]);
            bombs["an endless header"] = Endless("HTTP/1.1 200 OK\r\nX-Long: ", Json);
            bombs["endless headers"] = Endless("HTTP/1.1 200 OK\r\n", "X-A: b\r\n"u8.ToArray());
            bombs["endless early hints"] = Endless("", "HTTP/1.1 103 Early Hints\r\n\r\n"u8.ToArray());
            bombs["a drip"] = new HostileServer(async (stream, stop) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"u8.ToArray(), stop);
                while (true)
                {
                    await stream.WriteAsync(" "u8.ToArray(), stop);
                    await Task.Delay(5, stop);
                }
            });

            var (code, output) = await ReadInProcessAsync(bombs);

            code.ShouldBe(0, output);
            output.ShouldContain("Total: 1,");
            TestContext.Current.SendDiagnosticMessage(output);
        }
        finally
        {
            foreach (var bomb in bombs.Values)
                await bomb.DisposeAsync();
        }
    }

    /// <summary>Runs in the other process.</summary>
    [Fact(Explicit = true)]
    public async Task The_bombs_at_the_addresses_of_the_environment()
    {
        var bombs = JsonSerializer.Deserialize<Dictionary<string, Uri>>(Environment.GetEnvironmentVariable(Addresses)!)!;
        using var process = Process.GetCurrentProcess();
        var before = process.PeakWorkingSet64;
        foreach (var (name, address) in bombs)
        {
            // The garbage of earlier responses is not part of this one.
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var watch = Stopwatch.StartNew();
            using var client = new RecoupClient(new RecoupClientOptions
            {
                ApiKey = "k",
                BaseAddress = address,
                Timeout = TimeSpan.FromSeconds(name is "a drip" or "endless early hints" ? 0.3 : 60),
            });
            var thrown = await Assert.ThrowsAnyAsync<Exception>(() =>
                client.ExecuteAsync("ACME_DO", JsonElement.Parse("{}"), cancellationToken: Cancellation));

            (thrown is RecoupException or HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
                .ShouldBeTrue($"{name}: {thrown}");
            process.Refresh();
            var added = process.PeakWorkingSet64 - before;
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"{watch.ElapsedMilliseconds} ms {name}: {thrown.GetType().Name}; at most {added / 1_000_000} MB more than "
                    + $"the {before / 1_000_000} MB at the start");
            added.ShouldBeLessThan(Limit, name);
        }
    }

    private static async Task<(int Code, string Output)> ReadInProcessAsync(Dictionary<string, HostileServer> bombs)
    {
        var start = new ProcessStartInfo("dotnet", [
            typeof(BombTests).Assembly.Location, "-explicit", "only", "-showliveoutput",
            "-method", $"*.{nameof(BombTests)}.{nameof(The_bombs_at_the_addresses_of_the_environment)}",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Addresses] = JsonSerializer.Serialize(bombs.ToDictionary(bomb => bomb.Key, bomb => bomb.Value.Address));
        start.Environment["DOTNET_GCHeapHardLimit"] = $"{HeapLimit:X}";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output + await errors);
    }

    private static HostileServer Bomb(int status, string encoding, byte[] body) => HostileServer.Of(
        $"HTTP/1.1 {status} Status\nContent-Type: application/json\nContent-Encoding: {encoding}\nConnection: close", body);

    private static HostileServer Endless(string head, byte[] part)
    {
        var parts = part.Length < 1024 ? [.. Enumerable.Repeat(part, 1024).SelectMany(item => item)] : part;
        return new HostileServer(async (stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop);
            while (true)
                await stream.WriteAsync(parts, stop);
        });
    }

    private static byte[] Compressed(string encoding, string head, byte[] part, int parts)
    {
        using var body = new MemoryStream();
        using (Stream compressed = encoding switch
        {
            "gzip" => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(body, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            compressed.Write(Encoding.ASCII.GetBytes(head));
            for (var i = 0; i < parts; i++)
                compressed.Write(part);
        }

        return body.ToArray();
    }

    private static byte[] Twice(byte[] compressed) => Compressed("gzip", "", compressed, 1);
}
