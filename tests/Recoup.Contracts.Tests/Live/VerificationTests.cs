using System.Text.Json.Nodes;
using Recoup.Catalogs;
using Recoup.Contracts.Live;
using Recoup.Emulator;

namespace Recoup.Contracts.Tests.Live;

public sealed class VerificationTests
{
    public static TheoryData<string, bool> SeenRowsOnBothHosts =>
        new(Verification.Seen.SelectMany(row => new[] { (row, true), (row, false) }));

    [Theory]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Documented, true)]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Documented, false)]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Deployed, true)]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Deployed, false)]
    public async Task A_server_with_the_expected_behavior_is_clean(ApiBehavior behavior, ApiExpectation expect, bool onPort)
    {
        await using var emulator = Emulators.Start(behavior);

        var run = await Verification.RunAsync(emulator, onPort, expect);

        run.Outcome.ShouldBe(VerificationOutcome.Clean, run.Text);
        run.Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Documented, true)]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Documented, false)]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Deployed, true)]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Deployed, false)]
    public async Task A_server_with_the_other_behavior_shows_exactly_the_observable_divergences(
        ApiBehavior behavior, ApiExpectation expect, bool onPort)
    {
        await using var emulator = Emulators.Start(behavior);

        var run = await Verification.RunAsync(emulator, onPort, expect);

        run.Outcome.ShouldBe(VerificationOutcome.Drift, run.Text);
        run.Rows.ShouldBe(Verification.Seen, ignoreOrder: true);
        emulator.Journal.Executions().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SeenRowsOnBothHosts))]
    public async Task A_single_divergence_is_reported_alone(string row, bool onPort)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: [row]);

        var run = await Verification.RunAsync(emulator, onPort, ApiExpectation.Documented);

        run.Outcome.ShouldBe(VerificationOutcome.Drift, run.Text);
        run.Rows.ShouldBe([row]);
    }

    [Theory]
    [MemberData(nameof(SeenRowsOnBothHosts))]
    public async Task A_single_fixed_divergence_is_reported_alone(string row, bool onPort)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed, without: [row]);

        var run = await Verification.RunAsync(emulator, onPort, ApiExpectation.Deployed);

        run.Outcome.ShouldBe(VerificationOutcome.Drift, run.Text);
        run.Rows.ShouldBe([row]);
    }

    [Theory]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Deployed, false)]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Documented, false)]
    [InlineData(ApiBehavior.Deployed, ApiExpectation.Documented, true)]
    [InlineData(ApiBehavior.Documented, ApiExpectation.Deployed, true)]
    public async Task A_key_that_the_deployed_server_does_not_read_as_a_bearer_token_shows_D2(
        ApiBehavior behavior, ApiExpectation expect, bool isFound)
    {
        const string Key = "key-for-tests";
        await using var emulator = RecoupEmulator.Start(
            RecoupCatalog.Load(Emulators.Catalog), new RecoupEmulatorOptions { Behavior = behavior, ApiKey = Key });

        var run = await Verification.RunInProcessAsync(emulator, expect, key: Key);

        run.Outcome.ShouldBe(isFound ? VerificationOutcome.Drift : VerificationOutcome.Clean, run.Text);
        run.Report!.Findings.Any(finding => finding.Pointer == "/D2").ShouldBe(isFound, run.Text);
    }

    [Fact]
    public async Task A_key_that_is_refused_as_a_bearer_token_is_a_finding()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);
        using var handler = new RefusedTokens(Emulators.CreateHandler(emulator, _ => { }));
        using var api = new LiveApi(new LiveApiOptions
        {
            Address = new Uri("http://localhost/"),
            ApiKey = RecoupEmulator.DefaultApiKey,
            Handler = handler,
        });

        var report = await ContractVerification.VerifyAsync(api, new VerifyOptions(), TestContext.Current.CancellationToken);

        var text = Verification.TextOf(report);
        report.Findings.ShouldHaveSingleItem(text).Rule.Id.ShouldBe("live-unknown");
        text.ShouldContain("P5 (the key in either header): expected the same actions as for the key in x-api-key");
        text.ShouldContain("returned 401");
        text.ShouldNotContain(RecoupEmulator.DefaultApiKey);
    }

    /// <summary>A server that accepts the key in one header only.</summary>
    private sealed class RefusedTokens(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.Authorization is { Scheme: "Bearer", Parameter: RecoupEmulator.DefaultApiKey }
                && !request.Headers.Contains("x-api-key"))
                request.Headers.Authorization = new("Bearer", "recoup_sk_unknown");
            return base.SendAsync(request, cancellationToken);
        }
    }

    [Fact]
    public async Task Connections_of_a_shared_account_show_D11()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D11"]);
        emulator.SetSharedConnection("linkedin");

        (await Verification.RunInProcessAsync(emulator, ApiExpectation.Documented)).Rows.ShouldBe(["D11"]);
    }

    [Fact]
    public async Task Expired_connections_show_D19()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D19"]);
        emulator.SetConnection("linkedin", ConnectionState.Expired);

        (await Verification.RunAsync(emulator, onPort: false, ApiExpectation.Documented)).Rows.ShouldBe(["D19"]);
    }

    [Fact]
    public async Task Approximated_schemas_show_D12_if_the_stored_catalog_has_the_full_ones()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented, with: ["D12"], catalog: Emulators.SourceCatalog);
        var run = await Verification.RunInProcessAsync(emulator, ApiExpectation.Documented, catalog: Emulators.SourceCatalog);
        run.Rows.ShouldBe(["D12"]);

        await using var whole = Emulators.Start(ApiBehavior.Deployed, without: ["D12"], catalog: Emulators.SourceCatalog);
        (await Verification.RunInProcessAsync(whole, catalog: Emulators.SourceCatalog)).Rows.ShouldBe(["D12"]);
    }

    [Fact]
    public async Task A_renamed_parameter_is_found_in_an_approximated_schema()
    {
        var stored = await File.ReadAllTextAsync(Emulators.SourceCatalog, TestContext.Current.CancellationToken);
        stored.ShouldContain("\"channel\"");
        await using var emulator = RecoupEmulator.Start(
            RecoupCatalog.Parse(stored.Replace("\"channel\"", "\"channel_id\"", StringComparison.Ordinal)),
            new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });

        var run = await Verification.RunInProcessAsync(emulator, catalog: Emulators.SourceCatalog);

        run.Outcome.ShouldBe(VerificationOutcome.Drift, run.Text);
        run.Text.ShouldContain("'channel' was renamed to 'channel_id'");
        run.Text.ShouldContain("only their parameter names were compared");
    }

    [Fact]
    public async Task Results_that_only_the_stored_catalog_describes_are_not_compared()
    {
        using var folder = new TempFolder();
        var stored = folder["recoup.catalog.json"];
        var catalog = JsonNode.Parse(await File.ReadAllTextAsync(Emulators.Catalog, TestContext.Current.CancellationToken))!;
        catalog["actions"]![0]!["outputParameters"] = JsonNode.Parse("""{"type":"object","properties":{"title":{"type":"string"}}}""");
        await File.WriteAllTextAsync(stored, catalog.ToJsonString(), TestContext.Current.CancellationToken);
        await using var emulator = Emulators.Start();

        var run = await Verification.RunInProcessAsync(emulator, catalog: stored);

        run.Outcome.ShouldBe(VerificationOutcome.Clean, run.Text);
        run.Report!.Findings.ShouldBeEmpty();
        run.Text.ShouldContain("the stored catalog describes the results of 1 actions");
        run.Text.ShouldContain("1 of 5 stored actions were not compared");
    }

    [Fact]
    public void Every_known_divergence_has_a_probe_or_a_reason_why_it_has_none()
    {
        var rows = KnownDivergences.All;

        rows.Select(row => row.Id).ShouldBe(Divergences.All.Select(row => row.Id));
        rows.ShouldAllBe(row => row.Probes.Count > 0 == (row.WhyNotObservable == null));
        rows.SelectMany(row => row.Probes)
            .Distinct()
            .ShouldBeSubsetOf(Enumerable.Range(1, 20).Select(number => FormattableString.Invariant($"P{number}")));
        rows.Where(row => row is { WhyNotObservable: null, ShowsWhen: null, Requires: ProbeRequirement.None })
            .Select(row => row.Id)
            .ShouldBeSubsetOf(Verification.Seen);
        Divergences.All.Where(row => row.WhyNotObservable is not null)
            .ShouldAllBe(row => rows.Single(known => known.Id == row.Id).WhyNotObservable != null);
    }

    [Fact]
    public async Task The_report_names_divergences_that_cannot_be_observed()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        var run = await Verification.RunInProcessAsync(emulator);

        foreach (var row in KnownDivergences.All.Where(row => row.WhyNotObservable is not null))
            run.Text.ShouldMatch($@"note: .*\b{row.Id}\b.*: {System.Text.RegularExpressions.Regex.Escape(row.WhyNotObservable!)}");
    }
}
