using System.Net;
using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Deployed;

/// <summary>
/// Tests each divergence that a request can show, in both directions: as the only one over the contract, and as the only missing one in
/// the deployed behavior. The name of a test begins with the id of its divergence.
/// </summary>
public sealed class DivergenceTests
{
    private const string Stranger = "11111111-1111-4111-8111-111111111111";

    [Theory, Switched]
    public async Task D1_error_envelopes(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D1, isOn);

        var answer = await mounted.Client.ExecuteAsync("NO_SUCH_ACTION", "{}");

        if (isOn)
            answer.ShouldBe(404, """{"error":"Connector action not found: NO_SUCH_ACTION"}""");
        else
            answer.DocumentedError(404);
    }

    [Theory, Switched]
    public async Task D2_both_credentials(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D2, isOn);

        var answer = await mounted.Client.SendAsync(
            HttpMethod.Get, Requests.Actions, null, ("Authorization", "Bearer " + mounted.Emulator.DefaultAccount.AccessToken));

        ((int)answer.Status).ShouldBe(isOn ? 401 : 200);
    }

    [Theory, Switched]
    public async Task D3_not_connected(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D3, isOn);

        ((int)(await mounted.Client.ExecuteAsync(Post, ValidPost)).Status).ShouldBe(isOn ? 404 : 409);
        mounted.Emulator.SetConnection("linkedin", ConnectionState.Revoked);
        ((int)(await mounted.Client.ExecuteAsync(Post, ValidPost)).Status).ShouldBe(isOn ? 500 : 409);
    }

    [Theory, Switched]
    public async Task D4_upstream_failure(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D4, isOn);
        mounted.Emulator.On(Update).FailsUpstream("quota exceeded");

        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(isOn ? 500 : 502);
    }

    [Theory, Switched]
    public async Task D5_parameters_are_not_checked(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D5, isOn);

        ((int)(await mounted.Client.ExecuteAsync(Update, """{"extra":1}""")).Status).ShouldBe(isOn ? 200 : 400);

        mounted.Emulator.Journal.Single(Update).Violations.ShouldNotBeEmpty();
    }

    [Theory, Switched]
    public async Task D6_outage_hides_actions(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D6, isOn);
        mounted.Emulator.IsUpstreamDown = true;

        var status = (int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status;

        if (isOn)
            status.ShouldBe(404);
        else
            status.ShouldBeOneOf(500, 502);
    }

    [Theory, Switched]
    public async Task D7_internal_errors(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D7, isOn);

        ((int)(await mounted.Client.PostAsync(Requests.Actions, "{")).Status).ShouldBe(isOn ? 500 : 400);
        ((int)(await mounted.Client.PostAsync(Requests.Files, "{")).Status).ShouldBe(400);
        mounted.Emulator.IsUpstreamDown = true;
        ((int)(await mounted.Client.GetAnswerAsync(Requests.Connectors)).Status).ShouldBe(isOn ? 500 : 200);
    }

    [Theory, Switched]
    public async Task D8_only_executable_actions_are_listed(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D8, isOn);
        mounted.Emulator.Disconnect("composio");

        (await ListedAsync(mounted))
            .Select(action => action.GetProperty("slug").GetString())
            .ShouldBe(isOn ? [Update, Issue, Meta] : [Update, Issue, Post, Meta]);
        (await ListedAsync(mounted)).All(action => action.GetProperty("isConnected").GetBoolean()).ShouldBe(isOn);
    }

    [Theory, Switched]
    public async Task D9_name_is_the_slug(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D9, isOn);

        (await ListedAsync(mounted))[0].GetProperty("name").GetString().ShouldBe(isOn ? Update : "Batch update");
    }

    [Theory, Switched]
    public async Task D10_connector_is_the_prefix(Host host, bool isOn)
    {
        const string Odd =
            """{"success":true,"actions":[{"slug":"ONE_DRIVE_GET","name":"","description":"","parameters":{"""
                + """},"connectorSlug":"one_drive","isConnected":true}]}""";
        await using var mounted = await StartAsync(host, Divergences.D10, isOn, Odd);

        (await ListedAsync(mounted))[0].GetProperty("connectorSlug").GetString().ShouldBe(isOn ? "one" : "one_drive");
    }

    [Theory, Switched]
    public async Task D11_shared_connections(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D11, isOn);
        mounted.Emulator.Disconnect("googlesheets");
        mounted.Emulator.SetSharedConnection("googlesheets");

        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status == 200).ShouldBe(isOn);
        (await mounted.Client.GetAnswerAsync(Requests.Connectors)).Json.GetProperty("connectors")[0]
            .GetProperty("isConnected")
            .GetBoolean()
            .ShouldBeFalse();
    }

    [Theory, Switched]
    public async Task D12_schemas_are_approximations(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D12, isOn);

        (await ListedAsync(mounted))[1].GetProperty("parameters").TryGetProperty("additionalProperties", out _).ShouldBe(isOn);
    }

    [Theory, Switched]
    public async Task D13_result_is_an_envelope(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D13, isOn);
        mounted.Emulator.On(Update).Returns(new { updatedCells = 4 });

        (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Json.GetProperty("result").GetRawText()
            .ShouldBe(isOn ? """{"data":{"updatedCells":4},"error":null,"successful":true}""" : """{"updatedCells":4}""");
    }

    [Theory, Switched]
    public async Task D14_result_is_missing(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D14, isOn);
        mounted.Emulator.On(Update).ReturnsNothing();

        if (isOn)
            (await mounted.Client.ExecuteAsync(Update, ValidUpdate))
                .ShouldBe(200, """{"success":true,"executedAt":"2026-01-01T00:00:00.000Z"}""");
        else if (host == Host.Port)
            (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status.ShouldBe(HttpStatusCode.NotImplemented);
        else
            (await Should.ThrowAsync<RecoupEmulatorException>(() =>
                mounted.Client.ExecuteAsync(Update, ValidUpdate))).Message.ShouldContain("D14");
    }

    [Theory, Switched]
    public async Task D15_executed_at_is_always_there(Host host, bool isOn)
    {
        var options = Switch(Divergences.D15, isOn, omitOptionalMembers: true);
        await using var mounted = await MountedEmulator.StartAsync(host, options);

        (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Json.TryGetProperty("executedAt", out _).ShouldBe(isOn);
    }

    [Theory, Switched]
    public async Task D16_outage_empties_the_list(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D16, isOn);

        mounted.Emulator.SetUpstreamDown(mounted.Emulator.DefaultAccount);
        (await ListedAsync(mounted)).Any(action => action.GetProperty("slug").GetString() != Meta).ShouldBe(!isOn);
        mounted.Emulator.IsUpstreamDown = true;
        (await ListedAsync(mounted)).Length.ShouldBe(isOn ? 0 : (await ListedAsync(mounted)).Length);
        ((await ListedAsync(mounted)).Length == 0).ShouldBe(isOn);
    }

    [Theory, Switched]
    public async Task D17_a_roster_gives_no_access_to_act(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D17, isOn);
        var artist = mounted.Emulator.AddAccount();
        mounted.Emulator.Connect("googlesheets", artist);
        mounted.Emulator.AllowAccess(mounted.Emulator.DefaultAccount, artist, AccountAccess.Roster);

        ((int)(await mounted.Client.GetAnswerAsync($"{Requests.Actions}?account_id={artist.Id}")).Status).ShouldBe(200);
        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate, artist.Id)).Status).ShouldBe(isOn ? 403 : 200);
    }

    [Theory, Switched]
    public async Task D18_strict_uuids(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D18, isOn);

        ((int)(await mounted.Client.GetAnswerAsync(Requests.Actions + "?account_id=11111111-1111-9111-c111-111111111111")).Status)
            .ShouldBe(isOn ? 400 : 403);
        ((int)(await mounted.Client.GetAnswerAsync($"{Requests.Actions}?account_id={Stranger}")).Status).ShouldBe(403);
        var own = mounted.Emulator.DefaultAccount.Id.ToString().ToUpperInvariant();
        ((int)(await mounted.Client.GetAnswerAsync($"{Requests.Actions}?account_id={own}")).Status).ShouldBe(isOn ? 403 : 200);
    }

    [Theory, Switched]
    public async Task D19_expired_connections_have_an_id(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D19, isOn);
        mounted.Emulator.SetConnection("googlesheets", ConnectionState.Expired);

        var connector = (await mounted.Client.GetAnswerAsync(Requests.Connectors)).Json.GetProperty("connectors")[0];

        connector.GetProperty("isConnected").GetBoolean().ShouldBeFalse();
        connector.TryGetProperty("connectedAccountId", out _).ShouldBe(isOn);
    }

    [Theory, Switched]
    public async Task D20_any_file_of_any_scheme(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D20, isOn);
        mounted.Emulator.OnFile("https://cdn.example/gone.png").IsUnreachable();

        ((int)(await StageAsync("https://cdn.example/a.mp4")).Status).ShouldBe(isOn ? 200 : 400);
        ((int)(await StageAsync("https://cdn.example/gone.png")).Status).ShouldBe(isOn ? 502 : 400);
        ((int)(await StageAsync("ftp://cdn.example/a.png")).Status).ShouldBe(isOn ? 502 : 400);
        ((int)(await StageAsync("//cdn.example/a.png")).Status).ShouldBe(400);

        Task<Answer> StageAsync(string url) => mounted.Client.PostAsync(Requests.Files, $$"""{"url":"{{url}}","toolSlug":"A"}""");
    }

    // It shows only if parameters are checked.
    [Theory, Switched]
    public async Task D21_a_descriptor_for_a_string(Host host, bool isOn)
    {
        var options = new RecoupEmulatorOptions
        {
            Behavior = isOn ? ApiBehavior.Deployed : ApiBehavior.Documented,
            Without = { Divergences.D5 },
        };
        await using var mounted = await MountedEmulator.StartAsync(host, options);
        mounted.Emulator.Connect("linkedin");
        var file = mounted.Emulator.StageFile("cover.png", "image/png");

        var answer = await mounted.Client.ExecuteAsync(
            Post, $$$"""{"commentary":"x","cover":{"name":"cover.png","mimetype":"image/png","s3key":"{{{file.S3Key}}}"}}""");

        ((int)answer.Status).ShouldBe(isOn ? 200 : 400);
    }

    [Theory, Switched]
    public async Task D22_unknown_connector(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D22, isOn);

        ((int)(await mounted.Client.PostAsync(Requests.Connectors, """{"connector":"myspace"}""")).Status).ShouldBe(isOn ? 500 : 400);
    }

    [Theory, Switched]
    public async Task D23_foreign_connection(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D23, isOn);
        var own = mounted.Emulator.DefaultAccount.Id;

        ((int)(await mounted.Client.DeleteAsync(Requests.Connectors, """{"connected_account_id":"ca_x"}""")).Status).ShouldBe(403);
        ((int)(await mounted.Client.DeleteAsync(
            Requests.Connectors, $$"""{"connected_account_id":"ca_x","account_id":"{{own}}"}""")).Status)
            .ShouldBe(isOn ? 500 : 403);
    }

    [Theory, Switched]
    public async Task D24_eight_connectors_are_offered(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D24, isOn);

        var listed = (await mounted.Client.GetAnswerAsync(Requests.Connectors)).Json.GetProperty("connectors").EnumerateArray()
            .Select(connector => connector.GetProperty("slug").GetString()).ToList();

        var offered = PlatformConnectors.Slugs;
        listed.ShouldBeUnique();
        if (isOn)
            offered.ShouldBeSubsetOf(listed);
        else
            listed.ShouldNotContain("tiktok");
        foreach (var connector in offered.Where(connector => isOn || listed.Contains(connector)))
        {
            ((int)(await mounted.Client.PostAsync(Requests.Connectors, $$"""{"connector":"{{connector}}"}""")).Status).ShouldBe(200);
            mounted.Emulator.SetConnection(connector, ConnectionState.Active);
        }

        if (!isOn)
            Should.Throw<RecoupEmulatorException>(() => mounted.Emulator.Connect("tiktok"));
    }

    [Theory, Switched]
    public async Task D25_content_type_is_ignored(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D25, isOn);

        var body = $$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}""";

        ((int)(await mounted.Client.PostAsync(Requests.Actions, body, "text/plain")).Status).ShouldBe(isOn ? 200 : 400);
        ((int)(await mounted.Client.PostAsync(Requests.Actions, body, null)).Status).ShouldBe(isOn ? 200 : 400);
    }

    [Theory, Switched]
    public async Task D26_platform_responses(Host host, bool isOn)
    {
        await using var mounted = await StartAsync(host, Divergences.D26, isOn);

        if (isOn)
        {
            ((int)(await mounted.Client.SendAsync(HttpMethod.Put, Requests.Actions)).Status).ShouldBe(405);
            var redirect = await mounted.Client.GetAnswerAsync(Requests.Actions + "/?account_id=x");
            ((int)redirect.Status, redirect.Headers["Location"]).ShouldBe((308, Requests.Actions + "?account_id=x"));
            var unknown = await mounted.Client.GetAnswerAsync("/api/nothing");
            ((int)unknown.Status, unknown.ContentType).ShouldBe((404, "text/html; charset=utf-8"));
            var options = await mounted.Client.SendAsync(HttpMethod.Options, Requests.Files);
            ((int)options.Status, options.Headers["Access-Control-Allow-Origin"], options.Body).ShouldBe((200, "*", ""));
            ((int)(await mounted.Client.SendAsync(HttpMethod.Head, Requests.Actions)).Status).ShouldBe(200);
            ((int)(await mounted.Client.PostAsync(Requests.Actions, new byte[5_000_000])).Status).ShouldBe(413);
            (await mounted.Client.GetAnswerAsync(Requests.Actions)).Headers["Access-Control-Expose-Headers"].ShouldContain(
                "x-workflow-run-id");
        }
        else
        {
            await ShouldComplainAsync(HttpMethod.Put, Requests.Actions);
            await ShouldComplainAsync(HttpMethod.Get, Requests.Actions + "/");
            await ShouldComplainAsync(HttpMethod.Get, "/api/nothing");
            await ShouldComplainAsync(HttpMethod.Options, Requests.Files);
            ((int)(await mounted.Client.PostAsync(Requests.Actions, new byte[5_000_000])).Status).ShouldBe(400);
            (await mounted.Client.GetAnswerAsync(Requests.Actions)).Headers.Keys.ShouldNotContain("Access-Control-Allow-Origin");
        }

        async Task ShouldComplainAsync(HttpMethod method, string path)
        {
            if (host == Host.Port)
                (await mounted.Client.SendAsync(method, path)).Status.ShouldBe(HttpStatusCode.NotImplemented);
            else
                (await Should.ThrowAsync<RecoupEmulatorException>(() =>
                    mounted.Client.SendAsync(method, path))).Message.ShouldContain(method.Method);
        }
    }

    [Fact]
    public void Each_divergence_has_a_test_or_the_reason_why_it_is_not_observable()
    {
        var tested = typeof(DivergenceTests)
            .GetMethods()
            .Select(method => method.Name.Split('_')[0])
            .Where(name => name.StartsWith('D'))
            .ToHashSet();

        Divergences.All.Where(divergence => divergence.WhyNotObservable is null)
            .Select(divergence => divergence.Id)
            .ShouldBe(tested, ignoreOrder: true);
        Divergences.All.Select(divergence => divergence.Id).ShouldBe(Enumerable.Range(1, 28).Select(number => $"D{number}"));
        Divergences.All.Where(divergence => divergence.WhyNotObservable is not null)
            .ShouldAllBe(divergence => divergence.WhyNotObservable!.Length > 20);
    }

    [Fact]
    public void Get_finds_a_divergence_by_its_id() => Divergences.Get("d3").ShouldBeSameAs(Divergences.D3);

    // On: the contract with this divergence. Off: the deployed behavior without it.
    private static RecoupEmulatorOptions Switch(Divergence divergence, bool isOn, bool omitOptionalMembers = false) => isOn
        ? new() { Behavior = ApiBehavior.Documented, With = { divergence }, OmitOptionalMembers = omitOptionalMembers }
        : new() { Behavior = ApiBehavior.Deployed, Without = { divergence }, OmitOptionalMembers = omitOptionalMembers };

    private static Task<MountedEmulator> StartAsync(Host host, Divergence divergence, bool isOn, string? catalog = null) =>
        MountedEmulator.StartAsync(host, Switch(divergence, isOn), catalog is null ? null : Recoup.Catalogs.RecoupCatalog.Parse(catalog));

    private static async Task<JsonElement[]> ListedAsync(MountedEmulator mounted) =>
        [.. (await mounted.Client.GetAnswerAsync(Requests.Actions)).Json.GetProperty("actions").EnumerateArray()];
}
