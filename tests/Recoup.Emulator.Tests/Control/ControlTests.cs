using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator.Control.Routes;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Control;

/// <summary>The control API, through the client that the generator makes of its description.</summary>
public sealed class ControlTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Actions_are_searched_and_described()
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var found = await controlled.Control.ListActionsAsync(search: "create ISSUE", cancellationToken: Canceled);
        var paged = await controlled.Control.ListActionsAsync(offset: 1, limit: 2, cancellationToken: Canceled);
        var action = await controlled.Control.GetActionAsync(Issue, Canceled);

        found.Actions.Select(hit => hit.Slug).ShouldBe([Issue]);
        (paged.Total, paged.Actions.Count, paged.Actions[0].Slug).ShouldBe((4, 2, Issue));
        (action.Connector, action.Name).ShouldBe(("github", "Create an issue"));
        JsonElement.DeepEquals(action.Parameters, Catalog.Actions.Single(known => known.Slug == Issue).Parameters).ShouldBeTrue();
    }

    [Theory]
    [InlineData("A/B")]
    [InlineData("A%2FB")]
    [InlineData("A%B")]
    [InlineData("Ä ?#")]
    public async Task An_action_is_found_whatever_its_slug_is(string slug)
    {
        var action = new JsonObject
        {
            ["slug"] = slug,
            ["name"] = "",
            ["description"] = "",
            ["connectorSlug"] = "a",
            ["isConnected"] = true,
            ["parameters"] = new JsonObject { ["type"] = "object" },
        };
        var catalog = RecoupCatalog.Parse(new JsonObject { ["actions"] = new JsonArray(action) }.ToJsonString());
        await using var controlled = await ControlledEmulator.StartAsync(catalog: catalog);

        (await controlled.Control.GetActionAsync(slug, Canceled)).Slug.ShouldBe(slug);
        (await controlled.Control.ValidateParametersAsync(slug, new() { Parameters = Json("{}") }, Canceled)).Valid.ShouldBeTrue();
    }

    [Fact]
    public async Task Parameters_are_checked_without_an_execution()
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var invalid = await controlled.Control.ValidateParametersAsync(
            Issue, new() { Parameters = Json("""{"owner":"ada","title":7}""") }, Canceled);
        var valid = await controlled.Control.ValidateParametersAsync(Issue, new() { Parameters = Json(ValidIssue) }, Canceled);

        invalid.Valid.ShouldBeFalse();
        invalid.Violations.ShouldContain(violation => violation.Pointer == "/title" && violation.Keyword == "type");
        (valid.Valid, valid.Violations.Count).ShouldBe((true, 0));
        controlled.Emulator.Journal.Count().ShouldBe(0);
    }

    [Fact]
    public async Task A_call_is_written_for_other_tools()
    {
        await using var controlled = await ControlledEmulator.StartAsync(new RecoupEmulatorOptions
        {
            CallRenderer = (slug, parameters) => $"// {slug} {parameters.GetProperty("title")}",
        });
        var body = new EmulatorControl.ParametersBody { Parameters = Json("""{"title":"it's 'here' $(x)"}"""), Account = "default" };

        var call = await controlled.Control.RenderCallAsync(Issue, body, Canceled);

        call.Csharp.ShouldBe($"// {Issue} it's 'here' $(x)");
        Json(call.Json).GetProperty("account_id").GetGuid().ShouldBe(controlled.Emulator.DefaultAccount.Id);
        call.Curl.ShouldContain($"""'{"{"}"actionSlug":"{Issue}","parameters":{"{"}"title":"it'\''s '\''here'\'' $(x)"{"}"},""");
        call.Curl.ShouldContain($"{controlled.Address}api/connectors/actions");
        call.Curl.ShouldNotContain(controlled.Emulator.DefaultAccount.ApiKey);
    }

    [Fact]
    public void A_command_quotes_its_address_and_its_body() =>
        CallText.Curl("http://a'$(id)'.test", "{\"a\":\"it's\"}").ShouldBe(
            "curl -sS 'http://a'\\''$(id)'\\''.test/api/connectors/actions' \\\n"
            + "  -H \"x-api-key: $RECOUP_API_KEY\" \\\n"
            + "  -H 'Content-Type: application/json' \\\n"
            + "  --data-raw '{\"a\":\"it'\\''s\"}'");

    [Fact]
    public async Task Accounts_and_connections_are_set()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        var (control, emulator) = (controlled.Control, controlled.Emulator);

        var added = await control.AddAccountAsync(Canceled);
        var (id, account) = ($"{added.Id}", emulator.Accounts.Single(account => account.Id == added.Id));
        await control.SetConnectionAsync(id, "github", new() { State = "expired" }, Canceled);
        await control.SetAccessAsync("default", id, new() { Access = "full" }, Canceled);
        await control.SetAccountUpstreamAsync(id, new() { State = "down" }, Canceled);
        await control.SetSharedConnectionAsync("linkedin", new() { Connected = true }, Canceled);
        await control.RevokeCredentialsAsync(id, Canceled);
        var shown = await control.GetAccountAsync(id, Canceled);

        emulator.GetConnection("github", account).ShouldBe(ConnectionState.Expired);
        (await control.GetConnectionAsync(id, "github", Canceled)).State.ToString().ShouldBe("expired");
        (await control.ListConnectionsAsync("default", Canceled)).Single(connection => connection.Connector == "linkedin").State.ToString()
            .ShouldBe("none");
        (shown.ApiKey, $"{shown.Credentials}", $"{shown.Upstream}").ShouldBe((account.ApiKey, "revoked", "down"));
        (await control.ListConnectorsAsync(Canceled)).Single(connector => connector.Slug == "linkedin").Shared.ShouldBeTrue();
        (await control.ListAccountsAsync(Canceled)).Select(listed => listed.IsDefault).ShouldBe([true, false]);
    }

    [Fact]
    public async Task An_authorization_is_completed()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        var started = await controlled.Http.PostAsync(
            Requests.Connectors, """{"connector":"github","callback_url":"https://app.example/done"}""");
        var redirect = started.Json.GetProperty("data").GetProperty("redirectUrl").GetString()!;

        var completed = await controlled.Control.CompleteAuthorizationAsync(new() { RedirectUrl = redirect }, Canceled);

        completed.ReturnUrl.ShouldBe("https://app.example/done");
        controlled.Emulator.GetConnection("github").ShouldBe(ConnectionState.Active);
    }

    [Fact]
    public async Task A_stub_answers_in_sequence_and_shows_its_uses()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        var stub = await controlled.Control.AddStubAsync(
            new()
            {
                Action = Update,
                Where = Json("""{"sheet_name":"Streams"}"""),
                Outcomes =
                [
                    new() { FailsUpstream = Json("\"quota\""), Times = 1 },
                    new() { Returns = Json("""{"updatedCells":4}""") },
                ],
            },
            Canceled);

        var failed = await controlled.Http.ExecuteAsync(Update, ValidUpdate);
        var succeeded = await controlled.Http.ExecuteAsync(Update, ValidUpdate);
        var other = await controlled.Http.ExecuteAsync(Update, """{"spreadsheet_id":"1","sheet_name":"Other","values":[[1]]}""");
        var state = await controlled.Control.GetStubAsync((int)stub.Id, Canceled);

        ((int)failed.Status, (int)succeeded.Status, (int)other.Status).ShouldBe((502, 200, 200));
        succeeded.Body.ShouldContain("\"updatedCells\":4");
        other.Body.ShouldNotContain("updatedCells\":4");
        (state.Uses, state.IsUsedUp).ShouldBe((2, false));
        state.Conditions.Single().ShouldStartWith("where ");
        state.Script!.Action.ShouldBe(Update);
        controlled.Emulator.Journal.All(Update).Select(exchange => exchange.StubId).ShouldBe([(int)stub.Id, (int)stub.Id, null]);
    }

    [Fact]
    public async Task Stubs_are_listed_and_removed()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        controlled.Emulator.On(Issue).Returns(new { number = 7 });
        var stub = await controlled.Control.AddStubAsync(new() { Action = "*" }, Canceled);

        var both = await controlled.Control.ListStubsAsync(Issue, Canceled);
        var forPosts = await controlled.Control.ListStubsAsync(Post, Canceled);
        await controlled.Control.RemoveStubAsync((int)stub.Id, Canceled);
        var left = await controlled.Control.ListStubsAsync(cancellationToken: Canceled);
        await controlled.Control.RemoveStubsAsync(Canceled);

        both.Select(listed => listed.Action).ShouldBe([Issue, "*"]);
        both[0].Script.ShouldBeNull();
        forPosts.Select(listed => listed.Id).ShouldBe([stub.Id]);
        left.Select(listed => listed.Action).ShouldBe([Issue]);
        controlled.Emulator.Stubs.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_journal_is_filtered_and_has_requests_and_responses()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        await controlled.Http.ExecuteAsync(Update, ValidUpdate);
        await controlled.Http.ExecuteAsync(Post, ValidPost);
        await controlled.Http.GetAnswerAsync(Requests.Connectors);

        var all = await controlled.Control.ListExchangesAsync(cancellationToken: Canceled);
        var refused = await controlled.Control.ListExchangesAsync(status: 409, cancellationToken: Canceled);
        var executed = await controlled.Control.ListExchangesAsync(executed: true, account: "default", cancellationToken: Canceled);
        var last = await controlled.Control.ListExchangesAsync(last: true, limit: 1, bodies: false, cancellationToken: Canceled);
        var later = await controlled.Control.ListExchangesAsync(after: 1, before: 3, cancellationToken: Canceled);
        var found = await controlled.Control.ListExchangesAsync(search: "not connected", cancellationToken: Canceled);

        all.Exchanges.Select(exchange => exchange.Number).ShouldBe([1, 2, 3]);
        refused.Exchanges.Single().Slug.ShouldBe(Post);
        var update = executed.Exchanges.Single();
        JsonElement.DeepEquals(update.Parameters!.Value, Json(ValidUpdate)).ShouldBeTrue();
        update.Response!.Json!.Value.GetProperty("success").GetBoolean().ShouldBeTrue();
        (last.Total, last.Exchanges.Single().Number, last.Exchanges[0].Response).ShouldBe((3, 3, null));
        later.Exchanges.Single().Number.ShouldBe(2);
        found.Exchanges.Single().Number.ShouldBe(2);
    }

    [Fact]
    public async Task An_exchange_says_why_no_stub_answered_it()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        await controlled.Control.AddStubAsync(new() { Action = Issue, Where = Json("""{"owner":"bob"}""") }, Canceled);
        await controlled.Control.SetConnectionAsync("default", "github", new() { State = "active" }, Canceled);
        await controlled.Http.ExecuteAsync(Issue, ValidIssue);

        var detail = await controlled.Control.GetExchangeAsync(1, Canceled);

        detail.NearMiss!.Of.ShouldBe(1);
        detail.NearMiss.Conditions!.Single().Holds.ShouldBeFalse();
        detail.NearMiss.Conditions![0].Reason.ShouldBe("""/owner: expected "bob", got "ada".""".TrimEnd('.'));
        detail.NearMiss.Text.ShouldStartWith("The only stub for this action:");
    }

    [Fact]
    public async Task Expectations_and_the_end_of_a_test_are_checked()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        await controlled.Http.ExecuteAsync(Update, ValidUpdate);
        await controlled.Control.AddStubAsync(new() { Action = Post }, Canceled);

        var met = await controlled.Control.CheckExpectationAsync(new() { Action = Update, Executed = 1 }, Canceled);
        var missed = await controlled.Control.CheckExpectationAsync(new() { Action = Update, Executed = 2 }, Canceled);
        var called = await controlled.Control.CheckExpectationAsync(new() { Action = Update, Called = false }, Canceled);
        var unused = await controlled.Control.VerifyAsync(Canceled);

        (met.Passed, met.Problems.Count).ShouldBe((true, 0));
        missed.Problems.Single().ShouldStartWith($"Expected {Update} to be executed 2 times, but it was executed once.");
        called.Problems.Single().ShouldStartWith($"Expected no call of {Update}, but there was one.");
        unused.Problems.Single().ShouldStartWith($"The stub for {Post} was never used.");
    }

    [Fact]
    public async Task A_journal_becomes_a_recording_that_answers_calls()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        await controlled.Control.AddStubAsync(
            new() { Action = Update, Outcomes = [new() { Returns = Json("""{"updatedCells":4,"by":"ada@example.com"}""") }] }, Canceled);
        await controlled.Http.ExecuteAsync(Update, ValidUpdate);
        await controlled.Http.ExecuteAsync(Post, ValidPost);

        var recording = await controlled.Http.GetAnswerAsync("/_recoup/recording?action=" + Update);
        await controlled.Control.ResetAsync(Canceled);
        var added = await controlled.Http.PostAsync("/_recoup/recordings?misses=fail", recording.Body, "application/jsonl");
        var answer = await controlled.Http.ExecuteAsync(Update, ValidUpdate);
        var miss = await controlled.Http.ExecuteAsync(Update, """{"spreadsheet_id":"2","sheet_name":"x","values":[[1]]}""");

        recording.ContentType.ShouldBe("application/jsonl");
        recording.Body.ShouldContain("\"updatedCells\":4");
        recording.Body.ShouldNotContain("ada@example.com");
        recording.Body.ShouldNotContain(Post);
        ((int)added.Status, (int)answer.Status, (int)miss.Status).ShouldBe((204, 200, 501));
        answer.Body.ShouldContain("\"updatedCells\":4");
    }

    [Fact]
    public async Task The_clock_is_advanced()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        await using var real = await ControlledEmulator.StartAsync(new RecoupEmulatorOptions { TimeProvider = TimeProvider.System });

        var before = await controlled.Control.GetClockAsync(Canceled);
        var after = await controlled.Control.AdvanceClockAsync(new() { Seconds = 90.5 }, Canceled);
        var refused = await real.Http.PostAsync("/_recoup/clock/advance", """{"seconds":1}""");

        (before.Now, before.IsEmulated).ShouldBe((EmulatorClock.DefaultStart, true));
        (after.Now - before.Now).ShouldBe(TimeSpan.FromSeconds(90.5));
        (await real.Control.GetClockAsync(Canceled)).IsEmulated.ShouldBeFalse();
        ((int)refused.Status, refused.ContentType).ShouldBe((409, "application/problem+json"));
    }

    [Fact]
    public async Task The_behavior_is_switched_while_the_emulator_runs()
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var documented = await controlled.Http.ExecuteAsync(Post, ValidPost);
        await controlled.Control.SetDivergenceAsync("d3", new() { IsOn = true }, Canceled);
        var diverged = await controlled.Http.ExecuteAsync(Post, ValidPost);
        await controlled.Control.SetBehaviorAsync(new() { Base = "deployed" }, Canceled);
        await controlled.Control.SetDivergenceAsync("D3", new() { IsOn = false }, Canceled);
        var behavior = await controlled.Control.GetBehaviorAsync(Canceled);

        ((int)documented.Status, (int)diverged.Status).ShouldBe((409, 404));
        behavior.Base.ToString().ShouldBe("deployed");
        behavior.Divergences.Single(divergence => divergence.Id == "D3").IsOn.ShouldBeFalse();
        behavior.Divergences.Single(divergence => divergence.Id == "D4").IsOn.ShouldBeTrue();
        controlled.Emulator.ActiveDivergences.Count.ShouldBe(Divergences.All.Count - 1);
        (await controlled.Http.SendAsync(
            HttpMethod.Put, "/_recoup/behavior/D27", Requests.Content("""{"isOn":true}"""u8.ToArray(), "application/json")))
            .Json.GetProperty("detail").GetString().ShouldStartWith("The divergence D27 cannot be switched: ");
    }

    [Fact]
    public async Task The_upstream_goes_down_and_up()
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        await controlled.Control.SetUpstreamAsync(new() { State = "down" }, Canceled);
        var down = await controlled.Http.ExecuteAsync(Update, ValidUpdate);
        var state = await controlled.Control.GetUpstreamAsync(Canceled);
        await controlled.Control.SetUpstreamAsync(new() { State = "up" }, Canceled);

        ((int)down.Status, $"{state.State}").ShouldBe((502, "down"));
        ((int)(await controlled.Http.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(200);
    }

    [Fact]
    public async Task Files_are_scripted_and_staged()
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        await controlled.Control.ScriptFileAsync(
            new() { Url = "https://a.example/x.png", Outcome = new() { IsUnreachable = "gone" } }, Canceled);
        var staged = await controlled.Control.StageFileAsync(new() { Name = "a.png", Mimetype = "image/png" }, Canceled);
        var answer = await controlled.Http.PostAsync(
            Requests.Files, """{"url":"https://a.example/x.png","toolSlug":"GITHUB_CREATE_ISSUE","toolkitSlug":"github"}""");

        answer.Body.ShouldContain("gone");
        staged.S3Key.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_state_is_saved_loaded_and_reset()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        var control = controlled.Control;
        var added = await control.AddAccountAsync(Canceled);
        await control.SetConnectionAsync($"{added.Id}", "github", new() { State = "revoked" }, Canceled);
        await control.AddStubAsync(
            new()
            {
                Action = Update,
                Account = $"{added.Id}",
                Outcomes = [new() { Unsuccessful = "x", Times = 3 }, new() { TimesOut = true }],
            },
            Canceled);

        var saved = await control.GetStateAsync(Canceled);
        await control.ResetAsync(Canceled);
        var (accounts, stubs) = (controlled.Emulator.Accounts.Count, controlled.Emulator.Stubs.Count);
        await control.SetStateAsync(saved, Canceled);
        var again = await control.GetStateAsync(Canceled);

        (accounts, stubs).ShouldBe((1, 0));
        again.GetRawText().ShouldBe(saved.GetRawText());
        (await control.GetConnectionAsync($"{added.Id}", "github", Canceled)).State.ToString().ShouldBe("revoked");
        (await control.ListStubsAsync(cancellationToken: Canceled)).Single().Outcomes
            .ShouldBe(["unsuccessful, times 3", "times out"]);
    }
}
