using System.Net;
using System.Text.Json;

namespace Recoup.Typed.Tests.Api;

public sealed class RecoupApiTests
{
    private static readonly Guid Artist = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public async Task Connectors_are_listed()
    {
        var (client, handler) =
            Over(
                """{"success":true,"connectors":[{"slug":"tiktok","name":"TikTok","isConnected":true,"connectedAccountId":"ca_1"},"""
                    + """{"slug":"x","name":"X","isConnected":false}]}""");

        var response = await client.Api.ListConnectorsAsync(Artist, TestContext.Current.CancellationToken);

        response.Connectors.Select(connector => $"{connector.Slug} {connector.IsConnected} {connector.ConnectedAccountId}")
            .ShouldBe(["tiktok True ca_1", "x False "]);
        handler.Sent.ShouldHaveSingleItem().Address.ShouldBe($"https://api.recoupable.dev/api/connectors?account_id={Artist}");
    }

    [Fact]
    public async Task A_connector_is_authorized_and_disconnected()
    {
        var (client, handler) =
            Over("""{"success":true,"message":"done","data":{"connector":"tiktok","redirectUrl":"https://consent.example"}}""");

        var authorized = await client.Api.AuthorizeConnectorAsync(
            new() { Connector = "tiktok", CallbackUrl = "https://back.example" }, TestContext.Current.CancellationToken);
        var disconnected = await client.Api.DisconnectConnectorAsync(
            new() { ConnectedAccountId = "ca_1", AccountId = Artist }, TestContext.Current.CancellationToken);

        authorized.Data.RedirectUrl.ShouldBe("https://consent.example");
        disconnected.Message.ShouldBe("done");
        handler.Sent.Select(sent => $"{sent.Method} {sent.Body}").ShouldBe(
        [
            """POST {"connector":"tiktok","callback_url":"https://back.example"}""",
            $$"""DELETE {"connected_account_id":"ca_1","account_id":"{{Artist}}"}""",
        ]);
    }

    [Fact]
    public async Task A_staged_file_can_be_used_as_a_parameter()
    {
        var (client, _) = Over("""{"success":true,"name":"a.png","mimetype":"image/png","s3key":"k/1"}""");

        var file = (await client.Api.UploadConnectorFileAsync(
            new() { Url = "https://a.example/a.png", ToolSlug = "T" }, TestContext.Current.CancellationToken)).ToStagedFile();

        file.ShouldBe(new StagedFile("a.png", "image/png", "k/1"));
    }

    [Fact]
    public async Task A_null_that_the_document_does_not_allow_is_refused_by_name_before_anything_is_sent()
    {
        var (client, handler) = Over("{}");

        await Should.ThrowAsync<ArgumentNullException>(() =>
            client.Api.AuthorizeConnectorAsync(null!, TestContext.Current.CancellationToken));
        (await Should.ThrowAsync<ArgumentNullException>(() =>
            client.Api.AuthorizeConnectorAsync(new() { Connector = null! }, TestContext.Current.CancellationToken)))
            .ParamName.ShouldBe("Connector");
        (await Should.ThrowAsync<ArgumentException>(() => client.Api.ExecuteConnectorActionAsync(
            new() { ActionSlug = "A", Parameters = default }, TestContext.Current.CancellationToken))).ParamName.ShouldBe("Parameters");

        handler.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Executing_through_the_operation_returns_the_response_unchanged()
    {
        var (client, _) = Over("""{"success":true,"result":{"data":{},"error":"no","successful":false}}""");

        var response = await client.Api.ExecuteConnectorActionAsync(
            new() { ActionSlug = "A", Parameters = JsonElement.Parse("{}") }, TestContext.Current.CancellationToken);

        response.Result.GetProperty("error").GetString().ShouldBe("no");
    }

    [Fact]
    public void The_operations_require_a_client() => Should.Throw<ArgumentNullException>(() => new RecoupApi(null!));

    private static (RecoupClient Client, ScriptedHandler Handler) Over(string body)
    {
        var handler = ScriptedHandler.Returning(HttpStatusCode.OK, body);
        return (Clients.Over(handler), handler);
    }
}
