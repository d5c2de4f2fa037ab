using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Tests.Driving;
using Recoup.Typed;
using Generated = Recoup.Tests.Driving.Program;

namespace Recoup.Cli.Tests;

/// <summary>
/// From recorded calls of a real catalog, which describes no result, to a program that reads typed members of the results.
/// </summary>
public sealed class LearnedResultsTests : IDisposable
{
    // A program that reads members on the third level and deeper: one line for each action.
    private const string Reader = """
        using System.Threading.Tasks;
        using Recoup.Actions;
        using Recoup.Typed;

        public static class Probe
        {
            public static async Task<string[]> Run(RecoupClient recoup) =>
            [
                $"{(await recoup.ExecuteAsync(GoogleSuper.FetchEmails())).Value.Messages[0].Payload?.Headers[0].Value}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.ListThreads())).Value.Threads[0].Messages[0].InternalDate}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.GetProfile())).Value.Quota?.Storage?.UsedBytes}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.ListLabels())).Value.Labels[0].Color?.BackgroundColor}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.ListCalendars())).Value.Items[0].DefaultReminders[0].Minutes}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.FindEvent())).Value.Items[0].Start?.DateTime?.Year}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.FindFreeSlots())).Value.Calendars["ada3@example.com"].Busy[0].Start?.Hour}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.FindFile())).Value.Files[0].Owners[0].DisplayName}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.ListFiles())).Value.Files[0].Capabilities?.CanEdit}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.ListSharedDrives())).Value.Drives[0].Restrictions?.DomainUsersOnly}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.GetPeople())).Value.Connections[0].Names[0].DisplayName}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.ListTaskLists())).Value.Items[0].Links[0].Type == "email"}",
                $"{(await recoup.ExecuteAsync(GoogleSuper.ListAlbums())).Value.Albums[0].ShareInfo?.SharedAlbumOptions?.IsCommentable}",
            ];
        }
        """;

