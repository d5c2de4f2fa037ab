using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Control;

/// <summary>States, journals and stubs under load, cleared, restored and changed at bad moments.</summary>
public sealed class EngineAttackTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_state_that_is_saved_while_stubs_are_used_has_no_stub_without_outcomes()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        for (var i = 0; i < 200; i++)
        {
            await controlled.Control.AddStubAsync(
                new() { Action = Update, Outcomes = [new() { Unsuccessful = "a", Times = 1 }, new() { Unsuccessful = "b", Times = 1 }] },
                Canceled);
        }

        var calls = Task.Run(async () =>
        {
            for (var i = 0; i < 400; i++)
                await controlled.Http.ExecuteAsync(Update, ValidUpdate);
        }, Canceled);
        while (!calls.IsCompleted)
            controlled.Emulator.SaveWorld().ToJson().ShouldNotContain("\"outcomes\": []");
        await calls;
    }

    [Fact]
    public async Task A_stub_that_CSharp_changed_is_named_and_not_saved()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        await controlled.Control.AddStubAsync(new() { Action = Update, Outcomes = [new() { Unsuccessful = "a" }] }, Canceled);

        controlled.Emulator.Stubs[0].Then.Unsuccessful("b");

        controlled.Emulator.SaveWorld().ToJson().ShouldContain($"are not part of this world: {Update} (stub 1)");
        (await controlled.Control.GetStubAsync(1, Canceled)).Script.ShouldBeNull();
    }

    [Fact]
    public async Task A_state_can_always_be_loaded_again()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });
        emulator.SetSharedConnection("googledrive");
        emulator.AllowAccess(emulator.DefaultAccount, emulator.DefaultAccount, AccountAccess.Roster);
        emulator.SetBehavior(ApiBehavior.Documented);

        var saved = emulator.SaveWorld();
        emulator.Load(saved);

        emulator.SaveWorld().ToJson().ShouldBe(saved.ToJson());
    }

    [Fact]
    public async Task An_authorization_of_before_completes_nothing_after_a_load()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        controlled.Emulator.Disconnect("github");
        var started = await controlled.Http.PostAsync(Requests.Connectors, """{"connector":"linkedin"}""");
        controlled.Emulator.SetConnection("github", ConnectionState.Initiated);
        controlled.Emulator.Load(controlled.Emulator.SaveWorld());

        Should.Throw<RecoupEmulatorException>(() => controlled.Emulator.CompleteAuthorization(
            started.Json.GetProperty("data").GetProperty("redirectUrl").GetString()!));

        controlled.Emulator.GetConnection("github").ShouldBe(ConnectionState.Initiated);
    }

    [Fact]
    public async Task A_condition_that_throws_is_part_of_the_explanation()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        await controlled.Http.ExecuteAsync(Update, ValidUpdate);
        controlled.Emulator.On(Update).Where(sent => sent.GetProperty("absent").GetBoolean());

        var detail = await controlled.Control.GetExchangeAsync(1, Canceled);

        // The stub came after the call.
        detail.NearMiss!.Text.ShouldBe("There is no stub for this action.");
        controlled.Emulator.Stubs[0].Returns(new { });
        ((int)(await controlled.Http.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(501);
        var thrown = await controlled.Control.GetExchangeAsync(2, Canceled);
        thrown.NearMiss!.Conditions!.Single().Reason.ShouldNotBeNull().ShouldContain("threw");
    }

    [Fact]
    public async Task A_recording_with_a_broken_line_adds_nothing()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        await controlled.Http.ExecuteAsync(Update, ValidUpdate);
        var recording = (await controlled.Http.GetAnswerAsync("/_recoup/recording")).Body;

        var broken = await controlled.Http.PostAsync(
            "/_recoup/recordings?misses=fail", recording + "[]\n" + recording, "application/jsonl");
        var answer = await controlled.Http.ExecuteAsync(Update, """{"spreadsheet_id":"2","sheet_name":"x","values":[[1]]}""");

        broken.Json.GetProperty("detail").GetString().ShouldStartWith("recording:3: ");
        ((int)broken.Status, (int)answer.Status).ShouldBe((400, 200));
    }

    [Fact]
    public async Task Resets_do_not_overlap()
    {
        await using var emulator = RecoupEmulator.Start(
            Catalog, new RecoupEmulatorOptions(), emulator =>
            {
                emulator.On(Update).Returns(new { });
                Thread.Yield();
            });

        await Parallel.ForAsync(0, 50, Canceled, (_, _) =>
        {
            emulator.Reset();
            return ValueTask.CompletedTask;
        });

        emulator.Stubs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Shapes_that_are_gone_and_nested_members_do_not_slow_the_search()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { With = { Divergences.D5 } });
        for (var i = 0; i < 40; i++)
            emulator.Remove(emulator.On(Issue).WithParameters(Json($$"""{"x{{i}}":1}""")));
        var compared = 0;
        for (var i = 0; i < 3_000; i++)
            emulator.On(Issue).WithParameters(Json($$"""{"body":{"k":{{i}} } }""")).Where(_ => ++compared > 0, "counted").Returns(new { });
        using var client = emulator.CreateHttpClient();

        await client.ExecuteAsync(Issue, """{"body":{"k":77}}""");
        await client.ExecuteAsync(Issue, """{"body":{"k":-1}}""");

        compared.ShouldBe(1);
    }

    [Fact]
    public void A_key_that_no_header_can_have_is_refused() =>
        Should.Throw<RecoupEmulatorException>(() => RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { ApiKey = "abc" }))
            .Message.ShouldBe("RecoupEmulatorOptions.ApiKey: expected 8 to 256 visible ASCII characters, got another text.");
}
