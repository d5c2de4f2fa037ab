using System.Text.Json;
using Recoup.Contracts.Deployed;
using Recoup.Emulator;

namespace Recoup.Cli.Tests;

/// <summary>What a verification does with an allow-list, and without one.</summary>
public sealed class AllowTests : IDisposable
{
    private const string Connected = "GOOGLESHEETS_LOOKUP_ROW";
    private const string Unconnected = "LINKEDIN_GET_MY_INFO";

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    /// <summary>The rows that the two actions above add to those that are seen anyway.</summary>
    private static readonly string[] Added = ["D3", "D5", "D13"];

    private static readonly string[] Allowed = ["--allow", Connected, "--allow", Unconnected];

    public static TheoryData<string, bool> AddedRowsOnBothHosts => new(Added.SelectMany(row => new[] { (row, true), (row, false) }));

    public static TheoryData<bool> Hosts => new(true, false);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ApiBehavior.Documented, "documented", true)]
    [InlineData(ApiBehavior.Documented, "documented", false)]
    [InlineData(ApiBehavior.Deployed, "deployed", true)]
    [InlineData(ApiBehavior.Deployed, "deployed", false)]
    public async Task A_server_that_does_what_is_expected_is_clean(ApiBehavior behavior, string expect, bool onPort)
    {
        await using var emulator = Emulators.Start(behavior);

        var run = await Verified.RunAsync(emulator, onPort, ["--expect", expect, .. Allowed]);

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        Verified.Rows(run).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ApiBehavior.Deployed, "documented", true)]
    [InlineData(ApiBehavior.Deployed, "documented", false)]
    [InlineData(ApiBehavior.Documented, "deployed", true)]
    [InlineData(ApiBehavior.Documented, "deployed", false)]
    public async Task Of_a_server_that_does_the_other_thing_the_rows_of_executions_are_reported_too(ApiBehavior behavior, string expect, bool onPort)
    {
        await using var emulator = Emulators.Start(behavior);

        var run = await Verified.RunAsync(emulator, onPort, ["--expect", expect, .. Allowed]);

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        Verified.Rows(run).ShouldBe([.. Verified.Seen, .. Added], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(AddedRowsOnBothHosts))]
    public async Task A_row_that_is_switched_on_alone_is_the_one_that_is_named(string row, bool onPort)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: [row]);

        Verified.Rows(await Verified.RunAsync(emulator, onPort, ["--expect", "documented", .. Allowed])).ShouldBe([row]);
    }

    [Theory]
    [MemberData(nameof(AddedRowsOnBothHosts))]
    public async Task A_row_that_has_healed_alone_is_the_one_that_is_named(string row, bool onPort)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed, without: [row]);

        Verified.Rows(await Verified.RunAsync(emulator, onPort, ["--expect", "deployed", .. Allowed])).ShouldBe([row]);
    }

    [Theory]
    [InlineData(ApiBehavior.Documented)]
    [InlineData(ApiBehavior.Deployed)]
    public async Task Without_an_allow_list_no_request_names_an_action_of_the_catalog(ApiBehavior behavior)
    {
        await using var emulator = Emulators.Start(behavior);
        emulator.AllowAccess(emulator.DefaultAccount, emulator.AddAccount(), AccountAccess.Roster);

        await Verified.RunAsync(emulator, onPort: false, "--roster-account", emulator.DefaultAccount.Id.ToString());

        Slugs(emulator).ShouldNotBeEmpty();
        Slugs(emulator).Intersect(Catalogs.RecoupCatalog.Load(Emulators.Catalog).Actions.Select(action => action.Slug)).ShouldBeEmpty();
        emulator.Journal.Executions().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ApiBehavior.Documented, 1)]
    [InlineData(ApiBehavior.Deployed, 2)]
    public async Task With_one_that_action_alone_is_named_and_the_report_tells_each_call(ApiBehavior behavior, int executions)
    {
        await using var emulator = Emulators.Start(behavior);

        var run = await Emulators.VerifyInProcessAsync(emulator, "--catalog", Emulators.Catalog, "--allow", Connected);

        Slugs(emulator).Intersect(Catalogs.RecoupCatalog.Load(Emulators.Catalog).Actions.Select(action => action.Slug)).ShouldBe([Connected]);
        emulator.Journal.Executions().Count.ShouldBe(executions);
        var calls = emulator.Journal.All(Connected);
        calls.Select(call => call.Violations.Count > 0).ShouldBe([false, true]);
        foreach (var call in calls)
            run.Out.ShouldContain(FormattableString.Invariant($"executed: {Connected} was called with {Compact(call.Parameters)} and returned {call.Status} (P"));
    }

    [Fact]
    public async Task Without_one_the_report_says_that_nothing_was_executed_and_what_would_let_rows_be_seen()
    {
        await using var emulator = Emulators.Start();

        var run = await Emulators.VerifyInProcessAsync(emulator);

        run.Out.ShouldContain("note: no action was executed");
        run.Out.ShouldContain("note: D3, D4, D5, D6, D13, D14, D15: not observable without executing an action; name a read-only one with --allow SLUG (P18, P19, P20)");
        run.Out.ShouldContain("note: D17: not observable without an account on the roster");
        run.Out.ShouldNotContain("executed: ");
    }

    [Theory]
    [InlineData(ApiBehavior.Documented, "deployed", "D4")]
    [InlineData(ApiBehavior.Documented, "documented", null)]
    [InlineData(ApiBehavior.Deployed, "documented", "D4")]
    [InlineData(ApiBehavior.Deployed, "deployed", null)]
    public async Task A_failure_of_the_service_shows_its_row(ApiBehavior behavior, string expect, string? row)
    {
        await using var emulator = Emulators.Start(behavior);
        emulator.On(Connected).FailsUpstream("quota exceeded");

        var rows = Verified.Rows(await Verified.RunAsync(emulator, onPort: false, "--expect", expect, "--allow", Connected));

        rows.Contains("D4").ShouldBe(row is not null);
        rows.ShouldNotContain("D13");
        rows.Contains("D5").ShouldBe(row is not null);
    }

    [Fact]
    public async Task A_result_that_says_it_failed_shows_the_row_of_failures_and_not_of_results()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented);
        emulator.On(Connected).Unsuccessful("no such sheet");

        Verified.Rows(await Verified.RunAsync(emulator, onPort: false, "--expect", "documented", "--allow", Connected)).ShouldBe(["D4"]);
    }

    [Fact]
    public async Task An_action_that_returns_nothing_shows_its_row()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D14"]);
        emulator.On(Connected).ReturnsNothing();

        Verified.Rows(await Verified.RunAsync(emulator, onPort: false, "--expect", "documented", "--allow", Connected)).ShouldBe(["D14"]);
    }

    [Theory]
    [InlineData("documented", false)]
    [InlineData("deployed", true)]
    public async Task Answers_without_the_time_show_their_row(string expect, bool isFound)
    {
        await using var emulator = RecoupEmulator.Start(Catalogs.RecoupCatalog.Load(Emulators.Catalog), new RecoupEmulatorOptions { OmitOptionalMembers = true });

        Verified.Rows(await Verified.RunAsync(emulator, onPort: false, "--expect", expect, "--allow", Connected)).Contains("D15").ShouldBe(isFound);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_listed_action_that_is_answered_404_is_a_finding(bool onPort)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D6"]);
        emulator.IsUpstreamDown = true;

        var run = await Verified.RunAsync(emulator, onPort, "--expect", "documented", "--allow", Connected);

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        Verified.Rows(run).ShouldBe(["D6"]);
    }

    [Fact]
    public async Task An_outage_between_list_and_call_leaves_the_question_open()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        // Down from the first request that names the action on.
        var run = await Emulators.VerifyInProcessAsync(emulator, sent => emulator.IsUpstreamDown |= sent.Contains(Connected), "--allow", Connected, "--catalog", Emulators.Catalog);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Out.ShouldContain("no longer listed");
        run.Out.ShouldContain("D6");
    }

    [Theory]
    [InlineData(ApiBehavior.Documented, "deployed", true, true)]
    [InlineData(ApiBehavior.Documented, "documented", false, true)]
    [InlineData(ApiBehavior.Deployed, "documented", true, true)]
    [InlineData(ApiBehavior.Deployed, "deployed", false, false)]
    public async Task An_account_on_the_roster_shows_its_row(ApiBehavior behavior, string expect, bool isFound, bool onPort)
    {
        await using var emulator = Emulators.Start(behavior);
        var artist = emulator.AddAccount();
        emulator.AllowAccess(emulator.DefaultAccount, artist, AccountAccess.Roster);

        var run = await Verified.RunAsync(emulator, onPort, "--expect", expect, "--roster-account", artist.Id.ToString());

        Verified.Rows(run).Contains("D17").ShouldBe(isFound, run.All);
        Slugs(emulator).ShouldNotContain(Connected);
    }

    [Fact]
    public async Task The_row_of_the_roster_alone_is_named_alone()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D17"]);
        var artist = emulator.AddAccount();
        emulator.AllowAccess(emulator.DefaultAccount, artist, AccountAccess.Roster);

        Verified.Rows(await Verified.RunAsync(emulator, onPort: false, "--expect", "documented", "--roster-account", artist.Id.ToString())).ShouldBe(["D17"]);
    }

    [Fact]
    public async Task An_account_that_cannot_even_be_read_is_not_on_the_roster()
    {
        await using var emulator = Emulators.Start();

        var run = await Verified.RunAsync(emulator, onPort: false, "--roster-account", emulator.AddAccount().Id.ToString());

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Error.ShouldContain("403");
    }

    [Fact]
    public async Task Parameters_are_the_smallest_that_fit_unless_they_are_given()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented);
        var file = Path.Combine(_folder, "parameters.json");
        await File.WriteAllTextAsync(file, """{"channel":"ada","limit":3}""", TestContext.Current.CancellationToken);

        await Verified.RunAsync(emulator, onPort: false, "--allow", Connected, "--allow", $"YOUTUBE_LIST_VIDEOS={file}", "--allow", """GOOGLESHEETS_BATCH_UPDATE={"spreadsheet_id":"1AbC"}""");

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
    public async Task What_is_wrong_with_an_entry_is_told_and_nothing_is_executed(string entry, string what)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented);

        var run = await Emulators.VerifyInProcessAsync(emulator, "--catalog", Emulators.Catalog, "--allow", entry);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain(what);
        run.All.ShouldNotContain("   at ");
        Slugs(emulator).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_action_that_only_the_stored_catalog_has_needs_that_catalog()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        var run = await Emulators.VerifyInProcessAsync(emulator, "--allow", Unconnected);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain("--catalog");
    }

    [Fact]
    public async Task An_action_that_has_gone_from_a_connected_connector_is_not_called()
    {
        await using var emulator = RecoupEmulator.Start(
            Catalogs.RecoupCatalog.Load(Emulators.Catalog).Where(action => action.Slug != Connected), new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });

        var run = await Emulators.VerifyInProcessAsync(emulator, "--catalog", Emulators.Catalog, "--allow", Connected);

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        run.Out.ShouldContain($"{Connected} was not called");
        Slugs(emulator).ShouldNotContain(Connected);
    }

    [Fact]
    public async Task What_an_action_answered_stands_in_no_report()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);
        emulator.On(Connected).Returns(new { row = "private figures" });

        var run = await Emulators.VerifyInProcessAsync(emulator, "--expect", "documented", "--allow", Connected, "--verbose");

        emulator.Journal.Executions(Connected).Count.ShouldBe(2);
        run.All.ShouldNotContain("private figures");
    }

    [Fact]
    public async Task A_key_among_the_parameters_stands_in_no_report()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        var run = await Emulators.VerifyInProcessAsync(emulator, "--allow", $$"""{{Connected}}={"query":"{{RecoupEmulator.DefaultApiKey}}","spreadsheet_id":"1"}""");

        run.All.ShouldNotContain(RecoupEmulator.DefaultApiKey);
        run.Out.ShouldContain("***");
    }

    [Fact]
    public async Task The_report_is_for_people()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        var run = await Emulators.VerifyInProcessAsync(emulator, ["--expect", "documented", "--catalog", Emulators.Catalog, .. Allowed]);

        run.Out.ShouldMatchApproved(approved => approved.WithFileExtension(".txt"));
    }

    [Fact]
    public void Every_row_that_needs_something_says_when_it_shows() =>
        KnownDivergences.All.Where(row => row.Requires != ProbeRequirement.None).ShouldAllBe(row => row.Probes.Count > 0 && row.ShowsWhen != null);

    private static IEnumerable<string> Slugs(RecoupEmulator emulator) =>
        emulator.Journal.All().SelectMany(exchange => (string?[])[exchange.Slug, exchange.ToolSlug]).OfType<string>().Distinct();

    // The order of members means nothing, and a report sorts them.
    private static string Compact(JsonElement json) =>
        JsonSerializer.Serialize(json.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).ToDictionary(member => member.Name, member => member.Value));
}
