using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Worlds;

/// <summary>Saving, loading and resetting the state of an emulator.</summary>
public sealed class StateTests
{
    private const string Everything = $$"""
        {
          "defaultAccount": "label",
          "accounts": {
            "artist": { "credentials": "revoked", "upstream": "down", "connections": { "github": "initiated" } },
            "label": { "connections": { "googlesheets": "active", "linkedin": "revoked" }, "access": { "artist": "roster" } }
          },
          "sharedConnections": ["github"],
          "upstream": "down",
          "stubs": [
            { "action": "*", "account": "artist", "schema": { "required": ["x"] }, "delay": 2 },
            { "action": "{{Update}}", "where": { "sheet_name": "Streams" }, "outcomes": [
              { "failsUpstream": { "message": "m", "status": 429 }, "times": 2, "delay": 0.5 }, { "returns": { "$parameters": "" } }] }
          ],
          "files": {
            "https://a.example/1": { "isUnreachable": "gone" }, "https://a.example/2": { "failsUpstream": "full" },
            "https://a.example/3": { "fails": "reset" }, "https://a.example/4": { "returns": { "name": "a.png", "mimetype": "image/png" } }
          },
          "stagedFiles": [{ "name": "b.png", "mimetype": "image/png", "s3key": "k/b.png" }]
        }
        """;

