using Recoup.Typed.Tests.Transport;

namespace Recoup.Typed.Tests.Errors;

/// <remarks>Cancellations are asserted with xunit, because Shouldly throws its own exception for a canceled task.</remarks>
public sealed class TransportFaultTests
{
    [Fact]
    public async Task A_network_failure_reaches_the_caller_unchanged()
    {
        var fault = new HttpRequestException(HttpRequestError.ConnectionError, "connection refused");
        var handler = ScriptedHandler.Throwing(fault);
        using var client = Clients.Over(handler);

        (await Should.ThrowAsync<HttpRequestException>(() => client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken)))
            .ShouldBeSameAs(fault);

        handler.Sent.ShouldHaveSingleItem("nothing is retried");
    }

    [Fact]
    public async Task A_timeout_throws_the_same_as_HttpClient()
    {
        var clock = new ManualClock();
        var handler = new ScriptedHandler(async (_, cancellation) =>
        {
            clock.Advance(TimeSpan.FromSeconds(7));
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("unreachable");
        });
        using var client = Clients.Over(handler, options =>
        {
            options.TimeProvider = clock;
            options.Timeout = TimeSpan.FromSeconds(7);
        });

        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() =>
            client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));

        exception.InnerException.ShouldBeOfType<TimeoutException>();
        exception.Message.ShouldBe("readThing timed out after 7 seconds (RecoupClientOptions.Timeout). The server may have executed it.");
        handler.Sent.ShouldHaveSingleItem("nothing is retried");
    }

    [Fact]
    public async Task The_timeout_covers_the_token_provider()
    {
        var clock = new ManualClock();
        using var httpClient = new HttpClient(ScriptedHandler.Throwing(new InvalidOperationException("not to be reached")));
        using var client = new RecoupClient(httpClient, new RecoupClientOptions
        {
            TimeProvider = clock,
            AccessTokenProvider = async cancellation =>
            {
                clock.Advance(TimeSpan.FromSeconds(100));
                await Task.Delay(Timeout.Infinite, cancellation);
                return "never";
            },
        });

        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() =>
            client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));

        exception.InnerException.ShouldBeOfType<TimeoutException>();
    }

    [Fact]
    public async Task A_canceled_call_throws_with_the_token_of_the_caller()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = new ScriptedHandler(async (_, token) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("unreachable");
        });
        using var client = Clients.Over(handler);

        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => client.SendAsync(Requests.Thing(), cancellation.Token));

        exception.CancellationToken.ShouldBe(cancellation.Token);
        exception.InnerException.ShouldNotBeOfType<TimeoutException>();
    }

    [Fact]
    public async Task A_disposed_client_throws_and_the_HttpClient_of_a_caller_stays_open()
    {
        var handler = ScriptedHandler.Returning(System.Net.HttpStatusCode.OK, """{"name":"Ada"}""");
        using var httpClient = new HttpClient(handler);
        var own = new RecoupClient(new RecoupClientOptions { ApiKey = "k" });
        own.Dispose();
        new RecoupClient(httpClient, new RecoupClientOptions()).Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => own.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));
        using var second = new RecoupClient(httpClient, new RecoupClientOptions());
        (await second.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken)).ShouldBe("Ada");
    }
}
