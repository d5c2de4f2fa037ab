using System.Text.Json.Nodes;
using Recoup.Contracts.Deployed;
using Recoup.Emulator;

namespace Recoup.Cli.Tests;

public sealed class VerifyTests
{
    public static TheoryData<string, bool> SeenRowsOnBothHosts => new(Verified.Seen.SelectMany(row => new[] { (row, true), (row, false) }));

    [Theory]
    [InlineData(ApiBehavior.Documented, "documented", true)]
    [InlineData(ApiBehavior.Documented, "documented", false)]
    [InlineData(ApiBehavior.Deployed, "deployed", true)]
    [InlineData(ApiBehavior.Deployed, "deployed", false)]
    public async Task A_server_that_does_what_is_expected_is_clean(ApiBehavior behavior, string expect, bool onPort)
    {
        await using var emulator = Emulators.Start(behavior);

        var run = await Verified.RunAsync(emulator, onPort, "--expect", expect);

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        Verified.Rows(run).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ApiBehavior.Deployed, "documented", true)]
    [InlineData(ApiBehavior.Deployed, "documented", false)]
    [InlineData(ApiBehavior.Documented, "deployed", true)]
    [InlineData(ApiBehavior.Documented, "deployed", false)]
    public async Task Of_a_server_that_does_the_other_thing_exactly_the_observable_rows_are_reported(ApiBehavior behavior, string expect, bool onPort)
    {
        await using var emulator = Emulators.Start(behavior);

        var run = await Verified.RunAsync(emulator, onPort, "--expect", expect);

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        Verified.Rows(run).ShouldBe(Verified.Seen, ignoreOrder: true);
        emulator.Journal.Executions().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SeenRowsOnBothHosts))]
    public async Task A_row_that_is_switched_on_alone_is_the_one_that_is_named(string row, bool onPort)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: [row]);

        var run = await Verified.RunAsync(emulator, onPort, "--expect", "documented");

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        Verified.Rows(run).ShouldBe([row]);
    }

    [Theory]
    [MemberData(nameof(SeenRowsOnBothHosts))]
    public async Task A_row_that_has_healed_alone_is_the_one_that_is_named(string row, bool onPort)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed, without: [row]);

        var run = await Verified.RunAsync(emulator, onPort, "--expect", "deployed");

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        Verified.Rows(run).ShouldBe([row]);
    }

    [Fact]
    public async Task Connections_of_a_shared_account_show_their_row()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D11"]);
        emulator.SetSharedConnection("linkedin");

        Verified.Rows(await Emulators.VerifyInProcessAsync(emulator, "--format", "json", "--expect", "documented")).ShouldBe(["D11"]);
    }

    [Fact]
    public async Task Expired_connections_show_their_row()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D19"]);
        emulator.SetConnection("linkedin", ConnectionState.Expired);

        Verified.Rows(await Verified.RunAsync(emulator, onPort: false, "--expect", "documented")).ShouldBe(["D19"]);
    }

    [Fact]
    public async Task Approximated_schemas_show_their_row_beside_a_catalog_that_has_them_whole()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D12"], catalog: Emulators.SourceCatalog);
        var run = await Emulators.VerifyInProcessAsync(emulator, "--format", "json", "--expect", "documented", "--catalog", Emulators.SourceCatalog);
        Verified.Rows(run).ShouldBe(["D12"]);

        await using var whole = Emulators.Start(ApiBehavior.Deployed, without: ["D12"], catalog: Emulators.SourceCatalog);
        Verified.Rows(await Emulators.VerifyInProcessAsync(whole, "--format", "json", "--catalog", Emulators.SourceCatalog)).ShouldBe(["D12"]);
    }

    [Theory]
    [InlineData("documented")]
    [InlineData("deployed")]
    public async Task An_outage_is_no_finding_but_a_question_left_open(string expect)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);
        emulator.IsUpstreamDown = true;

        var run = await Verified.RunAsync(emulator, onPort: false, "--expect", expect);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
    }

    [Fact]
    public async Task A_parameter_that_is_renamed_is_found_behind_an_approximation_too()
    {
        var stored = await File.ReadAllTextAsync(Emulators.SourceCatalog, TestContext.Current.CancellationToken);
        stored.ShouldContain("\"channel\"");
        await using var emulator = RecoupEmulator.Start(Catalogs.RecoupCatalog.Parse(stored.Replace("\"channel\"", "\"channel_id\"", StringComparison.Ordinal)), new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });

        var run = await Emulators.VerifyInProcessAsync(emulator, "--catalog", Emulators.SourceCatalog);

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        run.Out.ShouldContain("'channel' was removed");
        run.Out.ShouldContain("'channel_id' is new");
        run.Out.ShouldContain("only their parameter names were compared");
    }

    [Fact]
    public async Task Results_that_only_the_stored_catalog_describes_are_not_compared()
    {
        var folder = Directory.CreateTempSubdirectory("recoup-verify-").FullName;
        var stored = Path.Combine(folder, "recoup.catalog.json");
        var catalog = JsonNode.Parse(await File.ReadAllTextAsync(Emulators.Catalog, TestContext.Current.CancellationToken))!;
        catalog["actions"]![0]!["outputParameters"] = JsonNode.Parse("""{"type":"object","properties":{"title":{"type":"string"}}}""");
        await File.WriteAllTextAsync(stored, catalog.ToJsonString(), TestContext.Current.CancellationToken);
        await using var emulator = Emulators.Start();

        var run = await Emulators.VerifyInProcessAsync(emulator, "--catalog", stored, "--fail-on", "compatible");

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        run.Out.ShouldContain("the stored catalog describes the results of 1 actions");
        run.Out.ShouldContain("1 of 5 stored actions were not compared");
    }

    [Fact]
    public async Task A_catalog_that_has_lost_its_connectors_is_suspect()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);
        emulator.SetUpstreamDown(emulator.DefaultAccount);

        var run = await Emulators.VerifyInProcessAsync(emulator, "--catalog", Emulators.Catalog);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Out.ShouldContain("only the meta-actions");
    }

    [Fact]
    public async Task An_action_that_is_gone_is_found()
    {
        await using var emulator = RecoupEmulator.Start(
            Catalogs.RecoupCatalog.Load(Emulators.Catalog).Where(action => action.Slug != "GOOGLESHEETS_LOOKUP_ROW"), new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });

        var run = await Emulators.VerifyInProcessAsync(emulator, "--catalog", Emulators.Catalog);

        run.ExitCode.ShouldBe(ExitCode.Drift);
        run.Out.ShouldContain("GOOGLESHEETS_LOOKUP_ROW");
    }

    [Fact]
    public async Task The_report_is_for_people()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        var run = await Emulators.VerifyInProcessAsync(emulator, "--expect", "documented", "--spec", TestSpec, "--catalog", Emulators.Catalog);

        run.Out.Replace(TestSpec, "specs/social.json", StringComparison.Ordinal).ShouldMatchApproved(approved => approved.WithFileExtension(".txt"));
    }

    [Fact]
    public void Every_known_divergence_has_a_probe_or_a_reason_why_none_can_show_it()
    {
        var rows = KnownDivergences.All;

        rows.Select(row => row.Id).ShouldBe(Divergences.All.Select(row => row.Id));
        rows.ShouldAllBe(row => row.Probes.Count > 0 == (row.WhyNotObservable == null));
        rows.SelectMany(row => row.Probes).Distinct().ShouldBeSubsetOf(Enumerable.Range(1, 20).Select(number => FormattableString.Invariant($"P{number}")));
        rows.Where(row => row is { WhyNotObservable: null, ShowsWhen: null, Requires: ProbeRequirement.None }).Select(row => row.Id).ShouldBeSubsetOf(Verified.Seen);
        Divergences.All.Where(row => row.WhyNotObservable is not null).ShouldAllBe(row => rows.Single(known => known.Id == row.Id).WhyNotObservable != null);
    }

    [Fact]
    public async Task The_report_says_which_rows_cannot_be_observed()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        var run = await Emulators.VerifyInProcessAsync(emulator);

        foreach (var row in KnownDivergences.All.Where(row => row.WhyNotObservable is not null))
            run.Out.ShouldMatch($@"note: .*\b{row.Id}\b.*: {System.Text.RegularExpressions.Regex.Escape(row.WhyNotObservable!)}");
    }

    private static string TestSpec => Recoup.Tests.TestData.Spec;
}
