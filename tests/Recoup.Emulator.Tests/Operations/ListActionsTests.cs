using System.Text.Json;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Operations;

public sealed class ListActionsTests
{
    [Theory, Everywhere]
    public async Task A_200_lists_every_action_with_its_connection(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        var answer = await mounted.Client.GetAnswerAsync(Requests.Actions);

        answer.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        answer.ContentType.ShouldBe("application/json");
        var actions = answer.Json.GetProperty("actions").EnumerateArray().ToArray();
        actions.Select(action => (action.GetProperty("slug").GetString(), action.GetProperty("isConnected").GetBoolean()))
            .ShouldBe([(Update, true), (Issue, true), (Post, false), (Meta, true)]);
        actions[0].EnumerateObject().Select(member => member.Name)
            .ShouldBe(["slug", "name", "description", "parameters", "connectorSlug", "isConnected"]);
        JsonElement.DeepEquals(actions[0].GetProperty("parameters"), Catalog.Actions[0].Parameters).ShouldBeTrue();
    }

    [Theory, Everywhere]
    public async Task A_400_is_for_an_account_id_that_is_not_a_UUID(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        (await mounted.Client.GetAnswerAsync(Requests.Actions + "?account_id=ada")).DocumentedError(400).ShouldContain("'ada'");
        (await mounted.Client.GetAnswerAsync(Requests.Actions + "?account_id=")).DocumentedError(400).ShouldContain("account_id");
    }

    [Theory, Everywhere]
    public async Task A_401_is_for_an_unknown_key(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        using var client = mounted.CreateClient();

        (await client.SendAsync(HttpMethod.Get, Requests.Actions, null, ("x-api-key", "recoup_sk_bogus"))).DocumentedError(401);
    }

    [Theory, Everywhere]
    public async Task A_403_is_for_an_account_without_access(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        (await mounted.Client.GetAnswerAsync($"{Requests.Actions}?account_id={Guid.NewGuid()}")).DocumentedError(403);
    }

    [Fact]
    public async Task The_first_of_several_account_ids_wins_and_unknown_parameters_are_ignored()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        var own = mounted.Emulator.DefaultAccount.Id;

        var answer = await mounted.Client.GetAnswerAsync($"{Requests.Actions}?x=1&account_id={own}&account_id=nonsense");

        ((int)answer.Status).ShouldBe(200);
    }
}
