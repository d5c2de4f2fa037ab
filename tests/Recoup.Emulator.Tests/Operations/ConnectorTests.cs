using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Operations;

public sealed class ConnectorTests
{
    [Theory, Everywhere]
    public async Task Get_200_lists_connectors_with_the_id_of_each_connection(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        var connectors = (await mounted.Client.GetAnswerAsync(Requests.Connectors)).Json.GetProperty("connectors")
            .EnumerateArray()
            .ToArray();

        connectors.Select(connector => connector.GetProperty("slug").GetString())
            .ShouldBe(["googlesheets", "github", "linkedin", "composio"]);
        connectors[0].GetProperty("name").GetString().ShouldBe("Google Sheets");
        connectors[0].GetProperty("connectedAccountId").GetString()!.ShouldStartWith("ca_");
        connectors[2].GetProperty("isConnected").GetBoolean().ShouldBeFalse();
        connectors[2].TryGetProperty("connectedAccountId", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("?account_id=x", 400)]
    [InlineData("?account_id=11111111-1111-4111-8111-111111111111", 403)]
    public async Task Get_refuses_a_bad_or_foreign_account(string query, int status)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        (await mounted.Client.GetAnswerAsync(Requests.Connectors + query)).DocumentedError(status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task A_401_is_for_a_missing_credential(string method)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        using var client = mounted.CreateClient();

        (await client.SendAsync(new HttpMethod(method), Requests.Connectors)).DocumentedError(401);
    }

    [Theory, Everywhere]
    public async Task Post_starts_an_authorization_that_the_user_completes(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        var answer = await mounted.Client.PostAsync(
            Requests.Connectors, """{"connector":"linkedin","callback_url":"https://app.example/done"}""");
        var data = answer.Json.GetProperty("data");
        data.GetProperty("connector").GetString().ShouldBe("linkedin");
        mounted.Emulator.GetConnection("linkedin").ShouldBe(ConnectionState.Initiated);
        (await mounted.Client.ExecuteAsync(Post, ValidPost)).DocumentedError(409);

        var callback = mounted.Emulator.CompleteAuthorization(new Uri(data.GetProperty("redirectUrl").GetString()!));

        callback.ShouldBe(new Uri("https://app.example/done"));
        ((int)(await mounted.Client.ExecuteAsync(Post, ValidPost)).Status).ShouldBe(200);
    }

    [Theory]
    [InlineData("""{}""", 400, "/connector: required")]
    [InlineData("""{"connector":""}""", 400, "googlesheets")]
    [InlineData("""{"connector":"myspace"}""", 400, "myspace")]
    [InlineData("""{"connector":"linkedin","callback_url":"here"}""", 400, "/callback_url")]
    [InlineData("""{"connector":"linkedin","callback_url":"/etc/passwd"}""", 400, "/callback_url")]
    [InlineData("""{"connector":"linkedin","account_id":"11111111-1111-4111-8111-111111111111"}""", 403, "11111111")]
    public async Task Post_refuses_with_the_documented_status(string body, int status, string message)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        (await mounted.Client.PostAsync(Requests.Connectors, body)).DocumentedError(status).ShouldContain(message);
    }

    [Theory, Everywhere]
    public async Task Delete_removes_the_connection_and_its_actions_get_a_409(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        var id = (await mounted.Client.GetAnswerAsync(Requests.Connectors)).Json.GetProperty("connectors")[0]
            .GetProperty("connectedAccountId")
            .GetString();

        var answer = await mounted.Client.DeleteAsync(Requests.Connectors, $$"""{"connected_account_id":"{{id}}"}""");

        answer.ShouldBe(200, """{"success":true,"message":"Connector disconnected"}""");
        (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).DocumentedError(409);
    }

    [Theory]
    [InlineData("""{}""", 400)]
    [InlineData("""{"connected_account_id":""}""", 400)]
    [InlineData("""{"connected_account_id":"ca_unknown"}""", 403)]
    public async Task Delete_refuses_with_the_documented_status(string body, int status)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        (await mounted.Client.DeleteAsync(Requests.Connectors, body)).DocumentedError(status);
    }
}
