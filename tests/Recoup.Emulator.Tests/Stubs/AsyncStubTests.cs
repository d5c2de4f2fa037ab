using System.Text.Json;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Stubs;

/// <summary>Payloads and conditions that have to be awaited.</summary>
public sealed class AsyncStubTests
{
    /// <summary>Every form in which a test can give a payload.</summary>
#pragma warning disable CA2012 // The emulator awaits each value task once.
    public static TheoryData<string, Action<ActionStub>, string> Payloads => new()
    {
        { "async lambda", stub => stub.ReturnsRaw(async parameters => new { rows = await RowsAsync(parameters) }), """{"rows":2}""" },
        { "async lambda of a value", stub => stub.ReturnsRaw(async parameters => await RowsAsync(parameters)), "2" },
        { "async block", stub => stub.ReturnsRaw(async _ => { await Task.Yield(); return "done"; }), "\"done\"" },
        { "async null", stub => stub.ReturnsRaw(async _ => { await Task.Yield(); return null; }), "null" },
        { "lambda of a value", stub => stub.ReturnsRaw(_ => 1), "1" },
        { "lambda of null", stub => stub.ReturnsRaw(_ => null), "null" },
        { "lambda of a task", stub => stub.ReturnsRaw(parameters => RowsAsync(parameters)), "2" },
        { "lambda of a task of an object", stub => stub.ReturnsRaw(_ => Task.FromResult<object?>("x")), "\"x\"" },
        { "lambda of a value task", stub => stub.ReturnsRaw(parameters => ValueRowsAsync(parameters)), "2" },
        { "lambda of a task without result", stub => stub.ReturnsRaw(_ => YieldAsync()), "null" },
        { "lambda of a value task without result", stub => stub.ReturnsRaw(_ => ValueTask.CompletedTask), "null" },
        { "lambda with a type", stub => stub.ReturnsRaw((JsonElement parameters) => Rows(parameters)), "2" },
        { "method", stub => stub.ReturnsRaw(Text), "\"Streams\"" },
        { "function of a value", stub => stub.ReturnsRaw(new Func<JsonElement, int>(Rows)), "2" },
        { "async method", stub => stub.ReturnsRaw(TextAsync), "\"Streams\"" },
        { "async method of a value", stub => stub.ReturnsRaw(RowsAsync), "2" },
        { "async function of a value task", stub => stub.ReturnsRaw(new Func<JsonElement, ValueTask<int>>(ValueRowsAsync)), "2" },
        { "null", stub => stub.ReturnsRaw(null), "null" },
        { "task", stub => stub.ReturnsRaw(Task.FromResult(new { a = 1 })), """{"a":1}""" },
        { "task that runs", stub => stub.ReturnsRaw(RowsAsync(Json(ValidUpdate))), "2" },
        { "task of a task", stub => stub.ReturnsRaw(Task.FromResult(Task.FromResult(3))), "3" },
        { "value task", stub => stub.ReturnsRaw(ValueRowsAsync(Json(ValidUpdate))), "2" },
        { "value", stub => stub.ReturnsRaw(1), "1" },
    };
#pragma warning restore CA2012

