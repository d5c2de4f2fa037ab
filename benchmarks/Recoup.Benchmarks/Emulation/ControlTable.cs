using System.Text.Json;
using Recoup.Emulator;

namespace Recoup.Benchmarks.Emulation;

/// <summary>What the control API, its listeners and many stubs cost a call: <c>control [catalog.json]</c>.</summary>
internal static class ControlTable
{
    private const int Callers = 16;
    private const int Listeners = 50;
    private const int Stubs = 10_000;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(700);

    public static async Task<int> RunAsync(string? catalog)
    {
        var workload = Workload.Load(catalog);
        Console.WriteLine($"{workload.Catalog.Actions.Count} actions, executing {workload.Slug} ({workload.Body.Length} bytes)");
        Table.Begin("without");
        await MeasureControlAsync(workload);
        await MeasureStubsAsync("10,000 stubs for another action, one caller, processor time", workload, (emulator, i) =>
            emulator.On(workload.Catalog.Actions[0].Slug).WithParameters(Number(i)).Returns(Number(i)));
        await MeasureStubsAsync("10,000 stubs for the action with other parameters, one caller, processor time", workload, (emulator, i) =>
            emulator.On(workload.Slug).WithParameters(Number(i)).Returns(Number(i)));
        return 0;
    }

    private static async Task MeasureControlAsync(Workload workload)
    {
        await using var with = workload.StartEmulator();
        await using var without = workload.StartEmulator(new RecoupEmulatorOptions { HasControl = false });
        using var one = await ClientAsync(with);
        using var other = await ClientAsync(without);
        await CompareAsync("a port with the control API, 16 connections, processor time", "1.03", workload, one, other);

        var missed = 0L;
        using var stopping = new CancellationTokenSource();
        var reading = new List<Task<(long Received, long Skipped)>>();
        for (var i = 0; i < Listeners; i++)
        {
            var reader = new StreamReader(await one.GetStreamAsync("/_recoup/events"));
            await reader.ReadLineAsync();
            reading.Add(Task.Run(() => ReadAsync(reader, stopping.Token)));
        }

        var before = with.Journal.Count() + with.Journal.Dropped;
        await CompareAsync("the same with 50 listeners, processor time", null, workload, one, other);
        var sent = with.Journal.Count() + with.Journal.Dropped - before;
        await Task.Delay(TimeSpan.FromSeconds(3));
        await stopping.CancelAsync();
        foreach (var (received, skipped) in await Task.WhenAll(reading))
            missed += sent - received + skipped;
        Console.WriteLine();
        Console.WriteLine($"{Listeners} listeners, {sent:N0} exchanges: {missed} events missed");
        Table.Begin("without");
    }

    private static async Task MeasureStubsAsync(string what, Workload workload, Func<RecoupEmulator, int, ActionStub> script)
    {
        await using var with = workload.StartEmulator();
        await using var without = workload.StartEmulator();
        for (var i = 0; i < Stubs; i++)
            script(with, i);
        using var one = with.CreateHttpClient();
        using var other = without.CreateHttpClient();
        await CompareAsync(what, null, workload, one, other, callers: 1);
    }

    private static async Task CompareAsync(
        string what, string? goal, Workload workload, HttpClient one, HttpClient other, int callers = Callers)
    {
        var (ours, theirs) = await Throughput.CompareAsync(
            Round, callers, () => workload.CallAsync(one), () => workload.CallAsync(other));
        Table.Time(what, ours.Processor, theirs.Processor, goal);
    }

    private static async Task<HttpClient> ClientAsync(RecoupEmulator emulator)
    {
        var client = new HttpClient { BaseAddress = await emulator.StartListeningAsync() };
        client.DefaultRequestHeaders.Add("x-api-key", emulator.DefaultAccount.ApiKey);
        return client;
    }

    /// <summary>Counts the events of exchanges, and those that the stream says were missed.</summary>
    private static async Task<(long Received, long Skipped)> ReadAsync(StreamReader events, CancellationToken stop)
    {
        using var reader = events;
        var (received, skipped) = (0L, 0L);
        try
        {
            while (await reader.ReadLineAsync(stop) is { } line)
            {
                received += line == "event: exchange" ? 1 : 0;
                skipped += line == "event: missed" ? 1 : 0;
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }

        return (received, skipped);
    }

    private static JsonElement Number(int number) => JsonElement.Parse($$"""{"number":{{number}}}""");
}
