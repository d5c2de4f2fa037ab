using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Recoup.Typed.Tests.Transport;

/// <summary>Over real sockets: HttpClient forwards <c>x-api-key</c> to any host that a redirect names.</summary>
public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_a_second_host_is_not_followed_and_carries_no_credential(int status)
    {
        await using var second = await LoopbackServer.StartAsync(Respond);
        await using var first = await LoopbackServer.StartAsync(Redirect(second.Address, status));
        using var client = new RecoupClient(new RecoupClientOptions { BaseAddress = first.Address, ApiKey = Clients.Key });

        var exception = await Should.ThrowAsync<RecoupException>(() =>
            client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe((HttpStatusCode)status);
        exception.Message.ShouldContain(second.Address.Host);
        first.Received.ShouldHaveSingleItem()["x-api-key"].ShouldBe(Clients.Key);
        second.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_client_of_a_container_follows_no_redirect_either()
    {
        await using var second = await LoopbackServer.StartAsync(Respond);
        await using var first = await LoopbackServer.StartAsync(Redirect(second.Address, 307));
        var services = new ServiceCollection();
        services.AddRecoupClient(options => (options.BaseAddress, options.AccessToken) = (first.Address, "token"));
        await using var provider = services.BuildServiceProvider();

        await Should.ThrowAsync<RecoupException>(
            () => provider.GetRequiredService<RecoupClient>().SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));

        second.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_redirect_that_a_callers_HttpClient_followed_is_detected()
    {
        await using var second = await LoopbackServer.StartAsync(Respond);
        await using var first = await LoopbackServer.StartAsync(Redirect(second.Address, 307));
        using var httpClient = new HttpClient();
        using var client = new RecoupClient(httpClient, new RecoupClientOptions { BaseAddress = first.Address, ApiKey = Clients.Key });

        var exception = await Should.ThrowAsync<RecoupException>(() =>
            client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));

        exception.Message.ShouldContain("Set AllowAutoRedirect = false on its handler.");
        exception.ToString().ShouldNotContain(Clients.Key);
        // This behavior of HttpClient is the reason for the warning.
        second.Received.ShouldHaveSingleItem()["x-api-key"].ShouldBe(Clients.Key);
    }

    [Fact]
    public async Task No_cookie_of_a_response_is_sent_with_the_next_request()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "session=1";
            return Respond(context);
        });
        using var client = new RecoupClient(new RecoupClientOptions { BaseAddress = server.Address, ApiKey = Clients.Key });

        await client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken);
        await client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken);

        server.Received.Count.ShouldBe(2);
        server.Received.ShouldAllBe(headers => !headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task A_response_that_is_cut_off_in_its_body_is_a_network_failure_and_nothing_is_retried()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("""{"name":""", TestContext.Current.CancellationToken);
            context.Abort();
        });
        using var client = new RecoupClient(new RecoupClientOptions { BaseAddress = server.Address, ApiKey = Clients.Key });

        await Should.ThrowAsync<HttpRequestException>(() => client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));

        server.Received.ShouldHaveSingleItem();
    }

    private static Task Respond(HttpContext context) => context.Response.WriteAsync("""{"name":"Ada"}""");

    private static RequestDelegate Redirect(Uri target, int status) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = new Uri(target, "/elsewhere").AbsoluteUri;
        return Task.CompletedTask;
    };
}