    [Theory]
    [MemberData(nameof(Payloads), DisableDiscoveryEnumeration = true)]
    public async Task Every_form_of_a_payload_is_awaited_and_serialized(string form, Action<ActionStub> script, string result)
    {
        foreach (var host in Enum.GetValues<Host>())
        {
            await using var mounted = await MountedEmulator.StartAsync(host);
            script(mounted.Emulator.On(Update));

            for (var call = 0; call < 2; call++)
            {
                var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate);
                answer.Json.GetProperty("result").GetRawText().ShouldBe(result, $"{form}, {host}, call {call}");
            }
        }
    }

    [Theory, Everywhere]
    public async Task Returns_takes_the_same_forms(Host host, ApiBehavior behavior)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, behavior);
        mounted.Emulator.On(Update)
            .Returns(async parameters => new { rows = await RowsAsync(parameters) })
            .Then.Returns(_ => new { rows = 2 })
            .Then.Returns(Task.FromResult(new { rows = 2 }))
            .Then.Returns(RowsObjectAsync);

        for (var call = 0; call < 4; call++)
        {
            var result = (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Json.GetProperty("result");
            var payload = behavior == ApiBehavior.Deployed ? result.GetProperty("data") : result;
            payload.GetRawText().ShouldBe("""{"rows":2}""", $"call {call}");
        }
    }

    [Theory, Everywhere]
    public async Task A_condition_is_awaited(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Update).Returns(new { stub = "other" });
        mounted.Emulator.On(Update).Where(async parameters => await RowsAsync(parameters) == 2).Where(IsStreamsAsync)
            .Returns(new { stub = "async" });

        (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Body.ShouldContain("async");
        var other = ValidUpdate.Replace("Streams", "Q1", StringComparison.Ordinal);
        (await mounted.Client.ExecuteAsync(Update, other)).Body.ShouldContain("other");
    }

    [Fact]
    public async Task The_message_about_an_unscripted_call_awaits_conditions_too()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        var strict = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Strict = true });
        strict.On(Update).Where(async parameters => await RowsAsync(parameters) == 5);
        using var client = strict.CreateHttpClient();

        var thrown = await Should.ThrowAsync<RecoupEmulatorException>(() => client.ExecuteAsync(Update, ValidUpdate));

        thrown.Message.ShouldContain("  fails: Where(async parameters => await RowsAsync(parameters) == 5)");
    }

    [Fact]
    public async Task Code_of_a_test_that_throws_is_named()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        mounted.Emulator.On(Issue).Returns(async parameters =>
        {
            await Task.Yield();
            return parameters.GetProperty("absent");
        });
        mounted.Emulator.On(Update).Where(async parameters =>
        {
            await Task.Yield();
            return parameters.GetProperty("absent").GetBoolean();
        });

        var result = await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.Client.ExecuteAsync(Issue, ValidIssue));
        result.Message.ShouldStartWith($"The computed result of the stub for {Issue} threw KeyNotFoundException:");
        result.InnerException.ShouldBeOfType<KeyNotFoundException>();
        var condition = await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.Client.ExecuteAsync(Update, ValidUpdate));
        condition.Message.ShouldContain("parameters.GetProperty(\"absent\")");
        condition.InnerException.ShouldBeOfType<KeyNotFoundException>();
    }

    public static TheoryData<string, Action<ActionStub>> Failing => new()
    {
        { "lambda that throws", stub => stub.Returns(_ => throw new InvalidOperationException("no luck")) },
        { "condition that throws", stub => stub.Where(_ => throw new InvalidOperationException("no luck")).Returns(1) },
        { "task that failed", stub => stub.Returns(Task.FromException(new InvalidOperationException("no luck"))) },
        { "method that throws", stub => stub.Returns(new Func<JsonElement, int>(Broken)) },
        { "own cancellation", stub => stub.Returns(async _ => { await Task.FromCanceled(new CancellationToken(true)); return 1; }) },
        { "value that cannot be serialized", stub => stub.Returns(async _ => { await Task.Yield(); return typeof(string); }) },
    };

    [Theory]
    [MemberData(nameof(Failing), DisableDiscoveryEnumeration = true)]
    public async Task Every_failure_is_the_emulators_own_exception(string what, Action<ActionStub> script)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        script(mounted.Emulator.On(Update));

        var thrown = await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.Client.ExecuteAsync(Update, ValidUpdate), what);

        thrown.Message.ShouldContain($"the stub for {Update} threw");
        thrown.InnerException.ShouldNotBeNull(what).ShouldNotBeOfType<System.Reflection.TargetInvocationException>();
        mounted.Emulator.Journal.Single(Update).Status.ShouldBeNull();
    }

    [Fact]
    public async Task A_method_that_takes_no_parameters_of_a_call_is_refused()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        Should.Throw<ArgumentException>(() => mounted.Emulator.On(Update).Returns(() => 1)).Message.ShouldContain("JsonElement");
    }

    public static TheoryData<string, Action<ActionStub, Action>> Endless => new()
    {
        { "async lambda", (stub, begins) => stub.Returns(async _ => { begins(); await Task.Delay(Timeout.Infinite); return 1; }) },
        { "task", (stub, begins) => stub.Where(_ => { begins(); return true; }).Returns(new TaskCompletionSource<int>().Task) },
        { "condition", (stub, begins) => stub.Where(async _ => { begins(); await Task.Delay(Timeout.Infinite); return true; }) },
    };

    [Theory]
    [MemberData(nameof(Endless), DisableDiscoveryEnumeration = true)]
    public async Task The_end_of_a_request_ends_the_wait(string what, Action<ActionStub, Action> script)
    {
        foreach (var host in Enum.GetValues<Host>())
        {
            await using var mounted = await MountedEmulator.StartAsync(host);
            var begun = new TaskCompletionSource();
            script(mounted.Emulator.On(Update), () => begun.TrySetResult());
            using var canceled = new CancellationTokenSource();
            using var content = Requests.Content(
                System.Text.Encoding.UTF8.GetBytes($$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}"""), "application/json");

            var call = mounted.Client.PostAsync(Requests.Actions, content, canceled.Token);
            await begun.Task;
            await canceled.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(call);

            await mounted.Emulator.JournalHasAsync(1);
            mounted.Emulator.Journal.Single(Update).Error.ShouldNotBeNull(what).ShouldContain("canceled");
        }
    }

    [Fact]
    public async Task A_thread_that_waits_in_a_context_that_does_not_pump_gets_an_async_result()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.On(Update).Where(IsStreamsAsync).Returns(async parameters => new { rows = await RowsAsync(parameters) });
        using var client = emulator.CreateClient();

        Unpumped.Run(() => client.ExecuteAsync(Update, Json(ValidUpdate)).GetAwaiter().GetResult());

        emulator.Journal.ShouldHaveExecuted(Update);
    }

    private static async Task<int> RowsAsync(JsonElement parameters)
    {
        await Task.Delay(1);
        return Rows(parameters);
    }

    private static async ValueTask<int> ValueRowsAsync(JsonElement parameters) => await RowsAsync(parameters);

    private static async Task<object?> RowsObjectAsync(JsonElement parameters) => new { rows = await RowsAsync(parameters) };

    private static async Task<string> TextAsync(JsonElement parameters)
    {
        await Task.Yield();
        return Text(parameters);
    }

    private static async Task<bool> IsStreamsAsync(JsonElement parameters) => await TextAsync(parameters) == "Streams";

    private static async Task YieldAsync() => await Task.Yield();

    private static string Text(JsonElement parameters) => parameters.GetProperty("sheet_name").GetString()!;

    private static int Rows(JsonElement parameters) => parameters.GetProperty("values").GetArrayLength();

    private static int Broken(JsonElement parameters) => throw new InvalidOperationException("no luck");
}
