using System.Reflection;
using System.Text.Json;
using Recoup.Emulator.Control.Routes;

namespace Recoup.Emulator.Tests.Control;

/// <summary>Everything that C# can script is reachable over HTTP, or there is a reason why it is not.</summary>
public sealed class ReachabilityTests
{
    private const string Stub = "POST /_recoup/stubs";
    private const string Code = "Code cannot travel as JSON; 'where', 'schema' and {\"$parameters\": …} take its place.";
    private const string Language = "It is a part of C#.";

    private static readonly JsonElement Components = JsonElement.Parse(
        File.ReadAllText(Path.Combine(TestData.Repository, "specs", "emulator.json"))).GetProperty("components").GetProperty("schemas");

    /// <summary>Member -> route, with a member of the body or the parameter of the query after a space; or the reason.</summary>
    private static readonly Dictionary<string, string> Reached = new(StringComparer.Ordinal)
    {
        ["ActionStub.Slug"] = "GET /_recoup/stubs/{id} StubState.action",
        ["ActionStub.Id"] = "GET /_recoup/stubs/{id} StubState.id",
        ["ActionStub.Uses"] = "GET /_recoup/stubs/{id} StubState.uses",
        ["ActionStub.Then"] = Language,
        ["ActionStub.ToString"] = Language,
        ["ActionStub.Where"] = $"{Stub} Stub.where",
        ["ActionStub.WithParameters"] = $"{Stub} Stub.parameters",
        ["ActionStub.For"] = $"{Stub} Stub.account",
        ["ActionStub.Returns"] = $"{Stub} Outcome.returns",
        ["ActionStub.ReturnsRaw"] = $"{Stub} Outcome.returnsRaw",
        ["ActionStub.ReturnsNothing"] = $"{Stub} Outcome.returnsNothing",
        ["ActionStub.Unsuccessful"] = $"{Stub} Outcome.unsuccessful",
        ["ActionStub.FailsUpstream"] = $"{Stub} Outcome.failsUpstream",
        ["ActionStub.TimesOut"] = $"{Stub} Outcome.timesOut",
        ["ActionStub.Delays"] = $"{Stub} Outcome.delay",
        ["ActionStub.ExecutesThenLosesReply"] = $"{Stub} Outcome.executesThenLosesReply",
        ["ActionStub.Fails"] = $"{Stub} Outcome.fails",
        ["ActionStub.AnswersMalformedJson"] = $"{Stub} Outcome.answersMalformedJson",
        ["ActionStub.AnswersHtml"] = $"{Stub} Outcome.answersHtml",
        ["ActionStub.AnswersWrongShape"] = $"{Stub} Outcome.answersWrongShape",
        ["ActionStub.Times"] = $"{Stub} Outcome.times",
        ["Journal.Dropped"] = "GET /_recoup/journal ExchangeList.dropped",
        ["Journal.All"] = "GET /_recoup/journal",
        ["Journal.Count"] = "GET /_recoup/journal ExchangeList.total",
        ["Journal.Single"] = "GET /_recoup/journal",
        ["Journal.Executions"] = "GET /_recoup/journal ?executed",
        ["Journal.Of"] = "GET /_recoup/journal ?account",
        ["Journal.ShouldHaveExecuted"] = "POST /_recoup/expectations Expectation.executed",
        ["Journal.ShouldNotHaveCalled"] = "POST /_recoup/expectations Expectation.called",
        ["Journal.Clear"] = "DELETE /_recoup/journal",
        ["Journal.ToJson"] = "GET /_recoup/journal",
        ["Journal.SaveRecording"] = "GET /_recoup/recording",
        ["EmulatorClock.DefaultStart"] = Language,
        ["EmulatorClock.Advance"] = "POST /_recoup/clock/advance ClockAdvance.seconds",
        ["EmulatorClock.GetUtcNow"] = "GET /_recoup/clock Clock.now",
        ["EmulatorClock.GetTimestamp"] = Language,
        ["EmulatorClock.CreateTimer"] = Language,
        ["EmulatorClock.LocalTimeZone"] = Language,
        ["EmulatorClock.TimestampFrequency"] = Language,
        ["RecoupEmulator.DefaultApiKey"] = Language,
        ["RecoupEmulator.DefaultAccount"] = "GET /_recoup/accounts/{account}",
        ["RecoupEmulator.Accounts"] = "GET /_recoup/accounts",
        ["RecoupEmulator.Journal"] = "GET /_recoup/journal",
        ["RecoupEmulator.Clock"] = "GET /_recoup/clock",
        ["RecoupEmulator.IsUpstreamDown"] = "PUT /_recoup/upstream Upstream.state",
        ["RecoupEmulator.Behavior"] = "GET /_recoup/behavior Behavior.base",
        ["RecoupEmulator.ActiveDivergences"] = "GET /_recoup/behavior Behavior.divergences",
        ["RecoupEmulator.SetBehavior"] = "PUT /_recoup/behavior BehaviorUpdate.base",
        ["RecoupEmulator.SetDivergence"] = "PUT /_recoup/behavior/{divergence} DivergenceUpdate.isOn",
        ["RecoupEmulator.Reset"] = "POST /_recoup/reset",
        ["RecoupEmulator.Load"] = "PUT /_recoup/state",
        ["RecoupEmulator.SaveWorld"] = "GET /_recoup/state",
        ["RecoupEmulator.Start"] = Language,
        ["RecoupEmulator.StartListeningAsync"] = Language,
        ["RecoupEmulator.CreateClient"] = Language,
        ["RecoupEmulator.CreateHttpClient"] = Language,
        ["RecoupEmulator.CreateHandler"] = Language,
        ["RecoupEmulator.DisposeAsync"] = Language,
        ["RecoupEmulator.GetAccount"] = "GET /_recoup/accounts/{account}",
        ["RecoupEmulator.AddAccount"] = "POST /_recoup/accounts",
        ["RecoupEmulator.AllowAccess"] = "PUT /_recoup/accounts/{account}/access/{target} Access.access",
        ["RecoupEmulator.RevokeCredentials"] = "DELETE /_recoup/accounts/{account}/credentials",
        ["RecoupEmulator.Connect"] = "PUT /_recoup/accounts/{account}/connections/{connector}",
        ["RecoupEmulator.Disconnect"] = "PUT /_recoup/accounts/{account}/connections/{connector}",
        ["RecoupEmulator.SetConnection"] = "PUT /_recoup/accounts/{account}/connections/{connector} ConnectionUpdate.state",
        ["RecoupEmulator.GetConnection"] = "GET /_recoup/accounts/{account}/connections/{connector} Connection.state",
        ["RecoupEmulator.CompleteAuthorization"] = "POST /_recoup/authorizations AuthorizationBody.redirectUrl",
        ["RecoupEmulator.SetSharedConnection"] = "PUT /_recoup/connectors/{connector}/shared SharedConnection.connected",
        ["RecoupEmulator.SetUpstreamDown"] = "PUT /_recoup/accounts/{account}/upstream Upstream.state",
        ["RecoupEmulator.StageFile"] = "POST /_recoup/staged-files FileBody.name",
        ["RecoupEmulator.On"] = $"{Stub} Stub.action",
        ["RecoupEmulator.OnEveryAction"] = $"{Stub} Stub.action",
        ["RecoupEmulator.Stubs"] = "GET /_recoup/stubs",
        ["RecoupEmulator.Remove"] = "DELETE /_recoup/stubs/{id}",
        ["RecoupEmulator.ClearStubs"] = "DELETE /_recoup/stubs",
        ["RecoupEmulator.Replay"] = "POST /_recoup/recordings",
        ["RecoupEmulator.OnFile"] = "PUT /_recoup/files FileScript.url",
        ["RecoupEmulator.Verify"] = "POST /_recoup/verification",
        ["FileStub.Returns"] = "PUT /_recoup/files FileOutcome.returns",
        ["FileStub.IsUnreachable"] = "PUT /_recoup/files FileOutcome.isUnreachable",
        ["FileStub.FailsUpstream"] = "PUT /_recoup/files FileOutcome.failsUpstream",
        ["FileStub.Fails"] = "PUT /_recoup/files FileOutcome.fails",
        ["ReplayOptions.Expires"] = "POST /_recoup/recordings ?expires",
        ["ReplayOptions.Misses"] = "POST /_recoup/recordings ?misses",
        ["ReplayOptions.Note"] = Language,
        ["Exchange.Number"] = "GET /_recoup/journal Exchange.number",
        ["Exchange.At"] = "GET /_recoup/journal Exchange.at",
        ["Exchange.Operation"] = "GET /_recoup/journal Exchange.operation",
        ["Exchange.Slug"] = "GET /_recoup/journal Exchange.slug",
        ["Exchange.ToolSlug"] = "GET /_recoup/journal Exchange.toolSlug",
        ["Exchange.FileUrl"] = "GET /_recoup/journal Exchange.fileUrl",
        ["Exchange.Caller"] = "GET /_recoup/journal Exchange.caller",
        ["Exchange.Account"] = "GET /_recoup/journal Exchange.account",
        ["Exchange.Parameters"] = "GET /_recoup/journal Exchange.parameters",
        ["Exchange.Status"] = "GET /_recoup/journal Exchange.status",
        ["Exchange.ResponseContentType"] = "GET /_recoup/journal ExchangeResponse.contentType",
        ["Exchange.ResponseBody"] = "GET /_recoup/journal ExchangeResponse.json",
        ["Exchange.Duration"] = "GET /_recoup/journal Exchange.duration",
        ["Exchange.StubId"] = "GET /_recoup/journal Exchange.stub",
        ["Exchange.Fault"] = "GET /_recoup/journal Exchange.fault",
        ["Exchange.Outcome"] = "GET /_recoup/journal Exchange.outcome",
        ["Exchange.Executed"] = "GET /_recoup/journal Exchange.executed",
        ["Exchange.Executions"] = "GET /_recoup/journal Exchange.executions",
        ["Exchange.Error"] = "GET /_recoup/journal Exchange.error",
        ["Exchange.Violations"] = "GET /_recoup/journal Exchange.violations",
        ["Exchange.ToString"] = Language,
    };

