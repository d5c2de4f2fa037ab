using Recoup.Emulator.Tests.Hosts;
using Recoup.Typed;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Stubs;

/// <summary>How often a third-party service that fails executes an action, and how long it takes.</summary>
public sealed class UpstreamFailureTests
{
    private static readonly TimeSpan AllTries = TimeSpan.FromSeconds(181.8);

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Statuses => new()
    {
        { "an answer that is no JSON", 200 },
        { "bad arguments", 400 },
        { "no connected account", 404 },
        { "a request time-out", 408 },
        { "a conflict", 409 },
        { "an unprocessable request", 422 },
        { "too many requests", 429 },
        { "an internal error", 500 },
        { "a bad gateway", 502 },
        { "a gateway time-out", 504 },
        { "the last status", 599 },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task The_deployed_server_asks_three_times_where_its_sdk_retries(string what, int status)
    {
        var expected = status is 408 or 409 or 429 or >= 500 ? 3 : 1;
        foreach (var host in Enum.GetValues<Host>())
        {
            await using var mounted = await MountedEmulator.StartAsync(host, ApiBehavior.Deployed);
            mounted.Emulator.On(Update).FailsUpstream(what, status);

            (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).ShouldBe(500, $$"""{"error":"Error executing the tool {{Update}}"}""");

            mounted.Emulator.Journal.Single(Update).Executions.ShouldBe(expected, what);
            mounted.Emulator.Journal.ShouldHaveExecuted(Update, expected);
        }
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task The_contract_says_nothing_of_retries_so_a_failure_is_one_execution(string what, int status)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        mounted.Emulator.On(Update).FailsUpstream(what, status);

        (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).DocumentedError(502).ShouldContain(what);

        mounted.Emulator.Journal.ShouldHaveExecuted(Update);
    }

    [Theory, Everywhere]
    public async Task A_time_out_lasts_as_long_as_all_tries_of_the_server(Host host, ApiBehavior behavior)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, behavior);
        mounted.Emulator.On(Update).TimesOut();

