using System.Text;
using System.Text.Json;
using Recoup.Emulator.Tests.Hosting;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Contract;

/// <summary>Documented means documented: a tour that meets every status of every operation, each body held against the OpenAPI document.</summary>
public sealed class ContractTests
{
    private const string Stranger = "11111111-1111-4111-8111-111111111111";
    private const string Cover = "https://cdn.example/cover.png";

    // What is sent, and what the contract answers. The key is left out where it says so.
    private static readonly (string Method, string Path, string Body, int Status, bool HasKey)[] Tour =
    [
        ("GET", "/api/connectors", "", 200, true),
        ("GET", "/api/connectors?account_id=x", "", 400, true),
        ("GET", "/api/connectors", "", 401, false),
        ("GET", $"/api/connectors?account_id={Stranger}", "", 403, true),
        ("POST", "/api/connectors", """{"connector":"linkedin"}""", 200, true),
        ("POST", "/api/connectors", """{"connector":"myspace"}""", 400, true),
        ("POST", "/api/connectors", """{"connector":"linkedin"}""", 401, false),
        ("POST", "/api/connectors", $$"""{"connector":"linkedin","account_id":"{{Stranger}}"}""", 403, true),
        ("DELETE", "/api/connectors", """{"connected_account_id":"CONNECTION"}""", 200, true),
        ("DELETE", "/api/connectors", "{}", 400, true),
        ("DELETE", "/api/connectors", "{}", 401, false),
        ("DELETE", "/api/connectors", """{"connected_account_id":"ca_x"}""", 403, true),
        ("GET", "/api/connectors/actions", "", 200, true),
        ("GET", "/api/connectors/actions?account_id=", "", 400, true),
        ("GET", "/api/connectors/actions", "", 401, false),
        ("GET", $"/api/connectors/actions?account_id={Stranger}", "", 403, true),
        ("POST", "/api/connectors/actions", $$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}""", 200, true),
        ("POST", "/api/connectors/actions", $$$"""{"actionSlug":"{{{Update}}}","parameters":{"values":1}}""", 400, true),
        ("POST", "/api/connectors/actions", "", 401, false),
        ("POST", "/api/connectors/actions", $$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}},"account_id":"{{Stranger}}"}""", 403, true),
        ("POST", "/api/connectors/actions", """{"actionSlug":"NO","parameters":{}}""", 404, true),
        ("POST", "/api/connectors/actions", $$"""{"actionSlug":"{{Post}}","parameters":{{ValidPost}}}""", 409, true),
        ("POST", "/api/connectors/actions", $$"""{"actionSlug":"{{Issue}}","parameters":{{ValidIssue}}}""", 502, true),
        ("POST", "/api/connectors/files", $$"""{"url":"{{Cover}}","toolSlug":"{{Post}}"}""", 200, true),
        ("POST", "/api/connectors/files", """{"url":"here","toolSlug":"A"}""", 400, true),
        ("POST", "/api/connectors/files", "{}", 401, false),
        ("POST", "/api/connectors/files", """{"url":"https://cdn.example/broken.png","toolSlug":"A"}""", 502, true),
    ];

    [Theory, Everywhere]
    public async Task Every_documented_status_of_every_operation_is_met_with_a_body_of_its_schema(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Issue).FailsUpstream("GitHub is down");
        mounted.Emulator.OnFile("https://cdn.example/broken.png").FailsUpstream();
        using var anonymous = mounted.CreateClient();
        var met = new List<string>();

        foreach (var (method, target, body, status, hasKey) in Tour)
        {
            var connection = (await mounted.Client.GetAnswerAsync(Requests.Connectors)).Json.GetProperty("connectors")[3].GetProperty("connectedAccountId");
            var content = method == "GET" ? null : Requests.Content(Encoding.UTF8.GetBytes(body.Replace("CONNECTION", connection.GetString())), "application/json");

            var answer = await (hasKey ? mounted.Client : anonymous).SendAsync(new HttpMethod(method), target, content);

            ((int)answer.Status).ShouldBe(status, $"{method} {target} {body}\n{answer.Body}");
            answer.ContentType.ShouldBe("application/json");
            var path = target.Split('?')[0];
            SpecDocument.Schema(method, path, status).Validate(answer.Json).Violations.Select(violation => violation.Message).ShouldBeEmpty(answer.Body);
            if (status >= 400)
                answer.DocumentedError(status);
            met.Add($"{method} {path} {status}");
            if (method == "DELETE" && status == 200)
                mounted.Emulator.Connect("composio");
        }

        met.ShouldBe(SpecDocument.Statuses, ignoreOrder: true);
    }

    [Theory, Everywhere]
    public async Task The_success_bodies_of_either_behaviour_are_of_the_documented_schemas(Host host, ApiBehavior behavior)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, behavior);

        foreach (var (method, target, body, status, _) in Tour.Where(stop => stop.Status == 200 && stop.Method != "DELETE"))
        {
            var content = method == "GET" ? null : Requests.Content(Encoding.UTF8.GetBytes(body), "application/json");
            var answer = await mounted.Client.SendAsync(new HttpMethod(method), target, content);
            ((int)answer.Status).ShouldBe(status, answer.Body);
            SpecDocument.Schema(method, target, status).Validate(answer.Json).Violations.Select(violation => violation.Message).ShouldBeEmpty(answer.Body);
        }
    }

    [Fact]
    public async Task What_the_emulator_lists_is_a_catalog_that_starts_an_emulator()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        var listed = Recoup.Catalogs.RecoupCatalog.Parse((await mounted.Client.GetAnswerAsync(Requests.Actions)).Body);

        listed.Actions.Count.ShouldBe(Catalog.Actions.Count);
        JsonElement.DeepEquals(listed.Actions[0].Parameters, Catalog.Actions[0].Parameters).ShouldBeTrue();
    }
}
