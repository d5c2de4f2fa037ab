using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;

namespace Recoup.Benchmarks;

/// <summary>A call with a result of 2 KB over a loopback socket, with and without the recorder, one after the other.</summary>
internal static class RecordTable
{
    private const int Rounds = 15;
    private const int Calls = 1000;
    private const string Slug = "ACME_FIND";

    private const string Catalog = """
        {"success":true,"actions":[{"slug":"ACME_FIND","name":"Find","description":"Finds.","connectorSlug":"acme","connectorName":"Acme",
        "isConnected":true,"parameters":{"type":"object","properties":{"query":{"type":"string"}}}}]}
        """;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("recoup-record-");
        var emulator = RecoupEmulator.Start(RecoupCatalog.Parse(Catalog), new RecoupEmulatorOptions { JournalCapacity = 10 });
        await using (emulator.ConfigureAwait(false))
        {
            emulator.On(Slug).Returns(Result());
            var address = await emulator.StartListeningAsync();
            using var plain = new RecoupClient(Options(emulator, address));
            await using var recorder = new RecoupRecorder(Path.Combine(folder.FullName, "calls.jsonl"));
            using var recording = new RecoupClient(new HttpClient(recorder), Options(emulator, address));

            // In turns, so that both meet the same machine; the best round of each counts.
            var (without, with) = (Time.Longest, Time.Longest);
            for (var round = 0; round < Rounds; round++)
            {
                without = without.Best(await MeasureAsync(plain, null));
                with = with.Best(await MeasureAsync(recording, recorder));
            }

            Console.WriteLine("| a call of 2 KB | without, µs | with the recorder, µs | ratio |");
            Console.WriteLine("|---|--:|--:|--:|");
            Row("until it returns", without.Elapsed, with.Elapsed);
            Row("processor time of client, server and recorder", without.Processor, with.Processor);
        }

        folder.Delete(recursive: true);
        return 0;
    }

    private static RecoupClientOptions Options(RecoupEmulator emulator, Uri address) =>
        new() { ApiKey = emulator.DefaultAccount.ApiKey, BaseAddress = address };

    private static readonly string[] Labels = ["INBOX", "IMPORTANT"];

    private static JsonElement Result() => JsonSerializer.SerializeToElement(new
    {
        messages = Enumerable.Range(1, 8).Select(i => new
        {
            id = $"18c2f0a91b{i:x4}",
            from = $"Ada {i} <ada{i}@example.org>",
            subject = "Your weekly report is ready",
            snippet = "The numbers of this week: 1,024 plays, 12 new listeners, and one question from the label.",
            labels = Labels,
            size = 2048 * i,
            date = "2026-11-27T14:00:00Z",
        }),
        nextPage = (string?)null,
    });

    private static async Task<Time> MeasureAsync(RecoupClient recoup, RecoupRecorder? recorder)
    {
        var parameters = JsonElement.Parse("""{"query":"from:ada@example.org newer_than:7d"}""");
        var processor = ProcessorTime.Now;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Calls; i++)
            await recoup.ExecuteAsync(Slug, parameters);
        var elapsed = watch.Elapsed;
        if (recorder is not null)
            await recorder.FlushAsync();
        return new Time(elapsed / Calls, (ProcessorTime.Now - processor) / Calls);
    }

    private static void Row(string name, TimeSpan without, TimeSpan with) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {without.TotalMicroseconds:N1} | {with.TotalMicroseconds:N1} | {with / without:N3} |"));

    private readonly record struct Time(TimeSpan Elapsed, TimeSpan Processor)
    {
        public static Time Longest => new(TimeSpan.MaxValue, TimeSpan.MaxValue);

        public Time Best(Time other) => new(
            Elapsed < other.Elapsed ? Elapsed : other.Elapsed, Processor < other.Processor ? Processor : other.Processor);
    }
}