    [Fact]
    public async Task A_saved_state_is_the_state()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, World.Parse(Everything));

        var saved = emulator.SaveWorld();
        await using var restored = RecoupEmulator.Start(Catalog, saved);

        restored.SaveWorld().ToJson().ShouldBe(saved.ToJson());
        restored.DefaultAccount.Name.ShouldBe("label");
        restored.GetConnection("linkedin").ShouldBe(ConnectionState.Revoked);
        restored.GetConnection("github", restored.GetAccount("artist")).ShouldBe(ConnectionState.Initiated);
        restored.IsUpstreamDown.ShouldBeTrue();
        restored.GetAccount("artist").ApiKey.ShouldBe(emulator.GetAccount("artist").ApiKey);
        string[] texts = ["gone", "full", "\"reset\"", "a.png", "k/b.png", "\"status\": 429", "roster", "revoked", "\"down\""];
        texts.ShouldAllBe(text => saved.ToJson().Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_saved_stub_continues_with_the_outcomes_that_are_left()
    {
        const string Stubs = $$"""
            { "stubs": [
              { "action": "{{Update}}", "outcomes": [{ "unsuccessful": "only", "times": 1 }] },
              { "action": "{{Update}}", "outcomes": [
                { "unsuccessful": "a" }, { "unsuccessful": "b", "times": 3 }, { "unsuccessful": "c" }] }
            ] }
            """;
        await using var emulator = RecoupEmulator.Start(Catalog, World.Parse(Stubs));
        var sent = await CallAsync(emulator, 2);

        await using var restored = RecoupEmulator.Start(Catalog, emulator.SaveWorld());

        sent.ShouldBe(["a", "b"]);
        (await CallAsync(restored, 4)).ShouldBe(["b", "b", "c", "c"]);
        (await CallAsync(emulator, 4)).ShouldBe(["b", "b", "c", "c"]);
    }

    [Fact]
    public async Task A_saved_state_has_no_stub_that_is_used_up_and_all_calls_of_later_outcomes()
    {
        const string Stubs = $$"""
            { "stubs": [
              { "action": "{{Update}}", "outcomes": [
                { "unsuccessful": "a", "times": 2 }, { "unsuccessful": "b", "times": 2 }, { "unsuccessful": "c" }] },
              { "action": "{{Update}}", "outcomes": [{ "unsuccessful": "once", "times": 1 }] }
            ] }
            """;
        await using var emulator = RecoupEmulator.Start(Catalog, World.Parse(Stubs));
        var sent = await CallAsync(emulator, 2);

        await using var restored = RecoupEmulator.Start(Catalog, emulator.SaveWorld());

        sent.ShouldBe(["once", "a"]);
        restored.Stubs.Count.ShouldBe(1);
        (await CallAsync(restored, 4)).ShouldBe(["a", "b", "b", "c"]);
    }

    [Fact]
    public async Task A_saved_state_names_the_stubs_that_it_cannot_have()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.On(Update).Where(_ => true).Returns(new { });
        emulator.AddAccount();

        var saved = emulator.SaveWorld().ToJson();

        saved.ShouldContain($"\"$comment\": \"Stubs that were scripted in C# are not part of this world: {Update} (stub 1)\"");
        saved.ShouldContain("\"account-2\": {");
    }

    [Fact]
    public async Task A_stub_of_a_world_that_is_changed_later_is_not_part_of_the_saved_one()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, World.Parse($$"""{ "stubs": [{ "action": "{{Update}}" }] }"""));
        emulator.SaveWorld().ToJson().ShouldContain($"\"action\": \"{Update}\"");

        emulator.Stubs[0].Returns(new { });

        emulator.SaveWorld().ToJson().ShouldContain($"are not part of this world: {Update} (stub 1)");
    }

    [Fact]
    public async Task A_reset_restores_the_start()
    {
        var setups = 0;
        await using var emulator = RecoupEmulator.Start(
            Catalog,
            new RecoupEmulatorOptions { World = World.Parse(Everything), Without = { Divergences.D3 } },
            emulator =>
            {
                setups++;
                emulator.Connect("github");
            });
        var before = emulator.SaveWorld().ToJson();
        emulator.Disconnect("github");
        emulator.AddAccount();
        emulator.ClearStubs();
        emulator.IsUpstreamDown = false;
        emulator.SetBehavior(ApiBehavior.Deployed);
        ((EmulatorClock)emulator.Clock).Advance(TimeSpan.FromDays(1));
        await CallAsync(emulator, 1);

        emulator.Reset();

        emulator.SaveWorld().ToJson().ShouldBe(before);
        (setups, emulator.Behavior, emulator.ActiveDivergences.Count).ShouldBe((2, ApiBehavior.Documented, 0));
        emulator.Clock.GetUtcNow().ShouldBe(EmulatorClock.DefaultStart);
        emulator.Journal.Count().ShouldBe(0);
        using var client = emulator.CreateHttpClient();
        await client.ExecuteAsync(Update, ValidUpdate);
        emulator.Journal.Single().Number.ShouldBe(1);
    }

    [Fact]
    public async Task A_reset_whose_setup_fails_changes_nothing()
    {
        var fails = false;
        await using var emulator = RecoupEmulator.Start(
            Catalog,
            new RecoupEmulatorOptions { World = World.Parse(Everything) },
            emulator =>
            {
                if (!fails)
                    return;
                emulator.Connect("github");
                emulator.SetBehavior(ApiBehavior.Deployed);
                ((EmulatorClock)emulator.Clock).Advance(TimeSpan.FromHours(1));
                emulator.Load(World.Parse("{}"));
                CallAsync(emulator, 1).GetAwaiter().GetResult();
                emulator.Replay("missing.jsonl");
            });
        emulator.Disconnect("github");
        emulator.On(Issue).Returns(new { n = 1 });
        emulator.SetDivergence(Divergences.D3);
        ((EmulatorClock)emulator.Clock).Advance(TimeSpan.FromDays(1));
        await CallAsync(emulator, 2);
        var before = Show();
        fails = true;

        Should.Throw<RecoupEmulatorException>(emulator.Reset).Message.ShouldStartWith("missing.jsonl: the recording cannot be read: ");

        Show().ShouldBe(before);
        await CallAsync(emulator, 1);
        emulator.Journal.All().Select(exchange => exchange.Number).ShouldBe([1, 2, 3]);

        string Show() => string.Join(
            '\n',
            emulator.SaveWorld().ToJson(),
            string.Join(' ', emulator.ActiveDivergences),
            emulator.Clock.GetUtcNow(),
            emulator.Journal.ToJson());
    }

    [Fact]
    public async Task A_call_that_is_under_way_during_a_reset_that_fails_is_recorded()
    {
        var fails = false;
        await using var emulator = RecoupEmulator.Start(
            Catalog, new RecoupEmulatorOptions(), _ => { if (fails) throw new InvalidOperationException("no"); });
        var (reached, released) = (new TaskCompletionSource(), new TaskCompletionSource<bool>());
        emulator.On(Update).Where(_ =>
        {
            reached.SetResult();
            return released.Task;
        }).Returns(new { });
        using var client = emulator.CreateHttpClient();

        var call = client.ExecuteAsync(Update, ValidUpdate);
        await reached.Task;
        fails = true;
        Should.Throw<InvalidOperationException>(emulator.Reset);
        released.SetResult(true);
        await call;

        emulator.Journal.ShouldHaveExecuted(Update);
        emulator.Verify();
    }

    [Fact]
    public async Task A_call_that_is_under_way_ends_with_the_state_in_which_it_began()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        var (reached, released) = (new TaskCompletionSource(), new TaskCompletionSource<bool>());
        emulator.On(Update).Where(_ =>
        {
            reached.SetResult();
            return released.Task;
        }).Returns(new { old = true });
        using var client = emulator.CreateHttpClient();

        var call = client.ExecuteAsync(Update, ValidUpdate);
        await reached.Task;
        emulator.Reset();
        released.SetResult(true);

        (await call).Body.ShouldContain("\"old\":true");
        emulator.Journal.Count().ShouldBe(0);
        emulator.Verify();
    }

    [Fact]
    public async Task Timers_on_the_clock_survive_a_reset()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        var clock = (EmulatorClock)emulator.Clock;
        clock.Advance(TimeSpan.FromSeconds(5));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10), clock);
        var stamp = clock.GetTimestamp();

        emulator.Reset();
        clock.Advance(TimeSpan.FromSeconds(9));
        var before = deadline.IsCancellationRequested;
        clock.Advance(TimeSpan.FromSeconds(1));

        (before, deadline.IsCancellationRequested, clock.GetElapsedTime(stamp)).ShouldBe((false, true, TimeSpan.FromSeconds(10)));
    }

    private static async Task<IReadOnlyList<string?>> CallAsync(RecoupEmulator emulator, int count)
    {
        using var client = emulator.CreateHttpClient();
        var errors = new List<string?>();
        for (var i = 0; i < count; i++)
        {
            var answer = await client.ExecuteAsync(Update, ValidUpdate);
            errors.Add(answer.Json.TryGetProperty("result", out var result) && result.TryGetProperty("error", out var error)
                ? error.GetString()
                : null);
        }

        return errors;
    }
}
