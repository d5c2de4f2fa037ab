using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Stubs;

public sealed class StrictTests
{
    private static readonly RecoupEmulatorOptions Strict = new() { Strict = true };

    [Fact]
    public async Task The_message_about_an_unscripted_call_shows_the_parameters_the_nearest_stub_and_the_line_to_add()
    {
        var mounted = await MountedEmulator.StartAsync(Host.InProcess, Strict);
        mounted.Emulator.On(Update)
            .Where(parameters => parameters.GetProperty("spreadsheet_id").GetString() == "1AbC")
            .WithParameters(Json("""{"spreadsheet_id":"1AbC","sheet_name":"Streams","values":[["Artist","Plays"],["Ada",43]]}"""))
            .Returns(new { });

        var exception = await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.Client.ExecuteAsync(Update, ValidUpdate));

        exception.Message.ReplaceLineEndings("\n").ShouldBe($$"""
            No stub answers GOOGLESHEETS_BATCH_UPDATE for account {{mounted.Emulator.DefaultAccount.Id}}.
            Sent: {"spreadsheet_id":"1AbC","sheet_name":"Streams","values":[["Artist","Plays"],["Ada",42]]}
            The only stub for this action:
              holds: Where(parameters => parameters.GetProperty("spreadsheet_id").GetString() == "1AbC")
              fails: WithParameters({"spreadsheet_id":"1AbC","sheet_name":"Streams","values":[["Artist","Plays"],["Ada",\
            43]]}) - /values/1/1: expected 43, got 42
            To answer it: emulator.On("GOOGLESHEETS_BATCH_UPDATE").Returns(new { … });
            """.Replace("\\\n", "", StringComparison.Ordinal).ReplaceLineEndings("\n"));
        (await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.DisposeAsync().AsTask())).Message.ShouldContain("No stub answers");
    }

    [Fact]
    public async Task The_message_names_a_used_up_stub_as_the_reason()
    {
        var mounted = await MountedEmulator.StartAsync(Host.InProcess, Strict);
        mounted.Emulator.On(Update).Returns(new { }).Times(1);
        await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        (await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.Client.ExecuteAsync(Update, ValidUpdate))).Message
            .ShouldContain("used up: it has answered 1 call");
    }

    [Fact]
    public async Task The_nearest_stub_is_the_oldest_of_those_with_the_fewest_failed_conditions()
    {
        var mounted = await MountedEmulator.StartAsync(Host.InProcess, Strict);
        mounted.Emulator.On(Update).Where(_ => false, "far").Where(_ => false, "farther");
        mounted.Emulator.On(Update).Where(_ => true, "near").Where(_ => false, "but not here");
        mounted.Emulator.On(Update).Where(_ => false, "just as near");
        mounted.Emulator.On(Issue).Returns(new { });

        (await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.Client.ExecuteAsync(Update, ValidUpdate))).Message
            .ReplaceLineEndings("\n").ShouldContain("""
            The nearest of 3 stubs for this action:
              holds: Where(near)
              fails: Where(but not here)
            To answer it
            """.ReplaceLineEndings("\n"));
        await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.DisposeAsync().AsTask());
    }

    [Fact]
    public async Task A_condition_that_throws_after_one_that_fails_is_shown_with_its_reason()
    {
        var mounted = await MountedEmulator.StartAsync(Host.InProcess, Strict);
        mounted.Emulator.On(Update).Where(_ => false, "first").Where(_ => throw new InvalidOperationException("no luck"), "second");

        (await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.Client.ExecuteAsync(Update, ValidUpdate))).Message
            .ShouldContain($"  fails: Where(second) - Where(second) of the stub for {Update} threw InvalidOperationException: no luck");
        await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.DisposeAsync().AsTask());
    }

    [Fact]
    public async Task On_a_port_an_unscripted_call_is_a_501_with_a_problem_document()
    {
        var mounted = await MountedEmulator.StartAsync(Host.Port, Strict);

        var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        ((int)answer.Status, answer.ContentType).ShouldBe((501, "application/problem+json"));
        answer.Json.GetProperty("detail").GetString()!.ShouldContain("No stub answers");
        await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.DisposeAsync().AsTask());
    }

    public static TheoryData<Action<ActionStub>, string> Unused => new()
    {
        { stub => stub.Returns(new { }), "" },
        { stub => stub.Where(parameters => true).Returns(new { }), ": Where(parameters => true)" },
        { stub => stub.Where(_ => true, "a").Where(_ => true, "b").Fails(TransportFault.Reset), ": Where(a), Where(b)" },
    };

    [Theory]
    [MemberData(nameof(Unused), DisableDiscoveryEnumeration = true)]
    public async Task An_unused_stub_fails_on_dispose(Action<ActionStub> script, string conditions)
    {
        var emulator = RecoupEmulator.Start(Catalog, Strict);
        script(emulator.On(Update));

        (await Should.ThrowAsync<RecoupEmulatorException>(() => emulator.DisposeAsync().AsTask())).Message.ShouldBe(
            $"The stub for {Update} was never used{conditions}. Remove it, or find out why the code under test did not make the call.");
    }

    [Theory]
    [InlineData(1, "1 call")]
    [InlineData(2, "2 calls")]
    public async Task A_fault_that_was_never_reached_fails_on_dispose(int calls, string answered)
    {
        var mounted = await MountedEmulator.StartAsync(Host.InProcess, Strict);
        mounted.Emulator.On(Update).Returns(new { }).Times(calls).Then.Fails(TransportFault.Reset).Then.Returns(new { });
        for (var call = 0; call < calls; call++)
            await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        (await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.DisposeAsync().AsTask())).Message.ShouldBe(
            $"A scripted outcome of the stub for {Update} never happened: fails: Reset. The stub answered {answered}.");
    }

    [Fact]
    public async Task A_fault_that_was_reached_passes()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, Strict);
        mounted.Emulator.On(Update).Fails(TransportFault.Reset);

        await Should.ThrowAsync<HttpRequestException>(() => mounted.Client.ExecuteAsync(Update, ValidUpdate));

        mounted.Emulator.Verify();
    }

    [Fact]
    public async Task A_call_in_flight_fails_on_dispose()
    {
        var mounted = await MountedEmulator.StartAsync(Host.InProcess, Strict);
        mounted.Emulator.On(Update).Fails(TransportFault.Hang);
        var call = mounted.Client.ExecuteAsync(Update, ValidUpdate);
        while (mounted.Emulator.Journal.Count() == 0)
            await Task.Yield();

        (await Should.ThrowAsync<RecoupEmulatorException>(() =>
            mounted.Emulator.DisposeAsync().AsTask())).Message.ShouldContain("still in flight");
        await Should.ThrowAsync<Exception>(() => call);
    }

    [Fact]
    public async Task A_test_that_scripts_everything_passes()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, Strict);
        mounted.Emulator.On(Update).FailsUpstream().Then.Returns(new { });
        await mounted.Client.ExecuteAsync(Update, ValidUpdate);
        await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        mounted.Emulator.Verify();
    }

    [Fact]
    public async Task Verify_checks_the_same_without_strict_mode()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        mounted.Emulator.On(Update).Returns(new { });

        Should.Throw<RecoupEmulatorException>(mounted.Emulator.Verify).Message.ShouldContain("never used");
    }
}
