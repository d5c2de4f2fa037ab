using System.Net;
using System.Text.Json;

namespace Recoup.Typed.Tests;

public sealed class ExecuteTests
{
    private static readonly Guid Artist = Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E");
    private static readonly Guid Workspace = Guid.Parse("7c9e6679-7425-40de-944b-e07fc1f90ae7");

    [Fact]
    public async Task A_call_is_sent_as_the_contract_describes()
    {
        var handler = Returning("""{"success":true,"result":{"updated":4},"executedAt":"2026-05-01T10:00:00.123Z"}""");
        using var client = Clients.Over(handler);

        var done = await client.ExecuteAsync(
            "SHEETS_UPDATE", Json("""{"text":"é","n":[1,null]}"""), Artist, TestContext.Current.CancellationToken);

        var sent = handler.Sent.ShouldHaveSingleItem();
        (sent.Method, sent.Address).ShouldBe(("POST", "https://api.recoupable.dev/api/connectors/actions"));
        sent.Headers["x-api-key"].ShouldBe(Clients.Key);
        sent.Body.ShouldBe(
            """{"actionSlug":"SHEETS_UPDATE","parameters":{"text":"é","n":[1,"""
                + """null]},"account_id":"0f8fad5b-d9cb-469f-a165-70867728950e"}""");
        done.Result.GetRawText().ShouldBe("""{"updated":4}""");
        done.ExecutedAt.ShouldBe(new DateTimeOffset(2026, 5, 1, 10, 0, 0, 123, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_typed_call_is_executed_and_reads_its_result()
    {
        using var client = Clients.Over(Returning("""{"success":true,"result":{"data":{"cells":4},"error":null,"successful":true}}"""));
        var call = Generated.CallWriter.Start("SHEETS_UPDATE").ToCall(data => data.GetProperty("cells").GetInt32());

        var done = await client.ExecuteAsync(call, cancellationToken: TestContext.Current.CancellationToken);

        done.Value.ShouldBe(4);
    }

    [Fact]
    public async Task The_account_of_the_options_is_used_if_a_call_names_none_and_is_never_sent_as_null()
    {
        var handler = Returning("""{"success":true,"result":{},"actions":[]}""");
        using var own = Clients.Over(handler);
        using var workspace = Clients.Over(handler, options => options.Account = Workspace);

        foreach (var client in new[] { own, workspace })
        {
            await client.ExecuteAsync("A", Json("{}"), cancellationToken: TestContext.Current.CancellationToken);
            await client.ListActionsAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        await workspace.ListActionsAsync(Artist, TestContext.Current.CancellationToken);

        handler.Sent.Select(sent => sent.Body ?? new Uri(sent.Address).Query).ShouldBe(
        [
            """{"actionSlug":"A","parameters":{}}""",
            "",
            $$"""{"actionSlug":"A","parameters":{},"account_id":"{{Workspace}}"}""",
            $"?account_id={Workspace}",
            $"?account_id={Artist}",
        ]);
    }

    public static TheoryData<string, string, string, bool> Results => new()
    {
        { """{"data":{"a":1},"error":null,"successful":true}""", """{"a":1}""", "the envelope", true },
        { """{"data":[1],"error":null,"successful":true,"logId":"x"}""", "[1]", "the envelope with more members", true },
        { """{"data":null,"error":null,"successful":true}""", "null", "the envelope around null", true },
        { """{"a":1}""", """{"a":1}""", "the documented payload", true },
        { """{"data":{"a":1}}""", """{"data":{"a":1}}""", "a payload with a member called data", true },
        { """{"data":{"a":1},"successful":true}""", """{"data":{"a":1},"successful":true}""", "a payload with two such members", true },
        {
            """{"data":{"successfull":false},"error":null,"successful":true}""",
            """{"successfull":false}""",
            "a misspelled member inside the payload",
            true
        },
        { """{"data":{},"error":"no","successful":false}""", "{}", "the envelope of a failure", false },
        { """{"successful":false}""", """{"successful":false}""", "a failure without envelope", false },
        { "[1,2]", "[1,2]", "no object (D14)", true },
        { "\"text\"", "\"text\"", "a text (D14)", true },
        { "null", "null", "null (D14)", true },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public async Task The_payload_is_read_from_the_envelope_if_there_is_one(string result, string data, string what, bool successful)
    {
        using var client = Clients.Over(
            Returning($$"""{"success":true,"result":{{result}}}"""), options => options.ThrowOnUnsuccessfulResult = false);

        var done = await ExecuteAsync(client);

        done.Result.GetRawText().ShouldBe(result, what);
        done.Data.GetRawText().ShouldBe(data, what);
        done.Value.GetRawText().ShouldBe(data, what);
        done.Successful.ShouldBe(successful, what);
    }

    [Fact]
    public async Task A_missing_result_is_undefined_and_not_an_error()
    {
        using var client = Clients.Over(Returning("""{"success":true,"executedAt":"yesterday"}"""));

        var done = await ExecuteAsync(client);

        done.Result.ValueKind.ShouldBe(JsonValueKind.Undefined);
        done.Data.ValueKind.ShouldBe(JsonValueKind.Undefined);
        done.ExecutedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"success":true,"result":{"data":{},"error":"no such sheet","successful":false}}""", "no such sheet")]
    [InlineData("""{"success":true,"result":{"error":{"code":7},"successful":false}}""", """{"code":7}""")]
    [InlineData("""{"success":true,"result":{"successful":false}}""", null)]
    [InlineData("""{"success":false,"error":"not today"}""", "not today")]
    public async Task An_action_that_reports_a_failure_throws_with_its_message(string body, string? words)
    {
        using var client = Clients.Over(Returning(body));

        var exception = await Should.ThrowAsync<ActionFailedException>(() => ExecuteAsync(client, Artist));

        exception.StatusCode.ShouldBe(HttpStatusCode.OK);
        exception.ServerMessage.ShouldBe(words);
        exception.Slug.ShouldBe("SHEETS_UPDATE");
        exception.Account.ShouldBe(Artist);
        exception.ResponseBody.ShouldBe(body);
        exception.Message.ShouldBe(
            $"SHEETS_UPDATE (for account {Artist}) was executed, but failed: {words ?? "the action gives no reason."}");
    }

    [Fact]
    public async Task An_error_contains_slug_account_and_the_documented_meaning_of_the_status()
    {
        using var client = Clients.Over(ScriptedHandler.Returning(
            HttpStatusCode.Conflict, """{"error":409,"message":"googlesheets is not connected"}"""));

        var exception = await Should.ThrowAsync<ConnectorNotConnectedException>(() => ExecuteAsync(client, Artist));

        exception.Message.ShouldBe($"SHEETS_UPDATE (for account {Artist}) returned 409 Conflict: googlesheets is not connected "
            + "[documented as: The connector of the action is not connected; authorize it with POST /api/connectors first]");
        (exception.Operation, exception.Slug, exception.Account).ShouldBe(("executeConnectorAction", "SHEETS_UPDATE", Artist));
    }

    [Theory]
    [InlineData("", "{}")]
    [InlineData(" ", "{}")]
    [InlineData("SHEETS_UPDATE", "[]")]
    [InlineData("SHEETS_UPDATE", "null")]
    [InlineData("SHEETS_UPDATE", "\"text\"")]
    public async Task An_invalid_call_is_refused_before_anything_is_sent(string slug, string parameters)
    {
        var handler = Returning("{}");
        using var client = Clients.Over(handler);

        await Should.ThrowAsync<ArgumentException>(() =>
            client.ExecuteAsync(slug, Json(parameters), cancellationToken: TestContext.Current.CancellationToken));
        await Should.ThrowAsync<ArgumentException>(() =>
            client.ExecuteAsync("A", default, cancellationToken: TestContext.Current.CancellationToken));
        await Should.ThrowAsync<ArgumentNullException>(() =>
            client.ExecuteAsync<int>(null!, cancellationToken: TestContext.Current.CancellationToken));

        handler.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Actions_are_listed_with_their_documented_members_and_unknown_members_are_ignored()
    {
        using var client = Clients.Over(Returning("""
            {"success":true,"next":null,"actions":[
              {"slug":"A_B","name":"Ab","description":"","parameters":{"type":"object"},"connectorSlug":"a","isConnected":false,"new":1}]}
            """));

        var action = (await client.ListActionsAsync(cancellationToken: TestContext.Current.CancellationToken)).ShouldHaveSingleItem();

        (action.Slug, action.Name, action.Description, action.ConnectorSlug, action.IsConnected).ShouldBe(("A_B", "Ab", "", "a", false));
        action.Parameters.GetRawText().ShouldBe("""{"type":"object"}""");
    }

    [Fact]
    public async Task A_listed_action_without_a_required_member_is_reported_with_its_pointer()
    {
        using var client = Clients.Over(Returning("""
            {"success":true,"actions":[{"slug":"A","name":"A","description":"","parameters":{},"connectorSlug":"a","isConnected":true},
            {"slug":7}]}
            """));

        var exception = await Should.ThrowAsync<RecoupException>(() =>
            client.ListActionsAsync(cancellationToken: TestContext.Current.CancellationToken));

        exception.Message.ShouldStartWith("listConnectorActions returned 200 OK, but /actions/1/slug must be a string, but is a number.");
    }

    private static Task<ActionResult<JsonElement>> ExecuteAsync(RecoupClient client, Guid? account = null) =>
        client.ExecuteAsync("SHEETS_UPDATE", Json("{}"), account, TestContext.Current.CancellationToken);

    private static ScriptedHandler Returning(string body) => ScriptedHandler.Returning(HttpStatusCode.OK, body);

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}
