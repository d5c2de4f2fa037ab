using System.Text;
using System.Text.Json;
using Recoup.Emulator.Tests.Hosting;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Contract;

/// <summary>Documented means documented: a tour that meets every status of every operation, each body held against the OpenAPI document.</summary>
public sealed class ContractTests
{
    [Theory, Everywhere]
    public async Task Every_documented_status_of_every_operation_is_met_with_a_body_of_its_schema(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        ContractTour.Prepare(mounted.Emulator);
        using var anonymous = mounted.CreateClient();
        var met = new List<string>();

        foreach (var (method, target, body, status, hasKey) in ContractTour.Stops)
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

        foreach (var (method, target, body, status, _) in ContractTour.Stops.Where(stop => stop.Status == 200 && stop.Method != "DELETE"))
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
