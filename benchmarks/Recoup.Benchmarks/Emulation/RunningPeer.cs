using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Recoup.Emulator;

namespace Recoup.Benchmarks.Emulation;

/// <summary>A server process that has given its first answer.</summary>
internal sealed class RunningPeer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly Process _process;

    private RunningPeer(Process process, Uri address, TimeSpan start) => (_process, Address, Start) = (process, address, start);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan Start { get; }

    public static async Task<RunningPeer> StartAsync(Peer peer)
    {
        var port = FreePort();
        var command = peer.Command(port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();

        var address = new Uri($"http://127.0.0.1:{port}{peer.Path}");
        try
        {
            await FirstAnswerAsync(peer, process, address, started);
            return new RunningPeer(process, address, Stopwatch.GetElapsedTime(started));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task FirstAnswerAsync(Peer peer, Process process, Uri address, long started)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("x-api-key", RecoupEmulator.DefaultApiKey);
        while (true)
        {
            try
            {
                using var content = new StringContent(peer.Body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
                using var response = await client.PostAsync(address, content);
                if (response.IsSuccessStatusCode)
                    return;
                throw new InvalidOperationException(
                    $"{peer.Name} answers {response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
            }
            catch (HttpRequestException) when (!process.HasExited && Stopwatch.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