        var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        ((int)answer.Status).ShouldBe(behavior == ApiBehavior.Deployed ? 500 : 502);
        (mounted.Emulator.Clock.GetUtcNow() - EmulatorClock.DefaultStart)
            .ShouldBe(behavior == ApiBehavior.Deployed ? AllTries : TimeSpan.FromSeconds(60));
        mounted.Emulator.Journal.ShouldHaveExecuted(Update, behavior == ApiBehavior.Deployed ? 3 : 1);
    }

    [Theory, Everywhere]
    public async Task A_given_time_is_that_of_all_tries_together(Host host, ApiBehavior behavior)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, behavior);
        mounted.Emulator.On(Update).TimesOut(TimeSpan.FromSeconds(9));

        await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        (mounted.Emulator.Clock.GetUtcNow() - EmulatorClock.DefaultStart).ShouldBe(TimeSpan.FromSeconds(9));
        mounted.Emulator.Journal.ShouldHaveExecuted(Update, behavior == ApiBehavior.Deployed ? 3 : 1);
    }

    [Theory, Everywhere]
    public async Task A_client_with_the_default_time_out_gives_up_before_the_deployed_server(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, ApiBehavior.Deployed);
        var emulator = mounted.Emulator;
        emulator.On(Update).TimesOut();
        using var http = mounted.CreateClient();
        using var client = new RecoupClient(http, new RecoupClientOptions
        {
            ApiKey = emulator.DefaultAccount.ApiKey,
            BaseAddress = http.BaseAddress!,
            TimeProvider = emulator.Clock,
        });

        var thrown = await Assert.ThrowsAsync<TaskCanceledException>(() =>
            client.ExecuteAsync(Update, Json(ValidUpdate), cancellationToken: Canceled));

        thrown.InnerException.ShouldBeOfType<TimeoutException>().Message.ShouldContain("100 seconds");
        RecoupClient.MayHaveExecuted(thrown).ShouldBeTrue();
        (emulator.Clock.GetUtcNow() - EmulatorClock.DefaultStart).ShouldBeInRange(TimeSpan.FromSeconds(100), AllTries);
        await emulator.JournalHasAsync(1);
        emulator.Journal.ShouldHaveExecuted(Update, times: 3);
    }

    [Fact]
    public async Task A_client_that_waits_longer_gets_the_servers_response()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });
        emulator.On(Update).TimesOut();
        using var http = new HttpClient(emulator.CreateHandler());
        using var client = new RecoupClient(http, new RecoupClientOptions
        {
            ApiKey = emulator.DefaultAccount.ApiKey,
            BaseAddress = new Uri("http://localhost/"),
            TimeProvider = emulator.Clock,
            Timeout = TimeSpan.FromMinutes(4),
        });

        var thrown = await Should.ThrowAsync<RecoupException>(() =>
            client.ExecuteAsync(Update, Json(ValidUpdate), cancellationToken: Canceled));

        ((int?)thrown.StatusCode).ShouldBe(500);
    }

    [Fact]
    public async Task A_caller_that_gives_up_during_a_delay_has_executed_nothing()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.On(Update).Delays(TimeSpan.FromMinutes(5)).TimesOut();
        using var client = emulator.CreateClient();

        await Assert.ThrowsAsync<TaskCanceledException>(() => client.ExecuteAsync(Update, Json(ValidUpdate), cancellationToken: Canceled));

        emulator.Journal.ShouldHaveExecuted(Update, times: 0);
    }

    [Fact]
    public async Task The_messages_and_the_export_tell_that_one_call_executed_several_times()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);
        mounted.Emulator.On(Update).FailsUpstream().Then.Returns(new { });
        await mounted.Client.ExecuteAsync(Update, ValidUpdate);
        await mounted.Client.ExecuteAsync(Update, ValidUpdate);
        var journal = mounted.Emulator.Journal;

        var message = Should.Throw<RecoupEmulatorException>(() => journal.ShouldHaveExecuted(Update)).Message;

        message.ShouldStartWith(
            $"Expected {Update} to be executed once, but it was executed 4 times. The API asks a third-party service that fails");
        message.ShouldContain($"#1 POST /api/connectors/actions {Update}: 500, executed 3 times");
        message.ShouldContain($"#2 POST /api/connectors/actions {Update}: 200, executed");
        journal.Executions(Update).Select(exchange => exchange.Executions).ShouldBe([3, 1]);
        Json(journal.ToJson()).EnumerateArray().Select(item => item.TryGetProperty("executions", out var count) ? count.GetInt32() : 0)
            .ShouldBe([3, 0]);
    }

    [Fact]
    public async Task D4_decides_about_the_retries()
    {
        await using var with = await MountedEmulator.StartAsync(Host.InProcess, new RecoupEmulatorOptions { With = { Divergences.D4 } });
        await using var without = await MountedEmulator.StartAsync(
            Host.InProcess, new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed, Without = { Divergences.D4 } });
        foreach (var mounted in (MountedEmulator[])[with, without])
        {
            mounted.Emulator.On(Update).FailsUpstream();
            await mounted.Client.ExecuteAsync(Update, ValidUpdate);
        }

        with.Emulator.Journal.ShouldHaveExecuted(Update, times: 3);
        without.Emulator.Journal.ShouldHaveExecuted(Update, times: 1);
    }

    [Theory]
    [InlineData(199)]
    [InlineData(600)]
    public void A_status_that_no_response_has_is_refused(int status)
    {
        var emulator = RecoupEmulator.Start(Catalog);

        Should.Throw<ArgumentOutOfRangeException>(() => emulator.On(Update).FailsUpstream("x", status)).ParamName.ShouldBe("status");
    }
}

internal static class JournalWait
{
    /// <summary>Waits until the emulator has noticed on the port that its caller is gone.</summary>
    public static async Task JournalHasAsync(this RecoupEmulator emulator, int exchanges)
    {
        while (emulator.Journal.Count() < exchanges)
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }
}
