using System.Diagnostics;
using Microsoft.AspNetCore.TestHost;
using Recoup.Catalogs;
using Recoup.Emulator;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Recoup.Benchmarks.Emulation;

/// <summary>Starts and calls without a socket, against the bare API on ASP.NET Core's test server.</summary>
internal static class InProcess
{
    private const int Emulators = 500;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(700);

    public static async Task MeasureAsync(Workload workload)
    {
        Table.Begin("bare TestServer");
        await MeasureStartsAsync(workload);
        await MeasureCallsAsync(workload);
        await MeasureManyAsync(workload);
        await MeasureWireMockAsync(workload);
    }

    private static async Task MeasureStartsAsync(Workload workload)
    {
        var json = await File.ReadAllTextAsync(workload.CatalogPath);
        async Task StartAsync(RecoupCatalog catalog) => await RecoupEmulator.Start(catalog).DisposeAsync();
        async Task StartBareAsync() => await (await BareApi.StartInProcessAsync()).DisposeAsync();

        // The first of each compiles its code; what is compared is warm.
        await StartAsync(workload.Catalog);
        await StartBareAsync();
        var parsed = await BestAsync(10, async () => await StartAsync(RecoupCatalog.Parse(json)));
        var fresh = await BestAsync(10, prepare: () => RecoupCatalog.Parse(json), StartAsync);
        var again = await BestAsync(200, () => StartAsync(workload.Catalog));
        var bare = await BestAsync(50, StartBareAsync);

        var actions = workload.Catalog.Actions.Count;
        Table.Time($"start, {actions} actions, reading the catalog included", parsed, bare, null);
        Table.Time($"start, {actions} actions, first over a catalog that is read", fresh, bare, "2");
        Table.Time("start, 100th over the same catalog", again, bare, "2");
    }

    private static async Task MeasureCallsAsync(Workload workload)
    {
        await using var emulator = workload.StartEmulator();
        await using var app = await BareApi.StartInProcessAsync();
        using var client = emulator.CreateHttpClient();
        using var bare = app.GetTestClient();

        foreach (var callers in (int[])[1, 16])
        {
            var what = callers == 1 ? "execute, one at a time" : $"execute, {callers} callers";
            var (ours, theirs) = await Throughput.CompareAsync(
                Round, callers, () => workload.CallAsync(client), () => workload.CallAsync(bare));
            Table.Rate(what + ", a second", ours.PerSecond, theirs.PerSecond, callers == 1 ? null : "0.85");
            Table.Time(what + ", processor time of a call", ours.Processor, theirs.Processor, callers == 1 ? "1.15" : null);
        }
    }

    /// <summary>WireMock.Net runs in this process too, but is called over a socket. It has one stub, which accepts any body.</summary>
    private static async Task MeasureWireMockAsync(Workload workload)
    {
        using var server = WireMockServer.Start();
        server.Given(Request.Create().WithPath(Workload.Path).UsingPost())
            .RespondWith(Response.Create().WithBodyAsJson(new { success = true, result = new { } }));
        await using var emulator = workload.StartEmulator();
        using var client = emulator.CreateHttpClient();
        using var peer = server.CreateClient();

        Table.Begin("WireMock.Net");
        foreach (var callers in (int[])[1, 16])
        {
            var what = callers == 1 ? "execute, one at a time" : $"execute, {callers} callers";
            var (ours, theirs) = await Throughput.CompareAsync(
                Round, callers, () => workload.CallAsync(client), () => workload.CallAsync(peer));
            Table.Rate(what + ", a second", ours.PerSecond, theirs.PerSecond, null);
            Table.Time(what + ", processor time of a call", ours.Processor, theirs.Processor, null);
        }
    }

    private static async Task MeasureManyAsync(Workload workload)
    {
        var ours = await BestAsync(5, () => Parallel.ForAsync(0, Emulators, async (_, _) =>
        {
            await using var emulator = workload.StartEmulator();
            using var client = emulator.CreateHttpClient();
            await workload.CallAsync(client);
        }));
        var theirs = await BestAsync(5, () => Parallel.ForAsync(0, Emulators, async (_, _) =>
        {
            await using var app = await BareApi.StartInProcessAsync();
            using var client = app.GetTestClient();
            await workload.CallAsync(client);
        }));
        Table.Time($"{Emulators} isolated servers in parallel, a call each", ours, theirs, "2");
    }

    private static Task<TimeSpan> BestAsync(int times, Func<Task> action) => BestAsync(times, () => 0, _ => action());

    private static async Task<TimeSpan> BestAsync<T>(int times, Func<T> prepare, Func<T, Task> action)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var prepared = prepare();
            var started = Stopwatch.GetTimestamp();
            await action(prepared);
            var elapsed = Stopwatch.GetElapsedTime(started);
            best = elapsed < best ? elapsed : best;
        }

        return best;
    }
}
