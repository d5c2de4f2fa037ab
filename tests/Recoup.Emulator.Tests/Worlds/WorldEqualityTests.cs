using System.Text;
using System.Text.Json;
using Recoup.Emulator.Tests.Hosts;
using Recoup.Emulator.Worlds;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Worlds;

/// <summary>A world and the same calls in C# give the same bytes.</summary>
public sealed class WorldEqualityTests
{
    private static readonly Dictionary<string, Action<RecoupEmulator>> Stubs = new()
    {
        ["""{ "returns": { "updatedCells": 4, "name": "é" } }"""] =
            emulator => emulator.On(Update).Returns(new { updatedCells = 4, name = "é" }),
        ["""{ "returns": [1] }"""] = emulator => emulator.On(Update).Returns(new[] { 1 }),
        ["""{ "returns": { "echo": { "$parameters": "" } } }"""] = emulator => emulator.On(Update).Returns(sent => new { echo = sent }),
        ["""{ "returnsRaw": null }"""] = emulator => emulator.On(Update).ReturnsRaw(null),
        ["""{ "returnsRaw": { "$parameters": "/values/1" } }"""] =
            emulator => emulator.On(Update).ReturnsRaw(sent => sent.GetProperty("values")[1]),
        ["""{ "returnsNothing": true }"""] = emulator => emulator.On(Update).ReturnsNothing(),
        ["""{ "unsuccessful": "quota" }"""] = emulator => emulator.On(Update).Unsuccessful("quota"),
        ["""{ "failsUpstream": true }"""] = emulator => emulator.On(Update).FailsUpstream(),
        ["""{ "failsUpstream": "quota" }"""] = emulator => emulator.On(Update).FailsUpstream("quota"),
        ["""{ "failsUpstream": { "message": "quota", "status": 429 } }"""] = emulator => emulator.On(Update).FailsUpstream("quota", 429),
        ["""{ "failsUpstream": { "message": "refused", "status": 400 } }"""] =
            emulator => emulator.On(Update).FailsUpstream("refused", 400),
        ["""{ "timesOut": true }"""] = emulator => emulator.On(Update).TimesOut(),
        ["""{ "timesOut": 2.5 }"""] = emulator => emulator.On(Update).TimesOut(TimeSpan.FromSeconds(2.5)),
        ["""{ "executesThenLosesReply": true }"""] = emulator => emulator.On(Update).ExecutesThenLosesReply(),
        ["""{ "executesThenLosesReply": "truncatedBody" }"""] =
            emulator => emulator.On(Update).ExecutesThenLosesReply(TransportFault.TruncatedBody),
        ["""{ "fails": "reset" }"""] = emulator => emulator.On(Update).Fails(TransportFault.Reset),
        ["""{ "fails": "resetMidBody" }"""] = emulator => emulator.On(Update).Fails(TransportFault.ResetMidBody),
        ["""{ "fails": "truncatedBody" }"""] = emulator => emulator.On(Update).Fails(TransportFault.TruncatedBody),
        ["""{ "fails": "refused" }"""] = emulator => emulator.On(Update).Fails(TransportFault.Refused),
        ["""{ "fails": "unknownHost" }"""] = emulator => emulator.On(Update).Fails(TransportFault.UnknownHost),
        ["""{ "fails": "hang" }"""] = emulator => emulator.On(Update).Fails(TransportFault.Hang),
        ["""{ "answersMalformedJson": true }"""] = emulator => emulator.On(Update).AnswersMalformedJson(),
        ["""{ "answersHtml": true }"""] = emulator => emulator.On(Update).AnswersHtml(),
        ["""{ "answersHtml": 403 }"""] = emulator => emulator.On(Update).AnswersHtml(403),
        ["""{ "answersWrongShape": { "ok" : [ true ] } }"""] =
            emulator => emulator.On(Update).AnswersWrongShape(new { ok = new[] { true } }),
        ["""{ "unsuccessful": "x", "times": 2, "delay": 3 }"""] =
            emulator => emulator.On(Update).Delays(TimeSpan.FromSeconds(3)).Unsuccessful("x").Times(2),
        ["""{ "failsUpstream": true, "times": 1 }, { "returns": {}, "delay": 0.5 }"""] =
            emulator => emulator.On(Update).FailsUpstream().Times(1).Delays(TimeSpan.FromSeconds(0.5)).Returns(new { }),
    };

