using System.Net;
using Recoup.Typed.Tests.Transport;

namespace Recoup.Typed.Tests.Errors;

public sealed class StatusTests
{
    public static TheoryData<int, Type> Statuses => new()
    {
        { 400, typeof(InvalidRequestException) },
        { 401, typeof(UnauthorizedException) },
        { 402, typeof(RecoupException) },
        { 403, typeof(AccessDeniedException) },
        { 404, typeof(RecoupException) },
        { 405, typeof(RecoupException) },
        { 409, typeof(ConnectorNotConnectedException) },
        { 413, typeof(RecoupException) },
        { 429, typeof(RecoupException) },
        { 500, typeof(RecoupException) },
        { 502, typeof(UpstreamFailureException) },
        { 503, typeof(RecoupException) },
        { 504, typeof(RecoupException) },
        { 599, typeof(RecoupException) },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_documented_status_has_its_own_exception_and_any_other_has_the_base_class(int status, Type expected)
    {
        var exception = await FailureAsync((HttpStatusCode)status, $$"""{"error":{{status}},"message":"no luck"}""");

        exception.ShouldBeOfType(expected);
        exception.StatusCode.ShouldBe((HttpStatusCode)status);
        exception.ServerMessage.ShouldBe("no luck");
        exception.Operation.ShouldBe("readThing");
    }

    [Fact]
    public async Task The_message_contains_the_operation_the_status_the_servers_message_and_the_documented_meaning() =>
        (await FailureAsync(HttpStatusCode.Conflict, """{"error":409,"message":"Ada has it"}""")).Message
            .ShouldBe("readThing returned 409 Conflict: Ada has it [documented as: The thing is in use]");

    [Fact]
    public async Task Only_an_execution_finds_no_action_and_its_message_names_the_other_cause()
    {
        using var client = Clients.Over(ScriptedHandler.Returning(HttpStatusCode.NotFound, "<html>404</html>", "text/html"));
        var canceled = TestContext.Current.CancellationToken;

        var list = await Should.ThrowAsync<RecoupException>(() => client.ListActionsAsync(cancellationToken: canceled));
        var execution = await Should.ThrowAsync<ActionNotFoundException>(() =>
            client.ExecuteAsync("ACME_DO", System.Text.Json.JsonElement.Parse("{}"), cancellationToken: canceled));

        list.ShouldBeOfType<RecoupException>();
        list.Message.ShouldContain("404 Not Found with a body of type text/html");
        list.Message.ShouldNotContain("not connected");
        execution.Message.ShouldEndWith(
            "A deployed server also answers so if the connector is not connected; IsNotConnectedAsync finds out");
    }

    public static TheoryData<string, string?, string[]> Bodies => new()
    {
        { """{"error":400,"message":"documented"}""", "documented", [] },
        { """{"status":"error","error":"form E1"}""", "form E1", [] },
        { """{"status":"error","message":"form E2"}""", "form E2", [] },
        { """{"error":"form E3"}""", "form E3", [] },
        { """{"status":"error","missing_fields":["parameters","items",0],"error":"form E4"}""", "form E4", ["parameters", "items", "0"] },
        { """{"status":"error","missing_fields":[],"error":"not an object"}""", "not an object", [] },
        { """{"error":"the error","message":"the message"}""", "the error", [] },
        { """{"error":"","message":"the message"}""", "the message", [] },
        { """{"error":{"message":"deeper"}}""", null, [] },
        { """{"error":null,"message":null}""", null, [] },
        { """{"missing_fields":{"a":1}}""", null, [] },
        { """{"error":"\ud800"}""", null, [] },
        { """["error"]""", null, [] },
        { "null", null, [] },
        { "\"error\"", null, [] },
        { "", null, [] },
        { """{"error":"cut of""", null, [] },
        { "<!DOCTYPE html><title>504: GATEWAY_TIMEOUT</title>", null, [] },
        { "\uFEFF{\"error\":\"after a byte order mark\"}", "after a byte order mark", [] },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task The_servers_message_is_found_in_every_form_of_error_and_the_body_is_kept(string body, string? words, string[] missing)
    {
        var exception = await FailureAsync(HttpStatusCode.BadRequest, body);

        exception.ShouldBeOfType<InvalidRequestException>();
        exception.ServerMessage.ShouldBe(words);
        exception.MissingFields.ShouldBe(missing);
        exception.Message.Contains('(', StringComparison.Ordinal).ShouldBe(missing.Length > 0);
        exception.Message.ShouldContain(missing.Length > 0 ? $" ({string.Join('.', missing)})" : "");
        exception.ResponseBody.ShouldBe(body.TrimStart('\uFEFF'));
        if (words is not null)
            exception.Message.ShouldContain(words);
    }

    [Fact]
    public async Task An_error_that_is_not_JSON_is_shown_as_one_shortened_line()
    {
        var page = "<html>\r\n\t<h1>Bad\u0007 gateway</h1>" + new string('x', 5000);

        var exception = await FailureAsync(HttpStatusCode.BadGateway, page, "text/html");

        exception.Message.ShouldStartWith(
            "readThing returned 502 Bad Gateway with a body of type text/html: <html> <h1>Bad gateway</h1>xxx");
        exception.Message.Length.ShouldBeLessThan(700);
        exception.ResponseBody.ShouldBe(page);
    }

    [Theory]
    [InlineData(500, 0, "")]
    [InlineData(501, 0, "…")]
    [InlineData(500, 1, "…")]
    public async Task A_body_is_cut_after_500_characters_of_its_line(int letters, int words, string end)
    {
        var page = " \n" + new string('x', letters) + string.Concat(Enumerable.Repeat(" yy", words)) + "\n";

        (await FailureAsync(HttpStatusCode.BadGateway, page, "text/html")).Message.ShouldBe(
            $"readThing returned 502 Bad Gateway with a body of type text/html: {new string('x', Math.Min(letters, 500))}{end}");
    }

    [Fact]
    public async Task An_error_without_a_body_is_reported_as_such() =>
        (await FailureAsync(
            HttpStatusCode.MethodNotAllowed, "")).Message.ShouldBe("readThing returned 405 Method Not Allowed with an empty body.");

    [Fact]
    public async Task A_credential_that_the_server_quotes_is_redacted()
    {
        var exception = await FailureAsync(
            HttpStatusCode.Unauthorized,
            $$"""{"status":"error","message":"bad key {{Clients.Key}}","missing_fields":["{{Clients.Key}}"]}""");

        exception.ServerMessage.ShouldBe("bad key ***");
        exception.ToString().ShouldNotContain(Clients.Key);
        exception.ResponseBody.ShouldNotContain(Clients.Key);
        exception.MissingFields.ShouldBe(["***"]);
    }

    [Theory]
    [InlineData("", "the body is missing")]
    [InlineData("""{"name":"A""", "the body is not JSON")]
    [InlineData("<html>", "the body is not JSON")]
    [InlineData("{}", "/name must be present, but is missing")]
    [InlineData("[]", "the body must be an object, but is an array")]
    [InlineData("""{"name":null}""", "/name must be a string, but is null")]
    [InlineData("""{"name":7}""", "/name must be a string, but is a number")]
    public async Task A_success_that_cannot_be_read_is_reported_with_place_and_reason(string body, string reason)
    {
        var exception = await FailureAsync(HttpStatusCode.OK, body);

        exception.ShouldBeOfType<RecoupException>();
        exception.StatusCode.ShouldBe(HttpStatusCode.OK);
        exception.Message.ShouldStartWith($"readThing returned 200 OK, but {reason}. The response has ");
        exception.ResponseBody.ShouldBe(body);
    }

    [Fact]
    public async Task A_success_that_cannot_be_read_is_reported_with_the_servers_message() =>
        (await FailureAsync(HttpStatusCode.OK, """{"error":"no luck"}""")).Message.ShouldBe(
            "readThing returned 200 OK, but /name must be present, but is missing. The response has a body of type application/json: "
            + """{"error":"no luck"} The server says: no luck""");

    [Fact]
    public async Task A_body_of_unknown_type_is_reported_as_such()
    {
        using var client = Clients.Over(ScriptedHandler.Returning(HttpStatusCode.BadGateway, "no luck"u8.ToArray()));

        (await Should.ThrowAsync<RecoupException>(() => client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken)))
            .Message.ShouldBe("readThing returned 502 Bad Gateway with a body of unknown type: no luck");
    }

    [Theory]
    [InlineData("https://elsewhere.example/secret-path?token=1", "a redirect to elsewhere.example")]
    [InlineData("/secret-path?token=1", "a redirect to the same host")]
    [InlineData(null, "a redirect")]
    public async Task A_redirect_is_reported_and_not_followed(string? location, string redirect)
    {
        var handler = new ScriptedHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.PermanentRedirect)
        {
            Headers = { Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute) },
        }));
        using var client = Clients.Over(handler);

        var exception = await Should.ThrowAsync<RecoupException>(() =>
            client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        exception.Message.ShouldBe($"readThing returned 308 Permanent Redirect, {redirect}. The client did not follow it, because "
            + "the credential would have gone with it. Check the base address.");
        handler.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public void Tests_of_a_caller_can_create_the_exceptions()
    {
        RecoupException exception = new ConnectorNotConnectedException("not connected") { Slug = "GMAIL_SEND_EMAIL", ServerMessage = "no" };

        exception.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        exception.Slug.ShouldBe("GMAIL_SEND_EMAIL");
        exception.ServerMessage.ShouldBe("no");
        exception.MissingFields.ShouldBeEmpty();
        exception.ResponseBody.ShouldBeEmpty();
    }

    private static async Task<RecoupException> FailureAsync(HttpStatusCode status, string body, string mediaType = "application/json")
    {
        var handler = ScriptedHandler.Returning(status, body, mediaType);
        using var client = Clients.Over(handler);
        var exception = await Should.ThrowAsync<RecoupException>(() =>
            client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));
        handler.Sent.ShouldHaveSingleItem("nothing is retried");
        return exception;
    }
}
