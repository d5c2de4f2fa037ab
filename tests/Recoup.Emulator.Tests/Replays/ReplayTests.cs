using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Emulator.Tests.Hosts;
using Recoup.Typed;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Replays;

public sealed class ReplayTests : IDisposable
{
    private const string AnyCall = """{"slug":"A","time":"2026-01-01T00:00:00Z",""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recoup-replay-");

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    private string Recording => Path.Combine(_folder.FullName, "r.jsonl");

    public static TheoryData<ApiBehavior> Behaviors => [ApiBehavior.Documented, ApiBehavior.Deployed];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Behaviors))]
    public async Task A_recorded_session_of_50_calls_is_answered_as_it_was(ApiBehavior behavior)
    {
        var recorded = await RecordSessionAsync(behavior);
        await using var emulator = Strict(behavior);

        emulator.Replay(Recording);

        using var client = emulator.CreateClient();
        (await SessionAsync(client)).ShouldBe(recorded);
        recorded.Distinct().Count().ShouldBeGreaterThan(40);
        emulator.Journal.All(Issue)[0].Outcome.ShouldBe($"replays {Recording}:2");
    }

    [Fact]
    public async Task A_session_that_was_recorded_from_a_deployed_server_is_never_wrapped_twice()
    {
        await RecordSessionAsync(ApiBehavior.Deployed);
        await using var emulator = Strict(ApiBehavior.Documented);
        emulator.Replay(Recording);
        using var client = emulator.CreateClient();

        var done = await client.ExecuteAsync(Issue, IssueOf(3), cancellationToken: Canceled);

        done.Result.EnumerateObject().Select(member => member.Name).ShouldBe(["data", "error", "successful"]);
        done.Data.GetProperty("number").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_documented_result_gets_the_envelope_in_deployed_behavior()
    {
        await RecordSessionAsync(ApiBehavior.Documented);
        await using var emulator = Strict(ApiBehavior.Deployed);
        emulator.Replay(Recording);
        using var client = emulator.CreateClient();

        var done = await client.ExecuteAsync(Issue, IssueOf(3), cancellationToken: Canceled);

        done.Result.EnumerateObject().Select(member => member.Name).ShouldBe(["data", "error", "successful"]);
        done.Data.GetProperty("number").GetInt32().ShouldBe(3);
        (await Should.ThrowAsync<RecoupException>(() => client.ExecuteAsync(Issue, IssueOf(7))))
            .StatusCode.ShouldBe(System.Net.HttpStatusCode.InternalServerError);
    }

    [Theory]
    [InlineData("""{"owner":"ada","repo":"engine","title":"Bug 3!"}""", """/title: expected "Bug 3", got "Bug 3!".""")]
    [InlineData("""{"owner":"ada","repo":"engine","title":"Bug 3","labels":["x"]}""", """/labels: unexpected ["x"].""")]
    public async Task A_call_with_one_changed_parameter_explains_how_the_nearest_recording_differs(string parameters, string difference)
    {
        await RecordSessionAsync(ApiBehavior.Documented);
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Replay(Recording, new ReplayOptions { Misses = ReplayMiss.Fail });
        using var client = emulator.CreateClient();

        var thrown = await Should.ThrowAsync<RecoupEmulatorException>(() => client.ExecuteAsync(Issue, Json(parameters)));

        thrown.Message.ShouldContain($"The nearest of 50 recordings of this action, {Recording}:5, differs at {difference}");
        thrown.Message.ShouldContain("Sent: {\"owner\":\"ada\"");
    }

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(true, null, true)]
    [InlineData(false, ReplayMiss.Fail, true)]
    [InlineData(true, ReplayMiss.Sample, false)]
    public async Task A_miss_fails_or_is_sampled(bool isStrict, ReplayMiss? misses, bool fails)
    {
        Write(Line(parameters: """{"owner":"ada","repo":"engine","title":"Bug"}"""));
        var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Strict = isStrict });
        emulator.Replay(Recording, new ReplayOptions { Misses = misses });
        using var client = emulator.CreateClient();

        Task<ActionResult<JsonElement>> CallAsync() => client.ExecuteAsync(Issue,
            Json("""{"owner":"ada","repo":"engine","title":"Bag"}"""));

        if (fails)
        {
            await Should.ThrowAsync<RecoupEmulatorException>(CallAsync);
        }
        else
        {
            (await CallAsync()).Result.ValueKind.ShouldBe(JsonValueKind.Object);
            emulator.Journal.Single(Issue).Outcome!.ShouldEndWith(
                $"The only recording of this action, {Recording}:1, differs at /title: expected \"Bug\", got \"Bag\".");
        }

        if (isStrict && fails)
            await Should.ThrowAsync<RecoupEmulatorException>(async () => await emulator.DisposeAsync());
        else
            await emulator.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"title":"Bug","repo":"engine","owner":"ada","n":1.0,"m":{"a":[1e2,-0.5]}}""")]
    [InlineData("""{"owner":"ada","repo":"engine","title":"Bug","m":{"a":[100,-5e-1]},"n":1}""")]
    public async Task Parameters_are_equal_as_JSON(string sent)
    {
        Write(Line(parameters: """{"owner":"ada","repo":"engine","title":"Bug","n":1,"m":{"a":[100.0,-0.50]}}"""));
        await using var emulator = Strict(ApiBehavior.Documented);
        emulator.Replay(Recording);
        using var client = emulator.CreateClient();

        (await client.ExecuteAsync(Issue, Json(sent), cancellationToken: Canceled)).Result.GetProperty("r").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Recordings_of_equal_calls_answer_in_their_order_and_the_last_one_repeats()
    {
        Write([.. Enumerable.Range(1, 3).Select(i => Line(result: $$"""{"r":{{i}}}"""))]);
        await using var emulator = Strict(ApiBehavior.Documented);
        emulator.Replay(Recording);
        using var client = emulator.CreateClient();

        var results = new List<int>();
        for (var i = 0; i < 5; i++)
            results.Add((await client.ExecuteAsync(Issue, Json(ValidIssue), cancellationToken: Canceled)).Result.GetProperty("r")
                .GetInt32());

        results.ShouldBe([1, 2, 3, 3, 3]);
    }

    public static TheoryData<string, string, bool> Replaced => new()
    {
        { "ada@lovelace.org", "grace@hopper.net", true },
        { "ada@lovelace.org", "Grace", false },
        { "Write to ada@lovelace.org today", "Write to grace@hopper.net today", true },
        { "Write to ada@lovelace.org today", "Write to grace@hopper.net tomorrow", false },
        { "Call +49 30 1234567", "Call +1 (415) 555-0132", true },
        { "sk-0123456789abcdef", "sk-fedcba98765432100", true },
        { """{"password":"hunter22","n":1}""", """{"password":"another","n":1}""", true },
        { """{"password":"hunter22","n":1}""", """{"password":7,"n":1}""", false },
    };

    [Theory]
    [MemberData(nameof(Replaced))]
    public async Task Where_a_value_was_replaced_its_type_and_format_are_compared(string recorded, string sent, bool isEqual)
    {
        JsonElement Parameters(string text, string secret) => JsonSerializer.SerializeToElement(new JsonObject
        {
            ["owner"] = "ada",
            ["repo"] = "engine",
            ["title"] = text,
            ["access_token"] = secret,
            ["people"] = new JsonObject { [$"{secret}@example.net"] = new JsonArray(1, 2) },
        });
        await using (var source = RecoupEmulator.Start(Catalog))
        {
            source.On(Issue).Returns(new { number = 1 });
            await using var recorder = new RecoupRecorder(Recording) { InnerHandler = source.CreateHandler() };
            using var recording = Client(recorder);
            await recording.ExecuteAsync(Issue, Parameters(recorded, "one"), cancellationToken: Canceled);
        }

        (await File.ReadAllTextAsync(Recording, Canceled)).ShouldNotContain("lovelace");
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Replay(Recording, new ReplayOptions { Misses = ReplayMiss.Fail });
        using var client = emulator.CreateClient();

        Task<ActionResult<JsonElement>> CallAsync() => client.ExecuteAsync(Issue, Parameters(sent, "another"), cancellationToken: Canceled);

        if (isEqual)
            (await CallAsync()).Result.GetProperty("number").GetInt32().ShouldBe(1);
        else
            (await Should.ThrowAsync<RecoupEmulatorException>(CallAsync)).Message.ShouldContain("differs at /title: expected ");
    }

    [Theory]
    [InlineData("Bearer abcDEF-123456")]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("call +49 30 1234567 or ada@lovelace.org")]
    [InlineData("https://ada:secret7@host.example/?token=abc123&x=1")]
    [InlineData("password=hunter22; Path=/")]
    [InlineData("V3JpdGUgdG8gYWRhQGxvdmVsYWNlLm9yZyB0b2RheQ==")]
    [InlineData("a%20mail%20to%20ada%40lovelace.org")]
    [InlineData("\t{\"headers\":[[\"Authorization\",\"Bearer x1y2z3x1y2\"]]}")]
    [InlineData("+٤٩٣٠١٢٣٤٥٦٧")]
    [InlineData("""{"a":"\ud800","b":["\udc00",1]}""")]
    [InlineData("""{"\ud800":1}""")]
    public async Task A_call_is_answered_by_its_own_recording_whatever_was_replaced_in_it(string value)
    {
        var parameters = JsonSerializer.SerializeToElement(new { owner = "ada", repo = "engine", title = value, Authorization = value });
        await using (var source = RecoupEmulator.Start(Catalog))
        {
            await using var recorder = new RecoupRecorder(Recording) { InnerHandler = source.CreateHandler() };
            using var recording = Client(recorder);
            await recording.ExecuteAsync(Issue, parameters, cancellationToken: Canceled);
        }

        await using var emulator = Strict(ApiBehavior.Documented);
        emulator.Replay(Recording);
        using var client = emulator.CreateClient();

        await client.ExecuteAsync(Issue, parameters, cancellationToken: Canceled);

        emulator.Journal.All(Issue)[0].Outcome.ShouldBe($"replays {Recording}:2");
    }

    [Fact]
    public async Task A_recording_with_equal_values_goes_before_one_with_stand_ins()
    {
        static string To(string address) => $$"""{"owner":"ada","repo":"engine","title":"{{address}}"}""";
        Write(
            Line(To("user-0123456789@example.com"), """{"r":1}""")[..^1] + ""","replaced":["/parameters/title"]}""",
            Line(To("ada@lovelace.org"), """{"r":2}"""));
        await using var emulator = Strict(ApiBehavior.Documented);
        emulator.Replay(Recording);
        using var client = emulator.CreateClient();

        async Task<int> CallAsync(string address) =>
            (await client.ExecuteAsync(Issue, Json(To(address)), cancellationToken: Canceled)).Result.GetProperty("r").GetInt32();

        (await CallAsync("ada@lovelace.org")).ShouldBe(2);
        (await CallAsync("ada@lovelace.org")).ShouldBe(2);
        (await CallAsync("grace@hopper.net")).ShouldBe(1);
    }

    [Theory]
    [InlineData(ValidIssue)]
    [InlineData("""{"owner":"mia","repo":"engine","title":"Bug"}""")]
    public async Task An_expired_recording_does_not_hide_a_fresh_one(string fresh)
    {
        Write(
            Line(result: """{"r":1}""", time: "2025-01-01T00:00:00Z"),
            Line(fresh, """{"r":2}""")[..^1] + ""","replaced":["/parameters"]}""");
        await using var emulator = Strict(ApiBehavior.Documented);
        emulator.Replay(Recording, new ReplayOptions { Expires = TimeSpan.FromDays(30) });
        using var client = emulator.CreateClient();

        (await client.ExecuteAsync(Issue, Json(ValidIssue), cancellationToken: Canceled)).Result.GetProperty("r").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public async Task An_expired_recording_fails_with_a_sentence(int days, bool isFresh)
    {
        Write(Line(time: "2026-01-01T00:00:00.000Z"));
        var clock = new EmulatorClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(days));
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { TimeProvider = clock });
        emulator.Replay(Recording, new ReplayOptions { Expires = TimeSpan.FromDays(30) });
        using var client = emulator.CreateClient();

        Task<ActionResult<JsonElement>> CallAsync() => client.ExecuteAsync(Issue, Json(ValidIssue), cancellationToken: Canceled);

        if (isFresh)
            await CallAsync();
        else
            (await Should.ThrowAsync<RecoupEmulatorException>(CallAsync)).Message.ShouldBe(
                $"{Recording}:1: the recording of {Issue} is from 2026-01-01 00:00 and 31 days old, and it expires after 30 days. "
                + "Record the call again, or allow recordings to be older.");
    }

    [Theory]
    [InlineData("""{"slug":"A"}""", ":1: expected \"parameters\", an object, but it is missing.")]
    [InlineData("""{"recoup":"recording","version":3}""", ":1: the recording has version 3 of the format")]
    [InlineData(AnyCall + """ "status":200,"parameters":{"q":"\ud800"}}""", ":1: \"parameters\" contains half of a surrogate pair.")]
    [InlineData(AnyCall + """ "status":200,"parameters":{"a":[{"\uDC00x":1}]}}""", ":1: \"parameters\" contains half of")]
    [InlineData(AnyCall + """ "status":200,"parameters":{},"result":"\ud83d\u0041"}""", ":1: \"result\" contains half of")]
    [InlineData(AnyCall + """ "status":400,"parameters":{},"error":["\ud800"]}""", ":1: \"error\" contains half of")]
    [InlineData("""{"slug":"A","par""", ":1: expected a recorded call, a JSON object in one line.")]
    public void A_file_that_is_no_recording_is_an_error_with_its_line(string content, string problem)
    {
        Write(content);
        var emulator = RecoupEmulator.Start(Catalog);

        Should.Throw<RecoupEmulatorException>(() => emulator.Replay(Recording)).Message.ShouldStartWith(Recording + problem);
    }

    [Fact]
    public void A_missing_file_is_an_error()
    {
        var emulator = RecoupEmulator.Start(Catalog);

        Should.Throw<RecoupEmulatorException>(() => emulator.Replay("missing.jsonl"))
            .Message.ShouldStartWith("missing.jsonl: the recording cannot be read: ");
    }

    [Fact]
    public async Task A_cut_line_is_ignored_and_noted_and_stubs_come_first()
    {
        File.WriteAllText(Recording, Line() + "\n" + Line()[..50]);
        var notes = new List<string>();
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Replay(Recording, new ReplayOptions { Note = notes.Add });
        emulator.On(Issue).Returns(new { r = "scripted" }).Times(1);
        using var client = emulator.CreateClient();

        (await client.ExecuteAsync(Issue, Json(ValidIssue), cancellationToken: Canceled)).Result.GetProperty("r").GetString()
            .ShouldBe("scripted");
        (await client.ExecuteAsync(Issue, Json(ValidIssue), cancellationToken: Canceled)).Result.GetProperty("r").GetInt32().ShouldBe(1);
        notes.ShouldBe([$"{Recording}:2: the last line is cut, and was ignored."]);
    }

    [Theory]
    [InlineData(502, """ "error":{"error":502,"message":"GITHUB_CREATE_ISSUE failed upstream: no luck"} """, 502, "no luck")]
    [InlineData(504, """ "text":"<html>gateway" """, 502, "status 504.")]
    [InlineData(429, """ "error":{"error":"slow down"} """, 429, "slow down")]
    [InlineData(400, """ "text":"no" """, 400, "no")]
    public async Task An_error_is_answered_as_such(int recorded, string body, int status, string text)
    {
        Write(Line(status: recorded, body: body));
        await using var emulator = Strict(ApiBehavior.Documented);
        emulator.Replay(Recording);
        using var client = emulator.CreateClient();

        var thrown = await Should.ThrowAsync<RecoupException>(() => client.ExecuteAsync(Issue, Json(ValidIssue)));

        ((int?)thrown.StatusCode).ShouldBe(status);
        thrown.ResponseBody.ShouldNotBeNull().ShouldContain(text);
        emulator.Journal.Single(Issue).Executed.ShouldBe(recorded >= 500);
    }

    public static TheoryData<int, string, string> OtherStatuses => new()
    {
        { 404, """ "text":"" """, "" },
        { 401, """ "error":null """, "null" },
        { 200, """ "error":{"ok":true} """, """{"ok":true}""" },
        { 299, """ "error":[] """, "[]" },
        { 499, """ "text":"<html>" """, "<html>" },
        { 600, """ "text":"beyond" """, "beyond" },
        { 204, """ "text":"" """, "" },
        { 204, """ "text":"HTTP sends no such body" """, "" },
        { 205, """ "error":{"no":"body"} """, "" },
        { 304, """ "error":{"no":"body"} """, "" },
    };

    [Theory]
    [MemberData(nameof(OtherStatuses))]
    public async Task Every_other_status_is_answered_as_it_was_recorded(int status, string recorded, string body)
    {
        Write(Line(status: status, body: recorded));
        await using var emulator = Strict(ApiBehavior.Documented);
        emulator.Replay(Recording);
        using var inProcess = emulator.CreateHttpClient();
        using var onPort = new HttpClient { BaseAddress = await emulator.StartListeningAsync(cancellationToken: Canceled) };
        onPort.DefaultRequestHeaders.Add("x-api-key", RecoupEmulator.DefaultApiKey);

        foreach (var client in (HttpClient[])[inProcess, onPort])
        {
            var answer = await client.ExecuteAsync(Issue, ValidIssue);
            ((int)answer.Status, answer.Body).ShouldBe((status, body));
        }

        foreach (var exchange in emulator.Journal.All(Issue))
        {
            (exchange.Status, exchange.Executed, Encoding.UTF8.GetString(exchange.ResponseBody.Span))
                .ShouldBe((status, status == 200, body));
        }
    }

    [Theory]
    [InlineData("""{"success":true,"result":{"n":1}}""")]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"success":false,"result":{"n":1}}""")]
    [InlineData("""{"shape":"wrong"}""")]
    [InlineData("[1]")]
    public async Task A_saved_journal_is_answered_as_it_was(string body)
    {
        async Task<string> CallAsync(RecoupEmulator emulator)
        {
            using var client = emulator.CreateHttpClient();
            return (await client.ExecuteAsync(Issue, ValidIssue)).Body;
        }

        await using (var source = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { OmitOptionalMembers = true }))
        {
            source.Connect("github");
            source.On(Issue).AnswersWrongShape(Json(body));
            (await CallAsync(source)).ShouldBe(body);
            source.Journal.SaveRecording(Recording);
        }

        await using var emulator = Strict(ApiBehavior.Documented);
        emulator.Replay(Recording);

        (await CallAsync(emulator)).ShouldBe(body);
    }

    private static RecoupEmulator Strict(ApiBehavior behavior) =>
        RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Strict = true, Behavior = behavior });

    private static RecoupClient Client(HttpMessageHandler handler) => new(
        new HttpClient(handler) { BaseAddress = new Uri("http://localhost/") },
            new RecoupClientOptions { ApiKey = RecoupEmulator.DefaultApiKey });

    private static JsonElement IssueOf(int i) => Json($$"""{"owner":"ada","repo":"engine","title":"Bug {{i}}"}""");

    private static string Line(
        string parameters = ValidIssue, string result = """{"r":1}""", string time = "2026-01-01T00:00:00.000Z", int status = 200,
        string? body = null) =>
        $$"""{"slug":"{{Issue}}","parameters":{{parameters}},"status":{{status}},{{body ?? $"\"result\":{result}"}},"time":"{{time}}"}""";

    private void Write(params string[] lines) => File.WriteAllText(Recording, string.Concat(lines.Select(line => line + "\n")));

    /// <summary>Records 50 calls with results of many shapes, failures and repeated parameters.</summary>
    private async Task<IReadOnlyList<string>> RecordSessionAsync(ApiBehavior behavior)
    {
        await using var source = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = behavior });
        var number = -1;
        source.On(Issue).Returns(_ =>
        {
            number++;
            return new JsonObject
            {
                ["number"] = number,
                ["tags"] = new JsonArray(number, number * 0.5, null, number % 2 == 0, new JsonObject { ["ü"] = "\u2028" }),
            };
        });
        for (var i = 7; i < 50; i += 10)
            source.On(Issue).WithParameters(IssueOf(i)).FailsUpstream($"no luck {i.ToString(CultureInfo.InvariantCulture)}");
        source.On(Issue).WithParameters(IssueOf(9)).Unsuccessful("not today");
        await using var recorder = new RecoupRecorder(Recording) { InnerHandler = source.CreateHandler() };
        using var client = Client(recorder);
        return await SessionAsync(client);
    }

    private static async Task<IReadOnlyList<string>> SessionAsync(RecoupClient client)
    {
        var answers = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            try
            {
                var done = await client.ExecuteAsync(Issue, IssueOf(i % 45), cancellationToken: Canceled);
                answers.Add($"{done.ExecutedAt:O} {done.Result.GetRawText()}");
            }
            catch (RecoupException exception)
            {
                answers.Add(exception.Message);
            }
        }

        return answers;
    }
}
