using System.Text.Json;
using Recoup.Actions;
using Recoup.Typed;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests;

/// <summary>The emulator as its users see it: generated calls through the typed client.</summary>
public sealed class TypedClientTests
{
    private static ActionCall<JsonElement> Call =>
        GoogleSheets.BatchUpdate(spreadsheetId: "1AbC", sheetName: "Streams", values: [["Artist", "Plays"], ["Ada", 42], [null, true]]);

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scripted_call_returns_its_result_and_is_in_the_journal()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.On(GoogleSheets.BatchUpdate).Returns(new { updatedCells = 6 });
        using var client = emulator.CreateClient();

        var done = await client.ExecuteAsync(Call, cancellationToken: Canceled);

        done.Result.GetProperty("updatedCells").GetInt32().ShouldBe(6);
        done.ExecutedAt.ShouldBe(EmulatorClock.DefaultStart);
        emulator.Journal.Single(GoogleSheets.BatchUpdate).Parameters.GetProperty("sheet_name").GetString().ShouldBe("Streams");
        emulator.Journal.ShouldHaveExecuted(GoogleSheets.BatchUpdate);
        emulator.Journal.Count(GoogleSheets.BatchUpdate).ShouldBe(1);
    }

    [Fact]
    public async Task A_stub_for_a_call_matches_its_parameters()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.On(GoogleSheets.BatchUpdate).Returns(new { which = "any" });
        emulator.On(Call).Returns(new { which = "this" });
        using var client = emulator.CreateClient();

        (await client.ExecuteAsync(Call, cancellationToken: Canceled)).Result.GetProperty("which").GetString().ShouldBe("this");
        var other = GoogleSheets.BatchUpdate(spreadsheetId: "2XyZ", sheetName: "Streams", values: []);
        (await client.ExecuteAsync(other, cancellationToken: Canceled)).Result.GetProperty("which").GetString().ShouldBe("any");
    }

    [Fact]
    public async Task Each_refusal_becomes_the_exception_of_its_status()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        using var client = emulator.CreateClient();

        (await Should.ThrowAsync<InvalidRequestException>(() =>
            client.ExecuteAsync(Update, Json("{}")))).Message.ShouldContain("spreadsheet_id");
        (await Should.ThrowAsync<AccessDeniedException>(() =>
            client.ExecuteAsync(Call, emulator.AddAccount().Id))).Message.ShouldContain("no access");
        var unknown = "NO_SUCH";
        (await Should.ThrowAsync<ActionNotFoundException>(() => client.ExecuteAsync(unknown, Json("{}")))).Message.ShouldContain("NO_SUCH");
        (await Should.ThrowAsync<ConnectorNotConnectedException>(() =>
            client.ExecuteAsync(Linkedin(), cancellationToken: Canceled))).Message.ShouldContain("linkedin");
        emulator.On(GoogleSheets.BatchUpdate).FailsUpstream("quota exceeded").Then.Unsuccessful("no such sheet");
        (await Should.ThrowAsync<UpstreamFailureException>(() => client.ExecuteAsync(Call))).Message.ShouldContain("quota exceeded");
        (await Should.ThrowAsync<ActionFailedException>(() => client.ExecuteAsync(Call))).Message.ShouldContain("no such sheet");
        emulator.RevokeCredentials();
        (await Should.ThrowAsync<UnauthorizedException>(() => client.ExecuteAsync(Call))).Message.ShouldContain("key");
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task A_call_succeeds_under_both_behaviors(ApiBehavior behavior)
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = behavior });
        emulator.On(GoogleSheets.BatchUpdate).Returns(new { updatedCells = 6 });
        using var client = emulator.CreateClient();

        (await client.ExecuteAsync(Call, cancellationToken: Canceled)).Data.GetProperty("updatedCells").GetInt32().ShouldBe(6);
    }

    [Fact]
    public async Task The_client_throws_the_emulators_own_exception()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.On(GoogleSheets.BatchUpdate).Returns(42);
        using var client = emulator.CreateClient();

        (await Should.ThrowAsync<RecoupEmulatorException>(() => client.ExecuteAsync(Call))).Message.ShouldContain("an object");
    }

    [Fact]
    public async Task The_clients_timeout_runs_on_the_emulators_clock()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.On(GoogleSheets.BatchUpdate).Delays(TimeSpan.FromMinutes(5)).Returns(new { }).Then.Fails(TransportFault.Hang);
        using var client = emulator.CreateClient();

        (await Assert.ThrowsAsync<TaskCanceledException>(() =>
            client.ExecuteAsync(Call, cancellationToken: Canceled))).InnerException.ShouldBeOfType<TimeoutException>();
        emulator.Clock.GetUtcNow().ShouldBe(EmulatorClock.DefaultStart + TimeSpan.FromSeconds(100));
        (await Assert.ThrowsAsync<TaskCanceledException>(() =>
            client.ExecuteAsync(Call, cancellationToken: Canceled))).InnerException.ShouldBeOfType<TimeoutException>();
    }

    [Fact]
    public async Task A_listed_action_of_the_catalog_can_be_executed()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        using var client = emulator.CreateClient();

        var actions = await client.ListActionsAsync(cancellationToken: Canceled);

        actions.Count.ShouldBe(Catalog.Actions.Count);
        actions.Single(action => action.Slug == Post).IsConnected.ShouldBeFalse();
    }

    [Fact]
    public async Task A_client_for_another_account_sends_its_key()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        var artist = emulator.AddAccount();
        emulator.Connect("googlesheets", artist);
        using var client = emulator.CreateClient(artist);

        await client.ExecuteAsync(Call, cancellationToken: Canceled);

        emulator.Journal.Single().Caller.ShouldBe(artist);
    }

    [Fact]
    public async Task Only_a_generated_method_names_an_action()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);

        Should.Throw<RecoupEmulatorException>(() => emulator.On(Linkedin)).Message.ShouldContain("[RecoupAction]");
        var misspelled = "GOOGLESHEETS_BATCH_UPDTE";
        Should.Throw<RecoupEmulatorException>(() =>
            emulator.On(misspelled)).Message.ShouldContain("Did you mean 'GOOGLESHEETS_BATCH_UPDATE'?");
        var connector = "googlesheet";
        Should.Throw<RecoupEmulatorException>(() => emulator.Connect(connector)).Message.ShouldContain("Did you mean 'googlesheets'?");
    }

    private static ActionCall<JsonElement> Linkedin() => LinkedIn.CreatePost(commentary: "New release");
}
