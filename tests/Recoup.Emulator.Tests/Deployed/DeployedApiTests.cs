using System.Text.Json;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Deployed;

/// <summary>Tests the exact texts of the deployed server's own responses.</summary>
public sealed class DeployedApiTests
{
    private const string E1 = """{"status":"error","error":"Exactly one of x-api-key or Authorization must be provided"}""";
    private const string Unauthorized = """{"status":"error","message":"Unauthorized"}""";
    private const string BearerRequired = """{"status":"error","message":"Authorization header with Bearer token required"}""";
    private const string BadToken = """{"status":"error","message":"Failed to verify authentication token"}""";

    [Theory]
    [InlineData(null, null, E1)]
    [InlineData("  ", "", E1)]
    [InlineData("KEY", "Bearer TOKEN", E1)]
    [InlineData("KEY", "Bearer KEY", E1)]
    [InlineData("recoup_sk_bogus", null, Unauthorized)]
    [InlineData(null, "Basic abc", BearerRequired)]
    [InlineData(null, "TOKEN", BearerRequired)]
    [InlineData(null, "Bearer", BearerRequired)]
    [InlineData(null, "BEARER TOKEN", BearerRequired)]
    [InlineData(null, "Bearer  TOKEN", BadToken)]
    [InlineData(null, "Bearer nonsense", BadToken)]
    [InlineData(null, "Bearer recoup_sk_bogus", Unauthorized)]
    [InlineData("KEY", null, null)]
    [InlineData("", "Bearer TOKEN", null)]
    [InlineData(null, "bearer TOKEN", null)]
    [InlineData(null, "Bearer KEY", null)]
    public async Task Credentials(string? apiKey, string? authorization, string? refusal)
    {
        // On a port, because HttpClient normalizes the header for a handler, but sends it unchanged over a socket.
        await using var mounted = await MountedEmulator.StartAsync(Host.Port, ApiBehavior.Deployed);
        var account = mounted.Emulator.DefaultAccount;
        using var client = mounted.CreateClient();
        var headers = new[] { ("x-api-key", apiKey), ("Authorization", authorization) }
            .Where(header => header.Item2 is not null)
            .Select(header => (header.Item1, header.Item2!.Replace("KEY", account.ApiKey).Replace("TOKEN", account.AccessToken)));

        var answer = await client.SendAsync(HttpMethod.Get, Requests.Connectors, null, [.. headers]);

        if (refusal is null)
            ((int)answer.Status).ShouldBe(200, answer.Body);
        else
            answer.ShouldBe(401, refusal);
    }