    public static MatrixTheoryData<string, Host, ApiBehavior> Outcomes =>
        new(Stubs.Keys, Enum.GetValues<Host>(), Enum.GetValues<ApiBehavior>());

    [Theory, MemberData(nameof(Outcomes))]
    public async Task An_outcome_is_that_of_the_method(string outcomes, Host host, ApiBehavior behavior)
    {
        var world = WorldSamples.Stubs($$"""[{ "action": "{{Update}}", "outcomes": [{{outcomes}}] }]""");
        await using var described = await MountedEmulator.StartAsync(host, WorldSamples.Options(world, behavior));
        await using var scripted = await MountedEmulator.StartAsync(host, behavior);
        Stubs[outcomes](scripted.Emulator);

        var isHung = outcomes.Contains("hang", StringComparison.Ordinal);
        (await TranscriptAsync(described, isHung)).ShouldBe(await TranscriptAsync(scripted, isHung));
        Logged(described).ShouldBe(Logged(scripted));
        described.Emulator.Clock.GetUtcNow().ShouldBe(scripted.Emulator.Clock.GetUtcNow());
    }

    [Theory, Everywhere]
    public async Task A_whole_world_is_that_of_the_calls(Host host, ApiBehavior behavior)
    {
        const string world = """
            {
              "defaultAccount": "main",
              "accounts": {
                "roster": { "connections": { "googlesheets": "active", "linkedin": "expired" } },
                "main": {
                  "connections": { "googlesheets": "active", "linkedin": "initiated", "github": "revoked" },
                  "access": { "roster": "roster", "full": "full" }
                },
                "full": { "upstream": "down", "connections": { "googlesheets": "active" } },
                "gone": { "credentials": "revoked" }
              },
              "sharedConnections": ["linkedin"],
              "stubs": [
                { "action": "*", "where": { "sheet_name": "Streams" }, "outcomes": [{ "unsuccessful": "no" }, { "returns": { "n": 1 } }] },
                { "action": "LINKEDIN_CREATE_POST", "account": "main", "delay": 2 }
              ],
              "files": { "https://files.test/a.png": { "isUnreachable": true } },
              "stagedFiles": [{ "name": "a.png", "mimetype": "image/png" }]
            }
            """;
        await using var described = await MountedEmulator.StartAsync(host, WorldSamples.Options(world, behavior));
        await using var scripted = await MountedEmulator.StartAsync(host, behavior);
        var emulator = scripted.Emulator;
        var (main, roster, full, gone) = (emulator.DefaultAccount, emulator.AddAccount(), emulator.AddAccount(), emulator.AddAccount());
        foreach (var connector in Catalog.Actions.Select(action => action.ConnectorSlug).Distinct())
            emulator.Disconnect(connector);
        emulator.SetConnection("googlesheets", ConnectionState.Active);
        emulator.SetConnection("linkedin", ConnectionState.Initiated);
        emulator.SetConnection("github", ConnectionState.Revoked);
        emulator.SetConnection("googlesheets", ConnectionState.Active, roster);
        emulator.SetConnection("linkedin", ConnectionState.Expired, roster);
        emulator.Connect("googlesheets", full);
        emulator.AllowAccess(main, roster, AccountAccess.Roster);
        emulator.AllowAccess(main, full);
        emulator.SetUpstreamDown(full);
        emulator.RevokeCredentials(gone);
        emulator.SetSharedConnection("linkedin");
        emulator.OnEveryAction().Where(sent => sent.TryGetProperty("sheet_name", out var name) && name.ValueEquals("Streams"))
            .Unsuccessful("no").Then.Returns(new { n = 1 });
        emulator.On(Post).For(main).Delays(TimeSpan.FromSeconds(2));
        emulator.OnFile("https://files.test/a.png").IsUnreachable();
        emulator.StageFile("a.png", "image/png");

        (await TourAsync(described)).ShouldBe(await TourAsync(scripted));
        described.Emulator.Journal.ToJson().ShouldBe(emulator.Journal.ToJson());
    }