    public static TheoryData<Type> Types =>
    [
        typeof(ActionStub), typeof(Journal), typeof(EmulatorClock), typeof(RecoupEmulator), typeof(FileStub), typeof(ReplayOptions),
        typeof(Exchange),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_public_member_has_a_route_or_a_reason(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var members = type.GetMembers(Own)
            .Where(member => member is not (ConstructorInfo or MethodInfo { IsSpecialName: true }))
            .Select(member => $"{type.Name}.{member.Name}").Distinct().Order().ToArray();

        Reached.Keys.Where(name => name.StartsWith(type.Name + ".", StringComparison.Ordinal)).Order().ShouldBe(members);
        foreach (var target in members.Select(member => Reached[member]).Where(target => target is not (Language or Code)))
            Check(target);
    }

    [Fact]
    public void Each_overload_that_takes_code_has_a_place_in_JSON()
    {
        var withCode = typeof(ActionStub).GetMethods()
            .Where(method => method.GetParameters().Any(parameter => typeof(Delegate).IsAssignableFrom(parameter.ParameterType)))
            .Select(method => method.Name).Distinct().Order();

        // See Code.
        withCode.ShouldBe(["Returns", "ReturnsRaw", "Where"]);
    }

    private static void Check(string target)
    {
        var parts = target.Split(' ');
        var route = ControlRoutes.All.SingleOrDefault(route => $"{route.Method} {route.Path}" == $"{parts[0]} {parts[1]}");
        route.ShouldNotBeNull(target);
        if (parts.Length == 2)
            return;
        if (parts[2].StartsWith('?'))
        {
            route.Query.ShouldContain(parts[2][1..], target);
            return;
        }

        var (schema, member) = (parts[2].Split('.')[0], parts[2].Split('.')[1]);
        Components.GetProperty(schema).GetProperty("properties").TryGetProperty(member, out _).ShouldBeTrue(target);
    }
}
