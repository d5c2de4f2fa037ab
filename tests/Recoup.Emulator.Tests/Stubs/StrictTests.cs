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
    public async Task On_a_port_an_unscripted_call_is_a_501_with_a_problem_document()
    {
        var mounted = await MountedEmulator.StartAsync(Host.Port, Strict);

        var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        ((int)answer.Status, answer.ContentType).ShouldBe((501, "application/problem+json"));
        answer.Json.GetProperty("detail").GetString()!.ShouldContain("No stub answers");
        await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.DisposeAsync().AsTask());
    }

    [Fact]
    public async Task An_unused_stub_fails_on_dispose()
    {
        var emulator = RecoupEmulator.Start(Catalog, Strict);
        emulator.On(Update).Where(parameters => true).Returns(new { });

        var exception = await Should.ThrowAsync<RecoupEmulatorException>(() => emulator.DisposeAsync().AsTask());

        exception.Message.ShouldContain("never used: Where(parameters => true)");
    }

    [Fact]
    public async Task A_fault_that_was_never_reached_fails_on_dispose()
    {
        var mounted = await MountedEmulator.StartAsync(Host.InProcess, Strict);
        mounted.Emulator.On(Update).Returns(new { }).Then.Fails(TransportFault.Reset).Then.Returns(new { });
        await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        (await Should.ThrowAsync<RecoupEmulatorException>(() =>
            mounted.DisposeAsync().AsTask())).Message.ShouldContain("never happened: fails: Reset");
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
