using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Operations;

public sealed class ExecuteActionTests
{
    [Theory, Everywhere]
    public async Task A_200_passes_the_result_through(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Update).Returns(new { updatedCells = 4 });

        var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        answer.ShouldBe(200, """{"success":true,"result":{"updatedCells":4},"executedAt":"2026-01-01T00:00:00.000Z"}""");
    }

    [Theory, Everywhere]
    public async Task A_400_names_the_parameter_that_violates_the_schema(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        var answer = await mounted.Client.ExecuteAsync(Update, """{"spreadsheet_id":"1AbC","sheet_name":"Streams","values":[["a",{}]]}""");

        answer.DocumentedError(400).ShouldContain("/values/0/1");
        mounted.Emulator.Journal.Single(Update).Executed.ShouldBeFalse();
    }

    [Theory, Everywhere]
    public async Task A_401_is_for_a_missing_credential(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        using var client = mounted.CreateClient();

        var answer = await client.ExecuteAsync(Update, ValidUpdate);

        answer.DocumentedError(401).ShouldContain("x-api-key");
    }

    [Theory, Everywhere]
    public async Task A_403_is_for_an_account_without_access(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        var stranger = mounted.Emulator.AddAccount();

        var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate, stranger.Id);

        answer.DocumentedError(403).ShouldContain(stranger.Id.ToString());
    }

    [Theory, Everywhere]
    public async Task A_404_is_for_an_unknown_slug(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        var answer = await mounted.Client.ExecuteAsync("GOOGLESHEETS_NO_SUCH_ACTION", "{}");

        answer.DocumentedError(404).ShouldContain("GOOGLESHEETS_NO_SUCH_ACTION");
    }

    [Theory, Everywhere]
    public async Task A_409_is_for_a_connector_that_is_not_connected_and_connecting_fixes_it(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        (await mounted.Client.ExecuteAsync(Post, ValidPost)).DocumentedError(409).ShouldContain("linkedin");
        mounted.Emulator.Connect("linkedin");

        ((int)(await mounted.Client.ExecuteAsync(Post, ValidPost)).Status).ShouldBe(200);
    }

    [Theory, Everywhere]
    public async Task A_502_is_for_an_upstream_failure(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Update).FailsUpstream("quota exceeded");

        var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        answer.DocumentedError(502).ShouldContain("quota exceeded");
    }

    [Theory]
    [InlineData("unknown key, no body", "bogus", "", 401)]
    [InlineData("no slug, bad account", null, """{"parameters":{},"account_id":"x"}""", 400)]
    [InlineData(
        "strange account, unknown slug",
        null,
        """{"actionSlug":"NO","parameters":{},"account_id":"11111111-1111-4111-8111-111111111111"}""",
        403)]
    [InlineData("unknown slug, odd parameters", null, """{"actionSlug":"NO","parameters":{"a":1}}""", 404)]
    [InlineData("not connected, invalid parameters", null, """{"actionSlug":"LINKEDIN_CREATE_POST","parameters":{}}""", 409)]
    [InlineData("invalid parameters, failing upstream", null, """{"actionSlug":"GOOGLESHEETS_BATCH_UPDATE","parameters":{}}""", 400)]
    public async Task Checks_come_in_the_documented_order(string what, string? key, string body, int status)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        mounted.Emulator.On(Update).FailsUpstream();
        using var client = mounted.CreateClient();

        var answer = await client.SendAsync(
            HttpMethod.Post, Requests.Actions, Requests.Content(System.Text.Encoding.UTF8.GetBytes(body), "application/json"),
            ("x-api-key", key ?? mounted.Emulator.DefaultAccount.ApiKey));

        answer.DocumentedError(status).ShouldNotBeEmpty(what);
    }

    [Theory]
    [InlineData("""{}""", "/actionSlug: required")]
    [InlineData("""{"actionSlug":null,"parameters":{}}""", "/actionSlug: expected a string, got null")]
    [InlineData("""{"actionSlug":7,"parameters":{}}""", "/actionSlug: expected a string, got a number")]
    [InlineData("""{"actionSlug":"","parameters":{}}""", "/actionSlug: must not be empty")]
    [InlineData("""{"actionSlug":"A"}""", "/parameters: required")]
    [InlineData("""{"actionSlug":"A","parameters":[]}""", "/parameters: expected an object, got an array")]
    [InlineData("""{"actionSlug":"A","parameters":{},"account_id":null}""", "/account_id: expected a string, got null")]
    [InlineData("""{"actionSlug":"A","parameters":{},"account_id":""}""", "/account_id: expected a UUID")]
    [InlineData(
        """{"actionSlug":"A","parameters":{},"account_id":"{11111111-1111-4111-8111-111111111111}"}""", "/account_id: expected a UUID")]
    [InlineData("""[]""", "expected an object, got an array")]
    [InlineData("""null""", "expected an object, got null")]
    public async Task A_body_of_the_wrong_shape_is_a_400_that_says_where(string body, string message)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        (await mounted.Client.PostAsync(Requests.Actions, body)).DocumentedError(400).ShouldContain(message);
    }

    [Theory, Everywhere]
    public async Task An_unscripted_call_echoes_slug_and_parameters(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        answer.Json.GetProperty("result").GetRawText().ShouldBe($$"""{"slug":"{{Update}}","parameters":{{ValidUpdate}}}""");
    }

    [Fact]
    public async Task Another_account_acts_with_its_own_connections()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        var artist = mounted.Emulator.AddAccount();
        mounted.Emulator.AllowAccess(mounted.Emulator.DefaultAccount, artist);

        (await mounted.Client.ExecuteAsync(Update, ValidUpdate, artist.Id)).DocumentedError(409);
        mounted.Emulator.Connect("googlesheets", artist);
        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate, artist.Id)).Status).ShouldBe(200);

        mounted.Emulator.Journal.Executions(Update).ShouldHaveSingleItem().Account.ShouldBe(artist);
        mounted.Emulator.Journal.Of(artist).Count.ShouldBe(2);
    }
}