    // What each action returns: the number makes the payloads differ, as those of a service do.
    private static readonly (string Slug, Func<int, object> Payload)[] Services =
    [
        ("FETCH_EMAILS", n => new
        {
            messages = new[]
            {
                new { id = $"18c{n}", labelIds = n % 2 == 0 ? ["INBOX"] : Array.Empty<string>(), payload = new
                {
                    mimeType = n % 2 == 0 ? "text/plain" : "text/html",
                    headers = new[] { new { name = "Subject", value = $"Report {n}" } },
                } },
            },
            nextPageToken = n % 3 == 0 ? null : $"page{n}",
            resultSizeEstimate = n,
        }),
        ("LIST_THREADS", n => new
        {
            threads = new[] { new { id = $"t{n}", messages = new[] { new { id = "m1", internalDate = 1700000000000L + n } } } },
        }),
        ("GET_PROFILE", n => new { historyId = n, quota = new { storage = new { usedBytes = 1024 * n, share = n / 4.0 } } }),
        ("LIST_LABELS", n => new { labels = new[] { new { id = $"L{n}", color = n == 4 ? null : new { backgroundColor = "#16a765" } } } }),
        ("LIST_CALENDARS", n => new
        {
            items = new[] { new { id = "primary", defaultReminders = new[] { new { method = "popup", minutes = 10 + n } } } },
        }),
        ("FIND_EVENT", n => new { items = new[] { new { start = new { dateTime = $"2026-11-{n + 1:00}T09:00:00Z", timeZone = "UTC" } } } }),
        ("FIND_FREE_SLOTS", n => new Dictionary<string, object>
        {
            ["calendars"] = new Dictionary<string, object>
            {
                [$"ada{n}@example.com"] = new { busy = new[] { new { start = $"2026-11-{n + 1:00}T10:00:00Z", end = "soon" } } },
            },
        }),
        ("FIND_FILE", n => new
        {
            files = new[] { new { id = $"f{n}", size = $"{n}", owners = new[] { new { displayName = $"Ada {n}", me = n == 0 } } } },
        }),
        ("LIST_FILES", n => new
        {
            files = new[] { new { name = $"a{n}.txt", capabilities = new { canEdit = n % 2 == 0, canShare = true } } },
        }),
        ("LIST_SHARED_DRIVES", n => new { drives = new[] { new { name = $"Drive {n}", restrictions = new { domainUsersOnly = n > 2 } } } }),
        ("GET_PEOPLE", n => new
        {
            connections = new[] { new { etag = $"%{n}", names = new[] { new { displayName = $"Grace {n}" } } } },
            totalItems = n,
        }),
        ("LIST_TASK_LISTS", n => new
        {
            items = new[] { new { title = $"List {n}", links = new[] { new { type = n % 2 == 0 ? "email" : "chat" } } } },
        }),
        ("LIST_ALBUMS", n => new
        {
            albums = new[] { new { title = $"A {n}", shareInfo = new { sharedAlbumOptions = new { isCommentable = n % 2 == 0 } } } },
        }),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    private string Results => Path.Combine(_folder, "recoup.results.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_program_reads_typed_members_of_results_that_were_learned_from_recorded_calls()
    {
        var text = await File.ReadAllTextAsync(
            TestData.RequireExternal("catalogs", "googlesuper.served.json"), TestContext.Current.CancellationToken);
        await RecordAsync(text, "first.jsonl", Services, [0, 1, 2, 3, 4]);

        (await LearnAsync("first.jsonl")).ExitCode.ShouldBe(ExitCode.Clean);

        var results = await File.ReadAllTextAsync(Results, TestContext.Current.CancellationToken);
        var generation = Generation.Run([new CatalogText("catalog.json", text), new ResultsText(results)], Reader);
        generation.Reported.ShouldNotContain(diagnostic => diagnostic.Id.StartsWith("RCP007", StringComparison.Ordinal));
        (await RunAsync(Generated.Load(generation), text)).ShouldBe(
        [
            "Report 3", "1700000000003", "3072", "#16a765", "13", "2026", "10", "Ada 3", "False", "True", "Grace 3", "False", "False",
        ]);
    }

    [Fact]
    public async Task A_recording_that_the_schemas_accept_changes_no_byte_and_one_that_widens_them_names_the_members()
    {
        var text = await File.ReadAllTextAsync(
            TestData.RequireExternal("catalogs", "googlesuper.served.json"), TestContext.Current.CancellationToken);
        await RecordAsync(text, "first.jsonl", Services, [0, 1, 2, 3, 4]);
        await RecordAsync(text, "same.jsonl", Services, [2, 3]);
        await RecordAsync(
            text, "wider.jsonl", [("GET_PROFILE", _ => new { historyId = "h1", quota = new { storage = new { usedBytes = 0.5 } } })], [0]);
        await LearnAsync("first.jsonl");
        var before = await File.ReadAllBytesAsync(Results, TestContext.Current.CancellationToken);

        var same = await LearnAsync("same.jsonl", "--merge");

        same.Out.ShouldContain("No change");
        (await File.ReadAllBytesAsync(Results, TestContext.Current.CancellationToken)).ShouldBe(before);

        File.Copy(Results, Path.Combine(_folder, "before.json"));
        var wider = await LearnAsync("wider.jsonl", "--merge");

        wider.Out.ShouldMatch(@"GOOGLESUPER_GET_PROFILE: result\.quota\.storage\.usedBytes: long\? -> double\?");
        wider.Out.ShouldContain("result.historyId");
        var diff = await Tool.RunAsync("diff", Path.Combine(_folder, "before.json"), Results);
        diff.ExitCode.ShouldBe(ExitCode.Drift);
        diff.Out.ShouldContain("BREAKING (PROVED)");
        diff.Out.ShouldContain("usedBytes");
    }

    private Task<Tool> LearnAsync(params string[] args) =>
        Tool.RunAsync(["learn", Path.Combine(_folder, args[0]), .. args[1..], "--output", Results]);

    private async Task RecordAsync(string catalog, string file, (string Slug, Func<int, object> Payload)[] services, int[] numbers)
    {
        await using var emulator = Start(catalog);
        await using var recorder = new RecoupRecorder(Path.Combine(_folder, file)) { InnerHandler = emulator.CreateHandler() };
        using var http = new HttpClient(recorder, disposeHandler: false);
        using var recoup = new RecoupClient(
            http, new RecoupClientOptions { BaseAddress = new Uri("http://localhost"), ApiKey = emulator.DefaultAccount.ApiKey });
        foreach (var (slug, payload) in services)
        {
            foreach (var number in numbers)
            {
                emulator.On("GOOGLESUPER_" + slug).Returns(payload(number));
                await recoup.ExecuteAsync(
                    "GOOGLESUPER_" + slug, JsonElement.Parse("{}"), cancellationToken: TestContext.Current.CancellationToken);
            }
        }
    }

    private static async Task<string[]> RunAsync(Generated program, string catalog)
    {
        await using var emulator = Start(catalog);
        foreach (var (slug, payload) in Services)
            emulator.On("GOOGLESUPER_" + slug).Returns(payload(3));
        using var recoup = emulator.CreateClient();
        return await (Task<string[]>)program.Assembly.GetType("Probe")!.GetMethod("Run")!.Invoke(null, [recoup])!;
    }

    private static RecoupEmulator Start(string catalog)
    {
        var emulator = RecoupEmulator.Start(
            RecoupCatalog.Parse(catalog), new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });
        emulator.Connect("googlesuper");
        return emulator;
    }
}
