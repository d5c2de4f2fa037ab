using System.Net;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Tests.Transport;

public sealed class CredentialTests
{
    private static readonly OperationInfo KeyOnly = new() { Id = "keyOnly", Method = "GET", Path = "/k", ApiKeyHeader = "x-other-key" };
    private static readonly OperationInfo TokenOnly = new() { Id = "tokenOnly", Method = "GET", Path = "/t", TakesAccessToken = true };
    private static readonly OperationInfo Open = new() { Id = "open", Method = "GET", Path = "/o" };

    private readonly ScriptedHandler _handler = ScriptedHandler.Returning(HttpStatusCode.OK, """{"name":"Ada"}""");

    [Fact]
    public async Task An_API_key_is_sent_only_in_the_documented_header()
    {
        await SendAsync(Requests.Thing(), options => options.ApiKey = "key-1");

        var headers = _handler.Sent.ShouldHaveSingleItem().Headers;
        headers["x-api-key"].ShouldBe("key-1");
        headers.ShouldNotContainKey("Authorization");
    }

    [Fact]
    public async Task The_operation_names_the_header_of_the_key()
    {
        await SendAsync(Requests.To(KeyOnly), options => options.ApiKey = "key-1");

        _handler.Sent.ShouldHaveSingleItem().Headers["x-other-key"].ShouldBe("key-1");
    }

    [Fact]
    public async Task An_access_token_is_sent_only_in_Authorization()
    {
        await SendAsync(Requests.Thing(), options => options.AccessToken = "token-1");

        var headers = _handler.Sent.ShouldHaveSingleItem().Headers;
        headers["Authorization"].ShouldBe("Bearer token-1");
        headers.ShouldNotContainKey("x-api-key");
    }

    [Fact]
    public async Task A_token_provider_is_called_once_for_each_request()
    {
        var asked = 0;
        using var client = Client(options => options.AccessTokenProvider = _ => ValueTask.FromResult($"token-{++asked}"));

        await client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken);
        await client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken);

        _handler.Sent.Select(sent => sent.Headers["Authorization"]).ShouldBe(["Bearer token-1", "Bearer token-2"]);
    }

    [Theory]
    [InlineData(null, "is empty")]
    [InlineData("", "is empty")]
    [InlineData("sesame\n", "has white space around it")]
    [InlineData("ses\0ame", "contains a character that is not allowed in a header")]
    public async Task A_provided_token_that_cannot_be_sent_is_refused_without_showing_it(string? token, string reason)
    {
        var exception = await Should.ThrowAsync<InvalidOperationException>(
            () => SendAsync(Requests.Thing(), options => options.AccessTokenProvider = _ => ValueTask.FromResult(token!)));

        exception.Message.ShouldContain($"AccessTokenProvider {reason}");
        exception.ToString().ShouldNotContain("sesame");
        _handler.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_exception_of_a_token_provider_reaches_the_caller()
    {
        var thrown = new NotSupportedException("no token today");

        var caught = await Should.ThrowAsync<NotSupportedException>(
            () => SendAsync(Requests.Thing(), options => options.AccessTokenProvider = _ => throw thrown));

        caught.ShouldBeSameAs(thrown);
    }

    [Fact]
    public async Task A_credential_that_the_operation_does_not_take_is_refused_before_anything_is_sent()
    {
        (await Should.ThrowAsync<InvalidOperationException>(() => SendAsync(Requests.To(TokenOnly), options => options.ApiKey = "k")))
            .Message.ShouldBe("tokenOnly takes an access token, but this client has an API key.");
        (await Should.ThrowAsync<InvalidOperationException>(() => SendAsync(Requests.To(KeyOnly), options => options.AccessToken = "t")))
            .Message.ShouldBe("keyOnly takes an API key, but this client has an access token.");
        _handler.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_operation_without_security_gets_no_credential()
    {
        await SendAsync(Requests.To(Open), options => options.ApiKey = "k");
        await SendAsync(Requests.To(Open), options => options.AccessToken = "t");

        _handler.Sent.ShouldAllBe(sent => !sent.Headers.ContainsKey("Authorization") && !sent.Headers.ContainsKey("x-api-key"));
    }

    [Theory]
    [InlineData("x-api-key", "other")]
    [InlineData("Authorization", "Bearer other")]
    public async Task A_second_credential_on_the_callers_HttpClient_is_refused(string header, string value)
    {
        using var httpClient = new HttpClient(_handler) { DefaultRequestHeaders = { { header, value } } };
        using var client = new RecoupClient(httpClient, new RecoupClientOptions { ApiKey = "k" });

        var exception = await Should.ThrowAsync<InvalidOperationException>(
            () => client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));

        exception.Message.ShouldContain("DefaultRequestHeaders contain a credential");
        exception.Message.ShouldNotContain("other");
        _handler.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_credential_of_the_callers_HttpClient_is_sent_when_the_options_have_none()
    {
        using var httpClient = new HttpClient(_handler) { DefaultRequestHeaders = { { "x-api-key", "own" } } };
        using var client = new RecoupClient(httpClient, new RecoupClientOptions());

        await client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken);

        _handler.Sent.ShouldHaveSingleItem().Headers["x-api-key"].ShouldBe("own");
    }

    private async Task SendAsync(ApiRequest<string> request, Action<RecoupClientOptions> configure)
    {
        using var client = Client(configure);
        await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private RecoupClient Client(Action<RecoupClientOptions> configure)
    {
        var options = new RecoupClientOptions();
        configure(options);
        return new RecoupClient(new HttpClient(_handler), options);
    }
}
