using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Control;

/// <summary>A request that the control API cannot carry out gets a problem document that says what, where, and what was expected.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("GET", "/_recoup/nothing", null, 404, "The control API has no path /_recoup/nothing.")]
    [InlineData("PATCH", "/_recoup/stubs", null, 405, "The path /_recoup/stubs does not support PATCH.")]
    [InlineData("HEAD", "/_recoup/events", null, 405, null)]
    [InlineData("POST", "/_recoup/openapi.json", "{}", 405, "The path /_recoup/openapi.json does not support POST.")]
    [InlineData("DELETE", "/_recoup/", null, 405, "The path /_recoup/ does not support DELETE.")]
    [InlineData("GET", "/_recoup/actions?limt=3", null, 400, "There is no query parameter 'limt'. Did you mean 'limit'?")]
    [InlineData("GET", "/_recoup/actions?limit=0", null, 400, "The query parameter limit: expected an integer from 1 to 1000, got '0'.")]
    [InlineData("GET", "/_recoup/journal?status=200&status=404", null, 400, "The query parameter status: expected one value, got 2.")]
    [InlineData("GET", "/_recoup/journal?last=true&last=true", null, 400, "The query parameter last: expected one value, got 2.")]
    [InlineData("GET", "/_recoup/journal?action=", null, 400, "The query parameter action: expected a value, got an empty one.")]
    [InlineData("GET", "/_recoup/journal?search=a&search=", null, 400, "The query parameter search: expected one value, got 2.")]
    [InlineData("GET", "/_recoup/actions?limit", null, 400, "The query parameter limit: expected a value, got an empty one.")]
    [InlineData("GET", "/_recoup/stubs?action=", null, 400, "The query parameter action: expected a value, got an empty one.")]
    [InlineData("GET", "/_recoup/recording?action=", null, 400, "The query parameter action: expected a value, got an empty one.")]
    [InlineData("GET", "/_recoup/journal?executed=yes", null, 400, "The query parameter executed: expected true or false, got 'yes'.")]
    [InlineData("GET", "/_recoup/actions/GITHUB_CREATE_ISUE", null, 404, "Did you mean 'GITHUB_CREATE_ISSUE'?")]
    [InlineData("GET", "/_recoup/accounts/nobody", null, 404, "There is no account 'nobody'.")]
    [InlineData("GET", "/_recoup/stubs/7", null, 404, "There is no stub '7'.")]
    [InlineData("GET", "/_recoup/journal/x", null, 404, "There is no exchange 'x'.")]
    [InlineData("PUT", "/_recoup/accounts/default/connections/githb", """{"state":"active"}""", 404, "Did you mean 'github'?")]
    [InlineData("PUT", "/_recoup/accounts/default/connections/github", """{"state":"on"}""", 400, "/state: expected one of none")]
    [InlineData("PUT", "/_recoup/behavior/D99", """{"isOn":true}""", 404, "There is no divergence 'D99'.")]
    [InlineData("PUT", "/_recoup/behavior/D3", """{"isOn":1}""", 400, "/isOn: expected true or false, got the number 1.")]
    [InlineData("POST", "/_recoup/stubs", "{", 400, "The body is not JSON")]
    [InlineData("POST", "/_recoup/stubs", "", 400, "The body is not JSON")]
    [InlineData("POST", "/_recoup/stubs", "[]", 400, "expected a stub, an object, got an array")]
    [InlineData("POST", "/_recoup/stubs", """{"outcomes":[]}""", 400, "expected a stub with the member 'action'")]
    [InlineData("POST", "/_recoup/stubs", """{"action":"GITHUB_CREATE_ISUE"}""", 404, "Did you mean 'GITHUB_CREATE_ISSUE'?")]
    [InlineData("POST", "/_recoup/stubs", """{"action":"*","account":"nobody"}""", 404, "There is no account 'nobody'.")]
    [InlineData("POST", "/_recoup/stubs", """{"action":"*","outcome":[]}""", 400, "Did you mean 'outcomes'?")]
    [InlineData("POST", "/_recoup/stubs", """{"action":"*","outcomes":[{"fails":"rest"}]}""", 400, "/outcomes/0/fails: expected")]
    [InlineData("POST", "/_recoup/expectations", """{"action":"GITHUB_CREATE_ISSUE"}""", 400, "'executed' or 'called', got neither.")]
    [InlineData("POST", "/_recoup/authorizations", """{"redirectUrl":"nowhere"}""", 400, "/redirectUrl: expected an absolute URL.")]
    [InlineData("POST", "/_recoup/authorizations", """{"redirectUrl":"https://a.example/"}""", 404, "There is no authorization at")]
    [InlineData("POST", "/_recoup/stubs", """{"action":"*","$comment":"\ud800"}""", 400, "expected text, got half of a surrogate pair")]
    [InlineData("POST", "/_recoup/stubs", """{"action":"*","where":{"\ud800":1}}""", 400, "expected text, got half of a surrogate pair")]
    [InlineData("PUT", "/_recoup/files", """{"url":"\ud800","outcome":{"fails":"reset"}}""", 400, "got half of a surrogate pair")]
    [InlineData("PUT", "/_recoup/accounts/default/access/default", """{"access":"roster"}""", 400, "full access to itself")]
    [InlineData("PUT", "/_recoup/state", """{"accounts":{"a":{"key":"x"}}}""", 400, "/accounts/a/key: expected a string of 8 to 256")]
    [InlineData("PUT", "/_recoup/state", """{"stubs":[{"action":"NOTHING"}]}""", 400, "expected the slug of an action of")]
    public async Task A_wrong_request_gets_a_clear_problem(string method, string path, string? body, int status, string? detail)
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        var content = body is null ? null : Requests.Content(System.Text.Encoding.UTF8.GetBytes(body), "application/json");

        var answer = await controlled.Http.SendAsync(new HttpMethod(method), path, content);

        ((int)answer.Status, answer.ContentType).ShouldBe((status, "application/problem+json"), answer.Body);
        if (detail is null)
            return;
        answer.Json.GetProperty("status").GetInt32().ShouldBe(status);
        answer.Json.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        answer.Json.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(detail);
        controlled.Emulator.Journal.Count().ShouldBe(0);
    }

    [Fact]
    public async Task Each_problem_of_a_body_has_its_place()
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var answer = await controlled.Http.PostAsync(
            "/_recoup/stubs", "{\"action\": \"*\",\n  \"outcomes\": [{\"returns\": {}, \"fails\": \"reset\"}],\n  \"account\": 12}");

        answer.Json.GetProperty("errors").EnumerateArray()
            .Select(error => $"{error.GetProperty("pointer")} {error.GetProperty("line")}:{error.GetProperty("column")}")
            .ShouldBe(["/outcomes/0/fails 2:41", "/account 3:14"]);
    }

    [Theory]
    [InlineData("/_recoup/stubs", """{"action":"*","where":{"name":"~"}}""", 32)]
    [InlineData("/_recoup/stubs", """{"action":"*","where":{"~":1}}""", 25)]
    [InlineData("/_recoup/staged-files", """{"name":"é~.png","mimetype":"image/png"}""", 11)]
    public async Task A_body_that_is_not_UTF_8_is_a_problem_at_the_first_wrong_byte(string path, string body, int column)
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        var bytes = System.Text.Encoding.UTF8.GetBytes(body).Select(one => one == '~' ? (byte)0x95 : one).ToArray();

        var answer = await controlled.Http.SendAsync(HttpMethod.Post, path, Requests.Content(bytes, "application/json"));

        ((int)answer.Status, answer.ContentType).ShouldBe((400, "application/problem+json"), answer.Body);
        answer.Json.GetProperty("detail").GetString().ShouldBe("The body is not JSON: it is not UTF-8.");
        answer.Json.GetProperty("errors")[0].GetProperty("column").GetInt32().ShouldBe(column);
    }

    [Theory]
    [InlineData("/_recoup/journal?search=")]
    [InlineData("/_recoup/actions?search")]
    public async Task A_search_for_nothing_finds_everything(string path)
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        for (var i = 0; i < 4; i++)
            await controlled.Http.GetAnswerAsync(Requests.Connectors);

        (await controlled.Http.GetAnswerAsync(path)).Json.GetProperty("total").GetInt32().ShouldBe(4);
    }

    [Theory]
    [InlineData("POST", "/_recoup/openapi.json", "GET")]
    [InlineData("PUT", "/_recoup/app.js", "GET")]
    [InlineData("PATCH", "/_recoup/stubs", "GET, POST, DELETE")]
    public async Task A_wrong_method_is_answered_with_those_of_the_path(string method, string path, string allowed)
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await controlled.Http.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode, string.Join(", ", response.Content.Headers.Allow)).ShouldBe((405, allowed));
    }

    [Theory]
    [InlineData("POST", "/_recoup/stubs", """{"action":"GITHUB_CREATE_ISSUE"}""", 201)]
    [InlineData("POST", "/_recoup/expectations", """{"action":"GITHUB_CREATE_ISSUE","executed":0}""", 200)]
    [InlineData("PUT", "/_recoup/state", "{}", 204)]
    [InlineData("PUT", "/_recoup/upstream", """{"state":"up"}""", 204)]
    public async Task A_body_may_begin_with_a_byte_order_mark(string method, string path, string body, int status)
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var answer = await controlled.Http.SendAsync(
            new HttpMethod(method), path, Requests.Content(System.Text.Encoding.UTF8.GetBytes("\uFEFF" + body), "application/json"));

        ((int)answer.Status).ShouldBe(status, answer.Body);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task Only_JSON_is_a_body(string? contentType)
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var answer = await controlled.Http.PostAsync("/_recoup/stubs", """{"action":"*"}""", contentType);

        ((int)answer.Status).ShouldBe(415);
        controlled.Emulator.Stubs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_and_the_number_of_accounts_are_bounded()
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var large = await controlled.Http.PostAsync("/_recoup/stubs", new string(' ', (4 << 20) + 1));
        for (var i = 1; i < 1_000; i++)
            controlled.Emulator.AddAccount();
        var many = await controlled.Http.SendAsync(HttpMethod.Post, "/_recoup/accounts");

        ((int)large.Status, (int)many.Status).ShouldBe((413, 409));
    }

    [Fact]
    public async Task A_world_that_does_not_fit_changes_nothing()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        controlled.Emulator.AddAccount();

        await controlled.Http.SendAsync(
            HttpMethod.Put, "/_recoup/state", Requests.Content("""{"stubs":[{"action":"NOTHING"}]}"""u8.ToArray(), "application/json"));

        controlled.Emulator.Accounts.Count.ShouldBe(2);
    }
}
