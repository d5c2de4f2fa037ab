using System.Globalization;
using System.Text.Json.Nodes;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Live;
using Recoup.Contracts.Live.Deployed;
using Recoup.Contracts.Live.Observations;
using Recoup.Emulator;

namespace Recoup.Contracts.Tests.Live;

/// <summary>
/// Changes answers of a deployed server, alone and in groups. The report names exactly what has changed, each change once.
/// </summary>
public sealed class MutationTests
{
    private const string Connected = "GOOGLESHEETS_LOOKUP_ROW";
    private const string Unconnected = "LINKEDIN_GET_MY_INFO";

    private static readonly LiveApiOptions Api = new() { Address = new Uri("http://localhost/"), ApiKey = RecoupEmulator.DefaultApiKey };

    [Fact]
    public async Task Each_changed_answer_is_reported_alone()
    {
        await using var subject = Start();
        foreach (var mutation in await MutationsAsync(subject))
            await ShouldReportAsync(subject, [mutation]);
    }

    [Fact]
    public async Task Changed_answers_are_reported_together_with_nothing_else()
    {
        await using var subject = Start();
        var mutations = (await MutationsAsync(subject)).GroupBy(mutation => mutation.Request + mutation.Found[0])
            .Select(group => group.First()).ToList();
        foreach (var group in Groups(mutations))
            await ShouldReportAsync(subject, group);
    }

