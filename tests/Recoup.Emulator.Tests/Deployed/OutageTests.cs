using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Deployed;

/// <summary>
/// The deployed server while its provider is down. What it checks itself comes first; what it asks the provider for fails: 500 for
/// connectors, 502 for files, and no actions.
/// </summary>
public sealed class OutageTests
{
    private const string Foreign = "11111111-1111-4111-8111-111111111111";

    public static TheoryData<string, string, string?, int, string> Asked => new()
    {
        { "GET", "/api/connectors", null, 500, """{"error":""" },
        { "GET", "/api/connectors?account_id=nope", null, 400, """{"error":"account_id must be a valid UUID"}""" },
        { "GET", $"/api/connectors?account_id={Foreign}", null, 403, """{"error":"Access denied to this account"}""" },
        { "GET", "/api/connectors/actions", null, 200, """{"success":true,"actions":[]}""" },
        { "GET", "/api/connectors/actions?account_id=", null, 400, """{"error":"account_id must be a valid UUID"}""" },
        { "GET", $"/api/connectors/actions?account_id={Foreign}", null, 403, """{"error":"Access denied to this account"}""" },
        { "POST", "/api/connectors", "{}", 400, """{"status":"error","missing_fields":["connector"],"error":"connector is required"}""" },
        { "POST", "/api/connectors", """{"connector":"linkedin"}""", 500, """{"error":""" },
        { "POST", "/api/connectors", """{"connector":"twitter"}""", 500, """{"error":""" },
        { "POST", "/api/connectors", """{"connector":"linkedin","callback_url":"https://a.test/"}""", 500, """{"error":""" },
        { "DELETE", "/api/connectors", """{"connected_account_id":"ca_x"}""", 500, """{"error":""" },
        { "DELETE", "/api/connectors", "{}", 400, """{"status":"error","missing_fields":["connected_account_id"],""" },
        { "POST", "/api/connectors/files", """{"url":"https://a.test/x.png","toolSlug":"A"}""", 502, """{"error":""" },
        { "POST", "/api/connectors/files", "{", 400, """{"status":"error","missing_fields":["url"],"error":"url is required"}""" },
        { "POST", "/api/connectors/actions", "{}", 400, """{"status":"error","missing_fields":["actionSlug"],""" },
        { "POST", "/api/connectors/actions", "{", 500, """{"error":""" },
        {
            "POST", "/api/connectors/actions", "{\"actionSlug\":\"" + Update + "\",\"parameters\":{}}", 404,
            $$"""{"error":"Connector action not found: {{Update}}"}"""
        },
        {
            "POST", "/api/connectors/actions",
            """{"actionSlug":"A","parameters":{},"account_id":"11111111-1111-4111-8111-111111111111"}""", 403,
            """{"error":"Access denied to this account"}"""
        },
        { "PUT", "/api/connectors", null, 405, "" },
        { "OPTIONS", "/api/connectors/files", null, 200, "" },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task An_outage_stops_what_the_provider_does(string method, string path, string? body, int status, string start)
    {
        foreach (var host in Enum.GetValues<Host>())
        {
            await using var mounted = await MountedEmulator.StartAsync(host, ApiBehavior.Deployed);
            mounted.Emulator.IsUpstreamDown = true;
            using var content = body is null ? null : Requests.Content(System.Text.Encoding.UTF8.GetBytes(body), "application/json");

            var answer = await mounted.Client.SendAsync(new HttpMethod(method), path, content);

            ((int)answer.Status).ShouldBe(status, answer.Body);
            answer.Body.ShouldStartWith(start);
            mounted.Emulator.Journal.Executions().ShouldBeEmpty();
        }
    }

    [Theory, Everywhere]
    public async Task An_outage_of_one_account_leaves_what_is_not_about_its_tools(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, ApiBehavior.Deployed);
        mounted.Emulator.SetUpstreamDown(mounted.Emulator.DefaultAccount);

        ((int)(await mounted.Client.GetAnswerAsync(Requests.Connectors)).Status).ShouldBe(200);
        ((int)(await mounted.Client.PostAsync(Requests.Connectors, """{"connector":"linkedin"}""")).Status).ShouldBe(200);
        ((int)(await mounted.Client.PostAsync(
            Requests.Files, """{"url":"https://a.test/x.png","toolSlug":"A"}""")).Status).ShouldBe(200);
        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(404);
    }
}