    [Fact]
    public void Every_outcome_in_CSharp_is_one_of_a_world()
    {
        string[] others = [nameof(ActionStub.For), nameof(ActionStub.Where), nameof(ActionStub.WithParameters), nameof(ActionStub.Times),
            nameof(ActionStub.Delays)];

        Names<ActionStub>().Except(others).Select(JsonNamingPolicy.CamelCase.ConvertName).Order()
            .ShouldBe(OutcomeTable.OfActions.Select(row => row.Name).Order());
        Names<FileStub>().Select(JsonNamingPolicy.CamelCase.ConvertName).Order()
            .ShouldBe(OutcomeTable.OfFiles.Select(row => row.Name).Order());

        static IEnumerable<string> Names<T>() => typeof(T).GetMethods()
            .Where(method => method.DeclaringType == typeof(T) && !method.IsSpecialName && method.Name != nameof(ToString))
            .Select(method => method.Name).Distinct();
    }

    private static async Task<string> TranscriptAsync(MountedEmulator mounted, bool isHung)
    {
        if (isHung)
            return await HangAsync(mounted);
        var text = new StringBuilder();
        for (var i = 0; i < 3; i++)
            await AppendAsync(text, () => mounted.Client.ExecuteAsync(Update, ValidUpdate));
        return text.ToString();
    }

    // A call is recorded when it starts to hang.
    private static async Task<string> HangAsync(MountedEmulator mounted)
    {
        var call = mounted.Client.ExecuteAsync(Update, ValidUpdate);
        while (mounted.Emulator.Journal.Count() == 0)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        mounted.Client.CancelPendingRequests();
        return (await Should.ThrowAsync<OperationCanceledException>(call)).GetType().Name;
    }

    private static async Task<string> TourAsync(MountedEmulator mounted)
    {
        var text = new StringBuilder();
        foreach (var account in mounted.Emulator.Accounts)
        {
            using var client = mounted.CreateClient();
            client.DefaultRequestHeaders.Add("x-api-key", account.ApiKey);
            foreach (var other in mounted.Emulator.Accounts)
            {
                await AppendAsync(text, () => client.GetAnswerAsync($"{Requests.Connectors}?account_id={other.Id}"));
                await AppendAsync(text, () => client.GetAnswerAsync($"{Requests.Actions}?account_id={other.Id}"));
                await AppendAsync(text, () => client.ExecuteAsync(Update, ValidUpdate, other.Id));
                await AppendAsync(text, () => client.ExecuteAsync(Post, ValidPost, other.Id));
                await AppendAsync(text, () => client.ExecuteAsync(Issue, ValidIssue, other.Id));
            }

            await AppendAsync(text, () => client.PostAsync(
                Requests.Files, """{"url":"https://files.test/a.png","toolSlug":"LINKEDIN_CREATE_POST"}"""));
            await AppendAsync(text, () => client.PostAsync(Requests.Connectors, """{"connector":"github"}"""));
        }

        return text.ToString();
    }

    private static async Task AppendAsync(StringBuilder text, Func<Task<Answer>> send)
    {
        try
        {
            var answer = await send();
            text.Append((int)answer.Status).Append(' ').Append(answer.ContentType).Append(' ').AppendLine(answer.Body);
        }
        catch (Exception exception) when (exception is not ShouldAssertException)
        {
            for (var cause = exception; cause is not null; cause = cause.InnerException)
                text.Append(cause.GetType().Name).Append(": ").AppendLine(cause.Message);
        }
    }

    private static string Logged(MountedEmulator mounted) => string.Join('\n', mounted.Emulator.Journal.All()
        .Select(exchange => $"{exchange.Slug} {exchange.Outcome} {exchange.Executions} {exchange.Fault} {exchange.Status}"));
}
