using System.Diagnostics;
using System.Globalization;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.Benchmarks.Load;

/// <summary>
/// <c>load [executes]</c>: sixteen clients against a port, one call in a hundred of each fault. Every call has a number, so that what the
/// clients saw and what the journal says are compared call by call. Then the same with a bounded journal, for the memory.
/// </summary>
internal static class LoadRun
{
    public const string Slug = "GOOGLESHEETS_BATCH_UPDATE";

    private const int Clients = 16;
    private const int Bounded = 10_000;
    private const int Samples = 10;

    public static async Task<int> RunAsync(string[] args)
    {
        var calls = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000;
        var problems = await ProveJournalAsync(calls) + await ProveMemoryAsync(calls);
        Console.WriteLine(problems == 0 ? "No problem." : $"{problems} problems.");
        return problems == 0 ? 0 : 1;
    }

    private static async Task<int> ProveJournalAsync(int calls)
    {
        await using var emulator = Start(calls);
        var address = await emulator.StartListeningAsync();
        var seen = new Seen[calls];
        var started = Stopwatch.GetTimestamp();
        await SendAsync(address, 0, calls, (call, what) => seen[call] = what);
        var elapsed = Stopwatch.GetElapsedTime(started);
        await UntilRecordedAsync(emulator, calls);

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{calls:N0} calls from {Clients} clients in {elapsed.TotalSeconds:N0} s, {calls / elapsed.TotalSeconds:N0} a second."));
        return LoadReport.Compare(seen, emulator.Journal.All());
    }

    private static async Task<int> ProveMemoryAsync(int calls)
    {
        await using var emulator = Start(Bounded);
        var address = await emulator.StartListeningAsync();
        var megabytes = new List<double>();
        for (var part = 0; part < Samples; part++)
        {
            await SendAsync(address, calls / Samples * part, calls / Samples, (_, _) => { });
            megabytes.Add(GC.GetTotalMemory(forceFullCollection: true) / 1e6);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Journal bounded at {Bounded:N0}: MB in use after each tenth of another {calls:N0} calls: {string.Join(
                ", ", megabytes.Select(size => size.ToString("N1", CultureInfo.InvariantCulture)))}"));
        var expected = calls / Samples * Samples;
        await UntilRecordedAsync(emulator, expected);
        var recorded = emulator.Journal.Dropped + emulator.Journal.Count();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Kept {emulator.Journal.Count():N0} and dropped {emulator.Journal.Dropped:N0} of {expected:N0}."));
        // Flat: the last tenths need no more than the first ones, but for a little.
        return (recorded == expected ? 0 : 1) + (megabytes[^1] <= megabytes[0] * 1.2 + 2 ? 0 : 1);
    }

    private static RecoupEmulator Start(int capacity)
    {
        var catalog = RecoupCatalog.Load(Path.Combine(CatalogFile.Repository, "samples", "QuickStart", "recoup.catalog.json"));
        var emulator = RecoupEmulator.Start(catalog, new RecoupEmulatorOptions
        {
            JournalCapacity = capacity,
            JournalMaxBytes = long.MaxValue,
        });
        LoadCase.Usual.Script(emulator.On(Slug));
        foreach (var kind in LoadCase.Faults)
            kind.Script(emulator.On(Slug).Where(parameters => parameters.GetProperty("sheet_name").ValueEquals(kind.Name)));
        return emulator;
    }

    private static Task SendAsync(Uri address, int first, int count, Action<int, Seen> report)
    {
        var next = first - 1;
        return Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var client = new LoadClient(address);
            for (var call = Interlocked.Increment(ref next); call < first + count; call = Interlocked.Increment(ref next))
                report(call, await client.CallAsync(call));
        })));
    }

    // A call that was given up is recorded when the emulator gets to it, which may be after its client is done.
    private static async Task UntilRecordedAsync(RecoupEmulator emulator, int calls)
    {
        var started = Stopwatch.GetTimestamp();
        while (emulator.Journal.Dropped + emulator.Journal.Count() < calls && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10))
            await Task.Delay(200);
    }
}
