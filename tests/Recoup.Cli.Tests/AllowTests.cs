using System.Text.Json;
using Recoup.Emulator;

namespace Recoup.Cli.Tests;

/// <summary>What a verification does with an allow-list, and without one.</summary>
public sealed class AllowTests : IDisposable
{
    private const string Connected = "GOOGLESHEETS_LOOKUP_ROW";
    private const string Unconnected = "LINKEDIN_GET_MY_INFO";

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    private static readonly string[] Allowed = ["--allow", Connected, "--allow", Unconnected];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Parameters_are_the_smallest_valid_ones_unless_they_are_given()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented);
        var file = Path.Combine(_folder, "parameters.json");
        await File.WriteAllTextAsync(file, """{"channel":"ada","limit":3}""", TestContext.Current.CancellationToken);

        await Tool.VerifyAsync(
            emulator, "--catalog", Emulators.Catalog, "--allow", Connected, "--allow", $"YOUTUBE_LIST_VIDEOS={file}", "--allow",
             """GOOGLESHEETS_BATCH_UPDATE={"spreadsheet_id":"1AbC"}""");

        Compact(emulator.Journal.Executions(Connected).Single().Parameters).ShouldBe("""{"query":"","spreadsheet_id":""}""");
        Compact(emulator.Journal.Executions("YOUTUBE_LIST_VIDEOS").Single().Parameters).ShouldBe("""{"channel":"ada","limit":3}""");
        Compact(emulator.Journal.Executions("GOOGLESHEETS_BATCH_UPDATE").Single().Parameters).ShouldBe("""{"spreadsheet_id":"1AbC"}""");
    }

    [Theory]
    [InlineData("GOOGLESHEETS_LOOKUP_ROWS", "Did you mean 'GOOGLESHEETS_LOOKUP_ROW'?")]
    [InlineData("googlesheets_lookup_row", "Did you mean 'GOOGLESHEETS_LOOKUP_ROW'?")]
    [InlineData("NOBODY_KNOWS_THIS", "neither in the live catalog nor in the stored one")]
    [InlineData("COMPOSIO_SEARCH_TOOLS", "meta-action")]
    [InlineData("", "no slug")]
    [InlineData("=", "nothing")]
    [InlineData("YOUTUBE_LIST_VIDEOS=", "nothing")]
    [InlineData("YOUTUBE_LIST_VIDEOS=missing.json", "missing.json")]
    [InlineData("YOUTUBE_LIST_VIDEOS={\"channel\":", "not JSON")]
    [InlineData("YOUTUBE_LIST_VIDEOS={\"channel\":\"a\",\"limit\":51}", "at most 50")]
    [InlineData("YOUTUBE_LIST_VIDEOS={}", "channel")]
    [InlineData("YOUTUBE_LIST_VIDEOS=catalog.json", "break its schema")]
    public async Task Invalid_entries_are_reported_and_nothing_is_executed(string entry, string what)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented);

        var run = await Tool.VerifyAsync(emulator, "--catalog", Emulators.Catalog, "--allow", entry);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain(what);
        run.All.ShouldNotContain("   at ");
        Slugs(emulator).ShouldBeEmpty();
    }

    [Fact]
    public async Task Recorded_calls_are_those_of_the_allow_list_without_secrets_and_can_be_replayed()
    {
        var file = Path.Combine(_folder, "calls.jsonl");
        await using var emulator = Emulators.Start();
        emulator.On(Connected).Returns(new { owner = "ada@lovelace.org", key = RecoupEmulator.DefaultApiKey, rows = 2, Title = "Budget" });
        const string call = Connected + """={"query":"ada@lovelace.org","spreadsheet_id":"1AbC"}""";

        var run = await Tool.VerifyAsync(emulator, "--allow", call, "--record", file, "--replace-member", "title");
        (await Tool.VerifyAsync(emulator, "--allow", call, "--record", file, "--replace-member", "title")).ExitCode.ShouldBe(run.ExitCode);

        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        lines.Length.ShouldBe(3, run.All);
        lines[0].ShouldStartWith("""{"recoup":"recording","version":1,""");
        lines[1].ShouldStartWith($$"""{"slug":"{{Connected}}","account":null,"parameters":{"query":"user-""");
        lines[1].ShouldContain("\"status\":200");
        string.Concat(lines).ShouldNotContain("lovelace");
        string.Concat(lines).ShouldNotContain("Budget");
        string.Concat(lines).ShouldNotContain(RecoupEmulator.DefaultApiKey);
        await using var replaying = RecoupEmulator.Start(
            Recoup.Catalogs.RecoupCatalog.Load(Emulators.Catalog), new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });
        replaying.Replay(file, new ReplayOptions { Misses = ReplayMiss.Fail });
        using var client = replaying.CreateClient();
        var done = await client.ExecuteAsync(
            Connected, JsonElement.Parse("""{"query":"grace@hopper.net","spreadsheet_id":"1AbC"}"""),
            cancellationToken: TestContext.Current.CancellationToken);
        done.Data.GetProperty("rows").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("other", "is not a recording")]
    [InlineData("folder", "folder")]
    [InlineData("pipe", "is not a recording")]
    public async Task Nothing_is_left_beside_what_is_no_recording(string kind, string what)
    {
        Assert.SkipWhen(kind == "pipe" && OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        await using var emulator = Emulators.Start();
        var path = Path.Combine(_folder, kind);
        if (kind == "folder")
            Directory.CreateDirectory(path);
        else if (kind == "other")
            await File.WriteAllTextAsync(path, """{"a":1}""", TestContext.Current.CancellationToken);
        else
            (await ForeignProgram.RunAsync(_folder, "mkfifo", [path])).ShouldNotBeNull().Code.ShouldBe(0);

        var run = await Tool.VerifyAsync(emulator, "--allow", Connected, "--record", path);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldStartWith("recoup: Calls cannot be recorded: ");
        run.Error.ShouldContain(what);
        File.Exists(path + ".key").ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_executed_if_it_cannot_be_recorded()
    {
        await using var emulator = Emulators.Start();

        var unwritable = await Tool.VerifyAsync(
            emulator, "--allow", Connected, "--record", Path.Combine(_folder, "missing", "calls.jsonl"));
        var pointless = await Tool.VerifyAsync(emulator, "--record", Path.Combine(_folder, "calls.jsonl"));

        unwritable.ExitCode.ShouldBe(ExitCode.Unusable);
        unwritable.Error.ShouldContain("Calls cannot be recorded: ");
        (await Tool.VerifyAsync(emulator, "--allow", Connected, "--replace-member", "x")).Error.ShouldContain("--replace-member: expected");
        pointless.ExitCode.ShouldBe(ExitCode.Unusable);
        pointless.Error.ShouldContain("--record: expected an action to execute and record, but --allow names none.");
        Slugs(emulator).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_action_of_the_stored_catalog_only_requires_that_catalog()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        var run = await Tool.VerifyAsync(emulator, "--allow", Unconnected);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain("--catalog");
    }

    [Fact]
    public async Task Results_of_actions_are_not_printed()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);
        emulator.On(Connected).Returns(new { row = "private figures" });

        var run = await Tool.VerifyAsync(emulator, "--expect", "documented", "--allow", Connected, "--verbose");

        emulator.Journal.Executions(Connected).Count.ShouldBe(2);
        run.All.ShouldNotContain("private figures");
    }

    [Fact]
    public async Task A_key_in_the_parameters_is_not_printed()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        var run = await Tool.VerifyAsync(
            emulator, "--allow", $$"""{{Connected}}={"query":"{{RecoupEmulator.DefaultApiKey}}","spreadsheet_id":"1"}""");

        run.All.ShouldNotContain(RecoupEmulator.DefaultApiKey);
        run.Out.ShouldContain("***");
    }

    [Fact]
    public async Task The_text_report_is_as_approved()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        var run = await Tool.VerifyAsync(emulator, ["--expect", "documented", "--catalog", Emulators.Catalog, .. Allowed]);

        run.Out.ShouldMatchApproved(approved => approved.WithFileExtension(".txt"));
    }

    private static IEnumerable<string> Slugs(RecoupEmulator emulator) =>
        emulator.Journal.All().SelectMany(exchange => (string?[])[exchange.Slug, exchange.ToolSlug]).OfType<string>().Distinct();

    // The order of members means nothing, and a report sorts them.
    private static string Compact(JsonElement json) =>
        JsonSerializer.Serialize(json.EnumerateObject()
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ToDictionary(member => member.Name, member => member.Value));
}
