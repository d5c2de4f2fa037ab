using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Contracts.Live;
using Recoup.Emulator;

namespace Recoup.Contracts.Tests.Live;

/// <summary>What a verification does with an allow-list, and without one.</summary>
public sealed class AllowListTests
{
    private const string Connected = "GOOGLESHEETS_LOOKUP_ROW";
    private const string Unconnected = "LINKEDIN_GET_MY_INFO";

    private static readonly string[] Allowed = [Connected, Unconnected];

    /// <summary>The rows that the two actions above add to those that are seen anyway.</summary>
    private static readonly string[] Added = ["D3", "D5", "D13"];

    public static TheoryData<string, bool> AddedRowsOnBothHosts => new(Added.SelectMany(row => new[] { (row, true), (row, false) }));

    public static TheoryData<bool> Hosts => new(true, false);

    [Theory]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Documented, true)]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Documented, false)]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Deployed, true)]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Deployed, false)]
    public async Task A_server_with_the_expected_behavior_is_clean(ApiBehavior behavior, ApiExpectation expect, bool onPort)
    {
        await using var emulator = Emulators.Start(behavior);

        var run = await Verification.RunAsync(emulator, onPort, expect, allowed: Allowed);

        run.Outcome.ShouldBe(VerificationOutcome.Clean, run.Text);
        run.Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Documented, true)]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Documented, false)]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Deployed, true)]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Deployed, false)]
    public async Task A_server_with_the_other_behavior_also_shows_the_divergences_of_executions(
        ApiBehavior behavior, ApiExpectation expect, bool onPort)
    {
        await using var emulator = Emulators.Start(behavior);

        var run = await Verification.RunAsync(emulator, onPort, expect, allowed: Allowed);

        run.Outcome.ShouldBe(VerificationOutcome.Drift, run.Text);
        run.Rows.ShouldBe([.. Verification.Seen, .. Added], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(AddedRowsOnBothHosts))]
    public async Task A_single_divergence_is_reported_alone(string row, bool onPort)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: [row]);

        (await Verification.RunAsync(emulator, onPort, ApiExpectation.Documented, allowed: Allowed)).Rows.ShouldBe([row]);
    }

    [Theory]
    [MemberData(nameof(AddedRowsOnBothHosts))]
    public async Task A_single_fixed_divergence_is_reported_alone(string row, bool onPort)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed, without: [row]);

        (await Verification.RunAsync(emulator, onPort, ApiExpectation.Deployed, allowed: Allowed)).Rows.ShouldBe([row]);
    }

    [Theory]
    [InlineData(ApiBehavior.Documented)]
    [InlineData(ApiBehavior.Deployed)]
    public async Task Without_an_allow_list_no_request_names_an_action_of_the_catalog(ApiBehavior behavior)
    {
        await using var emulator = Emulators.Start(behavior);
        emulator.AllowAccess(emulator.DefaultAccount, emulator.AddAccount(), AccountAccess.Roster);

        await Verification.RunAsync(emulator, onPort: false, roster: emulator.DefaultAccount.Id);

        Slugs(emulator).ShouldNotBeEmpty();
        Slugs(emulator).Intersect(RecoupCatalog.Load(Emulators.Catalog).Actions.Select(action => action.Slug)).ShouldBeEmpty();
        emulator.Journal.Executions().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ApiBehavior.Documented, 1)]
    [InlineData(ApiBehavior.Deployed, 2)]
    public async Task With_an_allow_list_only_its_actions_are_called_and_each_call_is_reported(ApiBehavior behavior, int executions)
    {
        await using var emulator = Emulators.Start(behavior);

        var run = await Verification.RunInProcessAsync(emulator, catalog: Emulators.Catalog, allowed: [Connected]);

        Slugs(emulator).Intersect(RecoupCatalog.Load(Emulators.Catalog).Actions.Select(action => action.Slug)).ShouldBe([Connected]);
        emulator.Journal.Executions().Count.ShouldBe(executions);
        var calls = emulator.Journal.All(Connected);
        calls.Select(call => call.Violations.Count > 0).ShouldBe([false, true]);
        foreach (var call in calls)
            run.Text.ShouldContain(
                FormattableString.Invariant(
                    $"executed: {Connected} was called with {Compact(call.Parameters)} and returned {call.Status} (P"));
    }

    [Fact]
    public async Task Without_an_allow_list_the_report_says_what_was_not_observed_and_why()
    {
        await using var emulator = Emulators.Start();

        var run = await Verification.RunInProcessAsync(emulator);

        run.Text.ShouldContain("note: no action was executed");
        run.Text.ShouldContain(
            "note: D3, D4, D5, D6, D13, D14, D15: not observable without executing an action; name a read-only one with --allow SLUG "
                + "(P18, P19, P20)");
        run.Text.ShouldContain("note: D17: not observable without an account on the roster");
        run.Text.ShouldNotContain("executed: ");
    }

    [Theory]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Deployed, "D4")]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Documented, null)]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Documented, "D4")]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Deployed, null)]
    public async Task A_failed_service_shows_D4_and_D5(ApiBehavior behavior, ApiExpectation expect, string? row)
    {
        await using var emulator = Emulators.Start(behavior);
        emulator.On(Connected).FailsUpstream("quota exceeded");

        var rows = (await Verification.RunAsync(emulator, onPort: false, expect, allowed: [Connected])).Rows;

        rows.Contains("D4").ShouldBe(row is not null);
        rows.ShouldNotContain("D13");
        rows.Contains("D5").ShouldBe(row is not null);
    }

    [Fact]
    public async Task An_unsuccessful_result_shows_D4_and_not_D13()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented);
        emulator.On(Connected).Unsuccessful("no such sheet");

        (await Verification.RunAsync(emulator, onPort: false, ApiExpectation.Documented, allowed: [Connected])).Rows.ShouldBe(["D4"]);
    }

    [Fact]
    public async Task An_action_that_returns_nothing_shows_D14()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D14"]);
        emulator.On(Connected).ReturnsNothing();

        (await Verification.RunAsync(emulator, onPort: false, ApiExpectation.Documented, allowed: [Connected])).Rows.ShouldBe(["D14"]);
    }

    [Theory]
    [InlineData(ApiExpectation.Documented, false)]
    [InlineData(ApiExpectation.Deployed, true)]
    public async Task Responses_without_executedAt_show_D15(ApiExpectation expect, bool isFound)
    {
        await using var emulator = RecoupEmulator.Start(
            RecoupCatalog.Load(Emulators.Catalog), new RecoupEmulatorOptions { OmitOptionalMembers = true });

        (await Verification.RunAsync(emulator, onPort: false, expect, allowed: [Connected])).Rows.Contains("D15").ShouldBe(isFound);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task A_404_for_a_listed_action_is_a_finding(bool onPort)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D6"]);
        emulator.IsUpstreamDown = true;

        var run = await Verification.RunAsync(emulator, onPort, ApiExpectation.Documented, allowed: [Connected]);

        run.Outcome.ShouldBe(VerificationOutcome.Drift, run.Text);
        run.Rows.ShouldBe(["D6"]);
    }

    [Fact]
    public async Task An_outage_between_list_and_call_is_undecided()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        // Down from the first request that names the action on.
        var run = await Verification.RunInProcessAsync(
            emulator, allowed: [Connected], catalog: Emulators.Catalog, sends: sent => emulator.IsUpstreamDown |= sent.Contains(Connected));

        run.Outcome.ShouldBe(VerificationOutcome.Undecided, run.Text);
        run.Text.ShouldContain("no longer listed");
        run.Text.ShouldContain("D6");
    }

    [Theory]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Deployed, true, true)]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Documented, false, true)]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Documented, true, true)]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Deployed, false, false)]
    public async Task An_account_on_the_roster_shows_D17(ApiBehavior behavior, ApiExpectation expect, bool isFound, bool onPort)
    {
        await using var emulator = Emulators.Start(behavior);
        var artist = emulator.AddAccount();
        emulator.AllowAccess(emulator.DefaultAccount, artist, AccountAccess.Roster);

        var run = await Verification.RunAsync(emulator, onPort, expect, roster: artist.Id);

        run.Rows.Contains("D17").ShouldBe(isFound, run.Text);
        Slugs(emulator).ShouldNotContain(Connected);
    }

    [Fact]
    public async Task D17_is_reported_alone()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D17"]);
        var artist = emulator.AddAccount();
        emulator.AllowAccess(emulator.DefaultAccount, artist, AccountAccess.Roster);

        (await Verification.RunAsync(emulator, onPort: false, ApiExpectation.Documented, roster: artist.Id)).Rows.ShouldBe(["D17"]);
    }

    [Fact]
    public async Task An_unreadable_roster_account_is_undecided()
    {
        await using var emulator = Emulators.Start();

        var run = await Verification.RunAsync(emulator, onPort: false, roster: emulator.AddAccount().Id);

        run.Outcome.ShouldBe(VerificationOutcome.Undecided, run.Text);
        run.Text.ShouldContain("403");
    }

    [Fact]
    public async Task A_removed_action_of_a_connected_connector_is_not_called()
    {
        await using var emulator = RecoupEmulator.Start(
            RecoupCatalog.Load(Emulators.Catalog).Where(action => action.Slug != Connected),
             new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });

        var run = await Verification.RunInProcessAsync(emulator, catalog: Emulators.Catalog, allowed: [Connected]);

        run.Outcome.ShouldBe(VerificationOutcome.Drift, run.Text);
        run.Text.ShouldContain($"{Connected} was not called");
        Slugs(emulator).ShouldNotContain(Connected);
    }

    [Fact]
    public void Every_divergence_with_a_requirement_says_when_it_shows() =>
        KnownDivergences.All.Where(row => row.Requires != ProbeRequirement.None)
            .ShouldAllBe(row => row.Probes.Count > 0 && row.ShowsWhen != null);

    private static IEnumerable<string> Slugs(RecoupEmulator emulator) =>
        emulator.Journal.All().SelectMany(exchange => (string?[])[exchange.Slug, exchange.ToolSlug]).OfType<string>().Distinct();

    // The order of members means nothing, and a report sorts them.
    private static string Compact(JsonElement json) =>
        JsonSerializer.Serialize(json.EnumerateObject()
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ToDictionary(member => member.Name, member => member.Value));
}
