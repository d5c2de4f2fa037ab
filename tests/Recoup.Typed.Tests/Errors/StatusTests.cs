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
        { 404, typeof(ActionNotFoundException) },
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
    public async Task A_documented_status_has_its_exception_and_any_other_is_the_base(int status, Type expected)
    {
        var exception = await FailureAsync((HttpStatusCode)status, $$"""{"error":{{status}},"message":"no luck"}""");

        exception.ShouldBeOfType(expected);
        exception.StatusCode.ShouldBe((HttpStatusCode)status);
        exception.ServerMessage.ShouldBe("no luck");
        exception.Operation.ShouldBe("readThing");
    }

    [Fact]
    public async Task The_message_says_what_was_called_the_status_the_servers_words_and_what_the_status_is_documented_as() =>
        (await FailureAsync(HttpStatusCode.Conflict, """{"error":409,"message":"Ada has it"}""")).Message
            .ShouldBe("readThing was answered 409 Conflict: Ada has it [documented as: The thing is in use]");

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
    public async Task Whatever_form_an_error_takes_the_servers_words_are_found_and_the_body_is_kept(string body, string? words, string[] missing)
    {
        var exception = await FailureAsync(HttpStatusCode.BadRequest, body);

        exception.ShouldBeOfType<InvalidRequestException>();
        exception.ServerMessage.ShouldBe(words);
        exception.MissingFields.ShouldBe(missing);
        exception.ResponseBody.ShouldBe(body.TrimStart('\uFEFF'));
        if (words is not null)
            exception.Message.ShouldContain(words);
    }

    [Fact]
    public async Task An_error_that_is_no_JSON_shows_its_beginning_on_one_line()
    {
        var page = "<html>\r\n\t<h1>Bad\u0007 gateway</h1>" + new string('x', 5000);

        var exception = await FailureAsync(HttpStatusCode.BadGateway, page, "text/html");

        exception.Message.ShouldStartWith("readThing was answered 502 Bad Gateway and a body of text/html: <html> <h1>Bad gateway</h1>xxx");
        exception.Message.Length.ShouldBeLessThan(700);
        exception.ResponseBody.ShouldBe(page);
    }

    [Fact]
    public async Task An_error_without_body_says_so() =>
        (await FailureAsync(HttpStatusCode.MethodNotAllowed, "")).Message.ShouldBe("readThing was answered 405 Method Not Allowed and an empty body.");

    [Fact]
    public async Task A_credential_that_the_server_quotes_is_struck_out()
    {
        var exception = await FailureAsync(HttpStatusCode.Unauthorized, $$"""{"status":"error","message":"bad key {{Clients.Key}}","missing_fields":["{{Clients.Key}}"]}""");

        exception.ServerMessage.ShouldBe("bad key ***");
        exception.ToString().ShouldNotContain(Clients.Key);
        exception.ResponseBody.ShouldNotContain(Clients.Key);
        exception.MissingFields.ShouldBe(["***"]);
    }

    [Theory]
    [InlineData("", "there is nothing to read")]
    [InlineData("""{"name":"A""", "the body is not JSON")]
    [InlineData("<html>", "the body is not JSON")]
    [InlineData("{}", "/name should be there and is missing")]
    [InlineData("[]", "the body should be an object and is an array")]
    [InlineData("""{"name":null}""", "/name should be a string and is null")]
    [InlineData("""{"name":7}""", "/name should be a string and is a number")]
    public async Task A_success_that_cannot_be_read_is_told_with_place_and_reason(string body, string reason)
    {
        var exception = await FailureAsync(HttpStatusCode.OK, body);

        exception.ShouldBeOfType<RecoupException>();
        exception.StatusCode.ShouldBe(HttpStatusCode.OK);
        exception.Message.ShouldStartWith($"readThing was answered 200 OK, but {reason}. It came with ");
        exception.ResponseBody.ShouldBe(body);
    }

    [Fact]
    public async Task A_redirect_is_told_and_not_followed()
    {
        var handler = new ScriptedHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.PermanentRedirect)
        {
            Headers = { Location = new Uri("https://elsewhere.example/secret-path?token=1") },
        }));
        using var client = Clients.Over(handler);

        var exception = await Should.ThrowAsync<RecoupException>(() => client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        exception.Message.ShouldBe("readThing was answered 308 Permanent Redirect, a redirect to elsewhere.example. It was not followed: "
            + "the credential would have gone with it. Check the base address.");
        handler.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public void Exceptions_can_be_made_by_a_callers_own_tests()
    {
        RecoupException exception = new ConnectorNotConnectedException("not connected") { Slug = "GMAIL_SEND_EMAIL", ServerMessage = "no" };

        exception.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        exception.Slug.ShouldBe("GMAIL_SEND_EMAIL");
        exception.ServerMessage.ShouldBe("no");
        exception.MissingFields.ShouldBeEmpty();
    }

    private static async Task<RecoupException> FailureAsync(HttpStatusCode status, string body, string mediaType = "application/json")
    {
        var handler = ScriptedHandler.Answering(status, body, mediaType);
        using var client = Clients.Over(handler);
        var exception = await Should.ThrowAsync<RecoupException>(() => client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));
        handler.Sent.ShouldHaveSingleItem("nothing is retried");
        return exception;
    }
}
