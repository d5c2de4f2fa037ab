using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Stubs;

/// <summary>Which stubs an emulator has, and with which of them a call is compared.</summary>
public sealed class StubBookTests
{
    [Theory]
    [InlineData("""{"v":1}""", """{"v":2}""", 1)]
    [InlineData("""{"v":1}""", """{"v":1.0}""", 1)]
    [InlineData("""{"v":"x"}""", """{"v":"y"}""", 1)]
    [InlineData("""{"v":true}""", """{"v":false}""", 1)]
    [InlineData("""{"v":{"k":1}}""", """{"v":{"k":2}}""", 1)]
    [InlineData("""{"a":{"b":{"c":{"d":1}}}}""", """{"a":{"b":{"c":{"d":2}}}}""", 1)]
    [InlineData("""{"a":{"b":{"c":{"d":{"e":1}}}}}""", """{"a":{"b":{"c":{"d":{"e":2}}}}}""", 2)]
    [InlineData("""{"v":[1]}""", """{"v":[2]}""", 2)]
    [InlineData("""{"v":1,"w":1}""", """{"v":1,"w":2}""", 1)]
    public async Task A_call_is_compared_only_with_stubs_that_require_its_values(string older, string latest, int expected)
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { With = { Divergences.D5 } });
        using var client = emulator.CreateHttpClient();
        var compared = 0;
        foreach (var parameters in new[] { older, latest })
            emulator.On(Issue).Where(_ => ++compared > 0, "counted").WithParameters(Json(parameters));

        await client.ExecuteAsync(Issue, older);

        compared.ShouldBe(expected);
    }

    [Fact]
    public async Task A_call_is_not_compared_with_a_stub_that_is_used_up()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        var compared = 0;
        mounted.Emulator.On(Update).Where(_ => ++compared > 0, "counted").Returns(new { }).Times(1);

        for (var call = 0; call < 3; call++)
            await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        compared.ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_stub_answers_no_call_whatever_is_added_to_it()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        var stub = mounted.Emulator.On(Update).FailsUpstream();

        mounted.Emulator.Remove(stub).ShouldBeTrue();
        mounted.Emulator.Remove(stub).ShouldBeFalse();
        mounted.Emulator.Engine.Services.Stubs.Remove(stub.Id).ShouldBeFalse();
        stub.Then.FailsUpstream().Where(_ => true);

        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(200);
        mounted.Emulator.Stubs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cleared_stubs_answer_no_call()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        var stub = mounted.Emulator.On(Update).FailsUpstream();
        mounted.Emulator.OnEveryAction().FailsUpstream();

        mounted.Emulator.ClearStubs();
        stub.Then.FailsUpstream();

        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(200);
        mounted.Emulator.Stubs.ShouldBeEmpty();
        mounted.Emulator.On(Update).Id.ShouldBe(3, "numbers are not given again");
    }

    [Fact]
    public async Task An_emulator_has_at_most_10000_stubs()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        for (var i = 0; i < 10_000; i++)
            emulator.On(Update);

        Should.Throw<RecoupEmulatorException>(() => emulator.On(Update)).Message
            .ShouldBe("The emulator has 10,000 stubs, and cannot take more. Remove stubs first.");
        emulator.Remove(emulator.Stubs[0]).ShouldBeTrue();
        emulator.On(Update).Id.ShouldBe(10_001);
    }

    [Fact]
    public async Task The_first_1000_unscripted_calls_are_listed()
    {
        var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Strict = true });
        emulator.Connect("googlesheets");
        using var client = emulator.CreateHttpClient();
        for (var call = 0; call < 1001; call++)
            await Should.ThrowAsync<RecoupEmulatorException>(() => client.ExecuteAsync(Update, ValidUpdate));

        (await Should.ThrowAsync<RecoupEmulatorException>(() => emulator.DisposeAsync().AsTask())).Message
            .Split("No stub answers").Length.ShouldBe(1 + 1000);
    }
}