    [Fact]
    public async Task A_status_that_several_answers_change_to_is_reported_once()
    {
        await using var subject = Start();
        var requests = await MutatedServer.RequestsAsync(Api);
        ProbeCase[] changed = [ProbeCase.NoCredential, ProbeCase.KeyAndToken, ProbeCase.FalseKey, ProbeCase.OtherScheme];

        var (report, text) = await VerifyAsync(
            subject, [.. changed.Select(one => new Mutation("", requests[one].Key, Mutation.Status(419), [], []))]);

        var finding = report.Findings.ShouldHaveSingleItem(text);
        finding.Message.ShouldBe(
            "GET /api/connectors/actions returned 419 instead of 401 in P2 (without a credential), P3 (key and token), which is about D2, "
            + "P4 (an unknown key), P4 (another scheme)");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_an_outage_no_divergence_counts_as_checked(bool isBefore)
    {
        await using var subject = Start();
        subject.Emulator.IsUpstreamDown = isBefore;
        var lists = await KeyOfListAsync("/api/connectors/actions");
        var partial = new Mutation("", lists, Mutation.Edit(body => body["actions"] = new JsonArray(body["actions"]!.AsArray()
            .Where(action => (string?)action!["connectorSlug"] == "composio").Select(action => action!.DeepClone()).ToArray())), [], []);

        var (report, text) = await VerifyAsync(subject, isBefore ? [] : [partial]);

        report.IsSuspect.ShouldBeTrue(text);
        text.ShouldContain("no divergence counts as checked, because there may be an outage");
        text.ShouldNotContain("divergences that were checked");
        text.ShouldNotContain("could not be observed");
    }

    [Theory]
    [InlineData(null, "Try again later.")]
    [InlineData("30", "Try again later (Retry-After: 30).")]
    public async Task A_429_is_reported_as_a_limit(string? wait, string advice)
    {
        await using var subject = Start();
        var requests = await MutatedServer.RequestsAsync(Api);
        var (actions, connectors) = (await KeyOfListAsync("/api/connectors/actions"), await KeyOfListAsync("/api/connectors"));
        foreach (var key in (string[])[actions, connectors, requests[ProbeCase.UnknownAction].Key])
        {
            var limited = new Mutation("", key, response =>
            {
                response.StatusCode = System.Net.HttpStatusCode.TooManyRequests;
                if (wait is not null)
                    response.Headers.Add("Retry-After", wait);
                return Task.CompletedTask;
            }, [], []);

            var error = await Should.ThrowAsync<LiveApiException>(VerifyAsync(subject, [limited]));

            error.Message.ShouldContain("429: the server limits the number of requests in a period. " + advice);
            error.Message.ShouldNotContain("address.");
        }
    }

    private static async Task ShouldReportAsync(Subject subject, IReadOnlyList<Mutation> mutations)
    {
        var (report, text) = await VerifyAsync(subject, mutations);
        var name = string.Join(" + ", mutations);

        report.IsSuspect.ShouldBeFalse(name);
        report.Findings.Select(finding => finding.Pointer.TrimStart('/')).Distinct()
            .ShouldBe(mutations.SelectMany(mutation => mutation.Found).Distinct(), ignoreOrder: true, name + "\n" + text);
        report.Findings.Select(finding => finding.Rule.Id).Distinct()
            .ShouldBe(mutations.SelectMany(mutation => mutation.Rules).Distinct(), ignoreOrder: true, name + "\n" + text);
        foreach (var reported in mutations.SelectMany(mutation => mutation.Texts))
            text.ShouldContain(reported, Case.Sensitive, name);
    }

    /// <summary>Groups of changes that can occur together. Each pair of such changes is in a group, and few pairs are in two.</summary>
    private static IEnumerable<List<Mutation>> Groups(List<Mutation> mutations)
    {
        const int Most = 5;
        var covered = new HashSet<(Mutation, Mutation)>();
        foreach (var (index, first) in mutations.Index())
        {
            foreach (var second in mutations.Skip(index + 1).Where(second => CanOccurWith(first, second)))
            {
                if (covered.Contains((first, second)))
                    continue;
                List<Mutation> group = [first, second];
                foreach (var next in mutations.Skip(mutations.IndexOf(second) + 1))
                {
                    // A finding names at most two of the answers that it is about.
                    if (group.Count < Most && group.Count(one => one.Found[0] == next.Found[0]) < 2
                        && group.TrueForAll(one => CanOccurWith(one, next) && !covered.Contains((one, next))))
                        group.Add(next);
                }

                foreach (var (at, one) in group.Index())
                    covered.UnionWith(group.Skip(at + 1).Select(other => (one, other)));
                yield return group;
            }
        }
    }

    private static bool CanOccurWith(Mutation first, Mutation second) => second.Request != first.Request && !Hides(first, second);

    // Invalid parameters are sent only if the service was reached with valid ones.
    private static bool Hides(Mutation first, Mutation second) => first.Found[0] == $"P18/{Connected}" && second.Found[0] == "D5";

    // The accounts: the default one, and one on its roster.
    private static Subject Start()
    {
        var emulator = Emulators.Start();
        var roster = emulator.AddAccount();
        emulator.AllowAccess(emulator.DefaultAccount, roster, AccountAccess.Roster);
        return new Subject(emulator, roster);
    }

    private static async Task<(Report Report, string Text)> VerifyAsync(Subject subject, IReadOnlyList<Mutation> mutations)
    {
        using var server = new MutatedServer(subject.Emulator.CreateHandler(), mutations);
        return await VerifyAsync(subject, server);
    }

    private static async Task<(Report Report, string Text)> VerifyAsync(Subject subject, MutatedServer server)
    {
        using var api = new LiveApi(new LiveApiOptions { Address = Api.Address, ApiKey = Api.ApiKey, Handler = server });
        var report = await ContractVerification.VerifyAsync(
            api,
            new VerifyOptions
            {
                Snapshot = ContractDocument.Load(Emulators.Catalog),
                AllowedActions = [new AllowedAction(Connected), new AllowedAction(Unconnected)],
                RosterAccount = subject.Roster.Id,
                Diff = new DiffOptions { TimeProvider = new EmulatorClock() },
            },
            TestContext.Current.CancellationToken);
        return (report, Verification.TextOf(report));
    }

    private static async Task<List<Mutation>> MutationsAsync(Subject subject)
    {
        var requests = await MutatedServer.RequestsAsync(Api);
        var mutations = new List<Mutation>();
        var status = 420;
        foreach (var (one, (key, request, step)) in requests)
        {
            var deployed = DeployedResponses.Of(one);
            var place = deployed.Row ?? $"{step.Split(' ')[0]}/{one}";
            status = status == 428 ? 430 : status + 1; // 429 is a limit
            mutations.Add(new Mutation(
                $"{one} is {status}",
                key,
                Mutation.Status(status),
                [place],
                [LiveRules.Unknown.Id],
                step,
                status.ToString(CultureInfo.InvariantCulture)));
            if (deployed.Row is { } row)
                mutations.Add(Healed(one, row, key, step, request.Documented));
            if (deployed.Envelopes.Count > 0)
            {
                mutations.Add(new Mutation(
                    $"{one} has a documented body",
                    key,
                    Mutation.Answer(deployed.Status, $$"""{"error":{{deployed.Status}},"message":"No."}"""),
                    ["D1"],
                    [LiveRules.PartlyHealed.Id],
                    "D1 is fixed in part",
                    step));
                mutations.Add(new Mutation(
                    $"{one} has another body",
                    key,
                    Mutation.Answer(deployed.Status, """{"problem":"No."}"""),
                    ["D1"],
                    [LiveRules.Unknown.Id],
                    step));
            }
        }

        foreach (var name in (string[])["Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers"])
            mutations.Add(new Mutation(
                $"without {name}",
                requests[ProbeCase.PreflightActions].Key,
                Mutation.WithoutHeader(name),
                ["D26"],
                [LiveRules.Unknown.Id],
                $"but the header {name} is missing"));
        mutations.AddRange(await ListsAsync());
        mutations.AddRange(await CallsAsync(subject));
        return mutations;
    }

    // The documented status with an envelope of the deployed server: only the row itself is fixed. If it has more answers, in part.
    private static Mutation Healed(ProbeCase one, string row, string key, string step, int? documented)
    {
        var isOneOfSeveral = row == "D26";
        var change = documented switch
        {
            200 => Mutation.Answer(200, """{"success":true,"actions":[]}"""),
            { } status => Mutation.Answer(status, """{"error":"No."}"""),
            null => Mutation.Answer(501, """{"title":"Outside the contract"}"""),
        };
        return new Mutation(
            $"{one} is as documented",
            key,
            change,
            [row],
            [isOneOfSeveral ? LiveRules.PartlyHealed.Id : LiveRules.Healed.Id],
            isOneOfSeveral ? $"{row} is fixed in part" : $"{row} is fixed: ",
            step);
    }

    private static async Task<IEnumerable<Mutation>> ListsAsync()
    {
        var actions = await KeyOfListAsync("/api/connectors/actions");
        var connectors = await KeyOfListAsync("/api/connectors");
        return
        [
            new(
                "an action without $schema",
                actions,
                Mutation.Edit(body => body["actions"]![0]!["parameters"]!.AsObject().Remove("$schema")),
                ["D12"],
                [LiveRules.PartlyHealed.Id],
                "D12 is fixed in part (1 of "),
            new(
                "an action with a name",
                actions,
                Mutation.Edit(body => body["actions"]![1]!["name"] = "Look up a row"),
                ["D9"],
                [LiveRules.PartlyHealed.Id],
                "is named 'Look up a row'"),
            new(
                "an action of no connector",
                actions,
                Mutation.Edit(body => body["actions"]![0]!["connectorSlug"] = "nowhere"),
                ["D10"],
                [LiveRules.Unknown.Id],
                "belongs to 'nowhere'"),
            new(
                "a connector that is gone",
                connectors,
                Mutation.Edit(body => Remove(body["connectors"]!.AsArray(), "twitter")),
                ["P9/twitter"],
                [LiveRules.Connector.Id],
                "the connector 'twitter' is no longer listed"),
            new(
                "a stored connector that is gone",
                connectors,
                Mutation.Edit(body => Remove(body["connectors"]!.AsArray(), "youtube")),
                ["P9/youtube"],
                [LiveRules.Connector.Id],
                "the connector 'youtube' is no longer listed"),
            new(
                "a connector without isConnected",
                connectors,
                Mutation.Edit(body => body["connectors"]![0]!.AsObject().Remove("isConnected")),
                ["P9/connectors/0"],
                [LiveRules.Body.Id]),
        ];
    }

    // The calls of allow-listed actions, and the call for an account on the roster.
    private static async Task<IEnumerable<Mutation>> CallsAsync(Subject subject)
    {
        using var server = new MutatedServer(subject.Emulator.CreateHandler(), []);
        await VerifyAsync(subject, server);
        var calls = server.Sent.FindAll(key => key.Contains(Connected, StringComparison.Ordinal));
        calls.Count.ShouldBe(2);
        var unconnected = server.Sent.Single(key => key.Contains(Unconnected, StringComparison.Ordinal));
        var roster = server.Sent.Single(key =>
            key.StartsWith("POST", StringComparison.Ordinal) && key.Contains($"{subject.Roster.Id}", StringComparison.Ordinal));
        string[] healed = [LiveRules.Healed.Id];
        return
        [
            new("a call is 431", calls[0], Mutation.Status(431), [$"P18/{Connected}"], [LiveRules.Unknown.Id], $"P18 ({Connected})"),
            new("a call has a result of its own", calls[0], Mutation.Edit(body => body["result"] = new JsonObject()), ["D13"], healed),
            new("a call has no time", calls[0], Mutation.Edit(body => body.AsObject().Remove("executedAt")), ["D15"], healed),
            new("a call is 502", calls[0], Mutation.Answer(502, """{"error":"No."}"""), ["D4"], healed),
            new("invalid parameters are 400", calls[1], Mutation.Answer(400, """{"error":"No."}"""), ["D5"], healed),
            new("an unconnected action is 409", unconnected, Mutation.Answer(409, """{"error":"No."}"""), ["D3"], healed),
            new("a roster account is 404", roster, Mutation.Answer(404, """{"error":"No."}"""), ["D17"], healed),
        ];
    }

    private static void Remove(JsonArray connectors, string slug) =>
        connectors.Remove(connectors.Single(connector => (string?)connector!["slug"] == slug));

    private static async Task<string> KeyOfListAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Api.Address!, path));
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("x-api-key", Api.ApiKey);
        return await MutatedServer.KeyOf(request);
    }

    private sealed record Subject(RecoupEmulator Emulator, EmulatedAccount Roster) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Emulator.DisposeAsync();
    }
}