    [Theory]
    [InlineData("""{"parameters":{}}""", 400, """{"status":"error","missing_fields":["actionSlug"],"error":"actionSlug is required"}""")]
    [InlineData(
        """{"actionSlug":null,"parameters":{}}""",
        400,
        """{"status":"error","missing_fields":["actionSlug"],"error":"actionSlug is required"}""")]
    [InlineData(
        """{"actionSlug":"","parameters":{}}""",
        400,
        """{"status":"error","missing_fields":["actionSlug"],"error":"actionSlug cannot be empty (e.g., 'GMAIL_FETCH_EMAILS', """
            + """'GOOGLESHEETS_WRITE_SPREADSHEET')"}""")]
    [InlineData("""{"actionSlug":"A"}""", 400, """{"status":"error","missing_fields":["parameters"],"error":"parameters is required"}""")]
    [InlineData(
        """{"actionSlug":"A","parameters":[]}""",
        400,
        """{"status":"error","missing_fields":["parameters"],"error":"parameters is required"}""")]
    [InlineData(
        """{"actionSlug":"A","parameters":{},"account_id":""}""",
        400,
        """{"status":"error","missing_fields":["account_id"],"error":"account_id must be a valid UUID"}""")]
    [InlineData(
        """{"actionSlug":"A","parameters":{},"account_id":null}""",
        400,
        """{"status":"error","missing_fields":["account_id"],"error":"Invalid input: expected string, received null"}""")]
    [InlineData(
        """{"actionSlug":"A","parameters":{},"account_id":7}""",
        400,
        """{"status":"error","missing_fields":["account_id"],"error":"Invalid input: expected string, received number"}""")]
    [InlineData("""[]""", 400, """{"status":"error","missing_fields":[],"error":"Invalid input: expected object, received array"}""")]
    [InlineData("""null""", 400, """{"status":"error","missing_fields":[],"error":"Invalid input: expected object, received null"}""")]
    [InlineData("""{"actionSlug":""", 500, """{"error":"Unexpected end of JSON input"}""")]
    [InlineData("", 500, """{"error":"Unexpected end of JSON input"}""")]
    [InlineData("""{"actionSlug":"a b","parameters":{}}""", 404, """{"error":"Connector action not found: a b"}""")]
    [InlineData(
        """{"actionSlug":"LINKEDIN_CREATE_POST","parameters":{}}""",
        404,
        """{"error":"Connector action not found: LINKEDIN_CREATE_POST"}""")]
    [InlineData(
        """{"actionSlug":"A","parameters":{},"account_id":"11111111-1111-4111-8111-111111111111"}""",
        403,
        """{"error":"Access denied to this account"}""")]
    public async Task Executing(string body, int status, string answer)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);

        (await mounted.Client.PostAsync(Requests.Actions, body)).ShouldBe(status, answer);
    }

    [Theory]
    [InlineData("", 400, """{"error":"account_id must be a valid UUID"}""")]
    [InlineData("not-a-uuid", 400, """{"error":"account_id must be a valid UUID"}""")]
    [InlineData("11111111-1111-4111-8111-111111111111", 403, """{"error":"Access denied to this account"}""")]
    public async Task Listing(string account, int status, string answer)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);

        (await mounted.Client.GetAnswerAsync($"{Requests.Actions}?account_id={account}")).ShouldBe(status, answer);
        (await mounted.Client.GetAnswerAsync($"{Requests.Connectors}?account_id={account}")).ShouldBe(status, answer);
    }

    [Theory]
    [InlineData("""{}""", 400, """{"status":"error","missing_fields":["connector"],"error":"connector is required"}""")]
    [InlineData(
        """{"connector":""}""",
        400,
        """{"status":"error","missing_fields":["connector"],"error":"connector cannot be empty (e.g., 'googlesheets', 'tiktok')"}""")]
    [InlineData(
        """{"connector":"linkedin","callback_url":"here"}""",
        400,
        """{"status":"error","missing_fields":["callback_url"],"error":"callback_url must be a valid URL"}""")]
    public async Task Authorizing(string body, int status, string answer)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);

        (await mounted.Client.PostAsync(Requests.Connectors, body)).ShouldBe(status, answer);
    }

    [Theory]
    [InlineData(
        """{}""", 400, """{"status":"error","missing_fields":["connected_account_id"],"error":"connected_account_id is required"}""")]
    [InlineData(
        """{"connected_account_id":""}""",
        400,
        """{"status":"error","missing_fields":["connected_account_id"],"error":"connected_account_id cannot be empty"}""")]
    [InlineData("""{"connected_account_id":"ca_x"}""", 403, """{"error":"Connected account not found or access denied"}""")]
    [InlineData("""{"connected_account_id":"ca_x","account_id":"OWN"}""", 500, """{"error":"Connection not found for this account"}""")]
    public async Task Disconnecting(string body, int status, string answer)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);

        (await mounted.Client.DeleteAsync(Requests.Connectors, body.Replace("OWN", mounted.Emulator.DefaultAccount.Id.ToString())))
            .ShouldBe(status, answer);
    }

    [Theory]
    [InlineData("{", 400, """{"status":"error","missing_fields":["url"],"error":"url is required"}""")]
    [InlineData("""{"url":7,"toolSlug":"A"}""", 400, """{"status":"error","missing_fields":["url"],"error":"url is required"}""")]
    [InlineData(
        """{"url":"no scheme","toolSlug":"A"}""",
        400,
        """{"status":"error","missing_fields":["url"],"error":"url must be a valid URL (a publicly reachable image link)"}""")]
    [InlineData(
        """{"url":"https://a.example/a.png"}""",
        400,
        """{"status":"error","missing_fields":["toolSlug"],"error":"toolSlug is required"}""")]
    [InlineData(
        """{"url":"https://a.example/a.png","toolSlug":""}""",
        400,
        """{"status":"error","missing_fields":["toolSlug"],"error":"toolSlug cannot be empty (e.g., 'LINKEDIN_CREATE_LINKED_IN_POST')"}""")]
    [InlineData("""{"url":"https://a.example/gone.png","toolSlug":"A"}""", 502, """{"error":"Failed to fetch file: Not Found"}""")]
    public async Task Staging(string body, int status, string answer)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);
        mounted.Emulator.OnFile("https://a.example/gone.png").IsUnreachable();

        (await mounted.Client.PostAsync(Requests.Files, body)).ShouldBe(status, answer);
    }

    [Theory]
    [InlineData("11111111-1111-1111-8111-111111111111", true)]
    [InlineData("AAAAAAAA-AAAA-4AAA-BAAA-AAAAAAAAAAAA", true)]
    [InlineData("00000000-0000-0000-0000-000000000000", true)]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff", true)]
    [InlineData("FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF", false)]
    [InlineData("11111111-1111-0111-8111-111111111111", false)]
    [InlineData("11111111-1111-9111-8111-111111111111", false)]
    [InlineData("11111111-1111-4111-c111-111111111111", false)]
    [InlineData("11111111111141118111111111111111", false)]
    [InlineData("{11111111-1111-4111-8111-111111111111}", false)]
    [InlineData("urn:uuid:11111111-1111-4111-8111-111111111111", false)]
    [InlineData(" 11111111-1111-4111-8111-111111111111", false)]
    public async Task Account_ids(string id, bool isValid)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);

        var answer = await mounted.Client.GetAnswerAsync($"{Requests.Actions}?account_id={Uri.EscapeDataString(id)}");

        ((int)answer.Status).ShouldBe(isValid ? 403 : 400);
    }

    [Fact]
    public async Task A_withdrawn_consent_gives_a_500_although_the_connector_looks_connected()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);
        mounted.Emulator.SetConnection("googlesheets", ConnectionState.Revoked);

        (await mounted.Client.GetAnswerAsync(Requests.Connectors)).Json.GetProperty("connectors")[0]
            .GetProperty("isConnected")
            .GetBoolean()
            .ShouldBeTrue();
        var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        ((int)answer.Status).ShouldBe(500);
        answer.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["error"]);
    }

    [Fact]
    public async Task A_descriptor_that_was_never_staged_is_passed_on()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);
        mounted.Emulator.Connect("linkedin");

        ((int)(await mounted.Client.ExecuteAsync(
            Post, """{"commentary":"x","images":[{"name":"a","mimetype":"image/png","s3key":"made/up"}]}""")).Status).ShouldBe(200);
    }

    [Theory]
    [InlineData("/api//connectors", "/api/connectors")]
    [InlineData("/api/connectors//", "/api/connectors/")]
    [InlineData("/api///connectors/actions/?a=1", "/api/connectors/actions/?a=1")]
    [InlineData("/api/connectors/?a=%C3%A4&b", "/api/connectors?a=%C3%A4&b")]
    [InlineData("/nothing/", "/nothing")]
    [InlineData("/a//b", "/a/b")]
    [InlineData("/api/connectors///actions", "/api/connectors/actions")]
    [InlineData("/api/connectors/actions//", "/api/connectors/actions/")]
    [InlineData("/api/connectors/files//?x=1&x=2", "/api/connectors/files/?x=1&x=2")]
    [InlineData("/api//", "/api/")]
    [InlineData("/a///b//c/", "/a/b/c/")]
    [InlineData("/api/connectors/actions/?account_id=nope", "/api/connectors/actions?account_id=nope")]
    public async Task A_path_with_too_many_slashes_is_redirected(string path, string location)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.Port, ApiBehavior.Deployed);

        var answer = await mounted.Client.SendAsync(HttpMethod.Get, path);

        ((int)answer.Status).ShouldBe(308);
        answer.Headers["Location"].ShouldBe(location);
        answer.Headers["Refresh"].ShouldBe($"0;url={location}");
        answer.Body.ShouldBe(location);
    }

    [Fact]
    public async Task Every_response_of_an_operation_has_the_CORS_headers()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);

        var answer = await mounted.Client.PostAsync(Requests.Actions, "{");

        answer.Headers["Access-Control-Allow-Methods"].ShouldBe("GET, POST, PUT, DELETE, OPTIONS, PATCH");
    }

    [Fact]
    public async Task Results_are_always_in_the_envelope_and_timed_to_the_millisecond()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);

        var json = (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Json;

        json.GetProperty("result").EnumerateObject().Select(member => (member.Name, member.Value.ValueKind))
            .ShouldBe([("data", JsonValueKind.Object), ("error", JsonValueKind.Null), ("successful", JsonValueKind.True)]);
        json.GetProperty("executedAt").GetString().ShouldBe("2026-01-01T00:00:00.000Z");
    }
}
