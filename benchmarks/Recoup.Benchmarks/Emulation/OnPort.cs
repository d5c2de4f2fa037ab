using System.Globalization;

namespace Recoup.Benchmarks.Emulation;

/// <summary>Servers on a port under wrk with 16 connections, each a process of its own, one after the other.</summary>
internal static class OnPort
{
    // Twice around, so that a noisy moment does not decide.
    private const int Rounds = 2;

    public static async Task MeasureAsync(Workload workload)
    {
        if (!Wrk.IsInstalled)
        {
            await Console.Error.WriteLineAsync("The servers on a port are left out: wrk is not installed (apt-get install wrk).");
            return;
        }

        using var folder = new PeerFolder(workload);
        var best = new Dictionary<Peer, Measured>();
        var peers = PeerTable.Of(workload, folder).Where(peer => peer.IsInstalled).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var peer in peers)
            {
                var measured = await MeasureAsync(peer);
                best[peer] = best.TryGetValue(peer, out var before) ? before.Or(measured) : measured;
            }
        }

        Console.WriteLine();
        Console.WriteLine("| on a port, 16 connections | answers a second | emulator : this | start to first answer, ms | goal |");
        Console.WriteLine("|---|--:|--:|--:|---|");
        foreach (var peer in peers)
        {
            var (perSecond, start) = best[peer];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {peer.Name} | {perSecond:N0} | {best[peers[0]].PerSecond / perSecond:0.00} | {start.TotalMilliseconds:N0} | "
                    + $"{peer.Goal} |"));
        }
    }

    private static async Task<Measured> MeasureAsync(Peer peer)
    {
        await using var running = await RunningPeer.StartAsync(peer);
        return new Measured(await Wrk.RunAsync(running.Address, peer.Body), running.Start);
    }

    private sealed record Measured(double PerSecond, TimeSpan Start)
    {
        public Measured Or(Measured other) => new(Math.Max(PerSecond, other.PerSecond), Start < other.Start ? Start : other.Start);
    }
}
