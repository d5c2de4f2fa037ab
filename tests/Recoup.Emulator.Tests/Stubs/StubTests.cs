using System.Text.Json;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Stubs;

public sealed class StubTests
{
    private static readonly int[] OneAndTwo = [1, 2];

    [Theory, Everywhere]
    public async Task Outcomes_run_in_sequence_and_the_last_one_repeats(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Update).FailsUpstream().Times(2).Then.Returns(new { call = 3 }).Then.Returns(new { call = 4 });

        await StatusesAsync(mounted, 5).ShouldBeAsync(["502", "502", "{\"call\":3}", "{\"call\":4}", "{\"call\":4}"]);
    }

    [Fact]
    public async Task The_earlier_stub_answers_after_a_stub_is_used_up()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        mounted.Emulator.On(Update).Returns(new { stub = 1 });
        mounted.Emulator.On(Update).Returns(new { stub = 2 }).Times(1);

        await StatusesAsync(mounted, 3).ShouldBeAsync(["{\"stub\":2}", "{\"stub\":1}", "{\"stub\":1}"]);
    }

    [Fact]
    public async Task Conditions_select_the_stub()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        var artist = mounted.Emulator.AddAccount();
        mounted.Emulator.AllowAccess(mounted.Emulator.DefaultAccount, artist);
        mounted.Emulator.Connect("googlesheets", artist);
        mounted.Emulator.On(Update).Returns(new { stub = "any" });
        mounted.Emulator.On(Update)
            .Where(parameters => parameters.GetProperty("sheet_name").GetString() == "Q2")
            .Returns(new { stub = "where" });
        mounted.Emulator.On(Update)
            .WithParameters(Json("""{"values":[[1.0]],"sheet_name":"Q3","spreadsheet_id":"1"}"""))
            .Returns(new { stub = "with" });
        mounted.Emulator.On(Update).For(artist).Returns(new { stub = "for" });

        (await ResultAsync(mounted, ValidUpdate)).ShouldContain("any");
        (await ResultAsync(mounted, """{"spreadsheet_id":"1","sheet_name":"Q2","values":[]}""")).ShouldContain("where");
        (await ResultAsync(mounted, """{"spreadsheet_id":"1","sheet_name":"Q3","values":[[1]]}""")).ShouldContain("with");
        (await ResultAsync(mounted, ValidUpdate, artist.Id)).ShouldContain("for");
    }

    [Fact]
    public async Task A_result_can_be_computed_from_the_parameters()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        mounted.Emulator.On(Update).Returns(parameters => new { rows = parameters.GetProperty("values").GetArrayLength() });

        (await ResultAsync(mounted, ValidUpdate)).ShouldBe("""{"rows":2}""");
    }

    [Theory, Everywhere]
    public async Task Any_result_can_be_forced(Host host, ApiBehavior behavior)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, behavior);
        mounted.Emulator.On(Update).ReturnsRaw(OneAndTwo).Then.ReturnsRaw(null).Then.Unsuccessful("no such sheet");

        await StatusesAsync(mounted, 3).ShouldBeAsync(["[1,2]", "null", """{"data":{},"error":"no such sheet","successful":false}"""]);
    }

    [Theory, Everywhere]
    public async Task An_upstream_failure_is_a_documented_502_or_a_deployed_500_without_a_cause(Host host, ApiBehavior behavior)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, behavior);
        mounted.Emulator.On(Update).FailsUpstream("quota exceeded").Then.TimesOut(TimeSpan.FromSeconds(40));

        var failed = await mounted.Client.ExecuteAsync(Update, ValidUpdate);
        var timedOut = await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        if (behavior == ApiBehavior.Documented)
        {
            failed.DocumentedError(502).ShouldContain("quota exceeded");
            timedOut.DocumentedError(502).ShouldContain("40 seconds");
        }
        else
        {
            failed.ShouldBe(500, $$"""{"error":"Error executing the tool {{Update}}"}""");
            timedOut.ShouldBe(500, $$"""{"error":"Error executing the tool {{Update}}"}""");
        }
        mounted.Emulator.Clock.GetUtcNow().ShouldBe(EmulatorClock.DefaultStart + TimeSpan.FromSeconds(40));
    }

    [Theory, Everywhere]
    public async Task A_delay_passes_on_the_emulators_clock(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Update).Delays(TimeSpan.FromHours(1)).Returns(new { });

        var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        answer.Json.GetProperty("executedAt").GetString().ShouldBe("2026-01-01T01:00:00.000Z");
    }

    [Theory, Everywhere]
    public async Task Responses_that_the_api_never_sends_can_be_scripted(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Update).AnswersMalformedJson().Then.AnswersHtml(503).Then.AnswersWrongShape(new { fine = true });

        var malformed = await mounted.Client.ExecuteAsync(Update, ValidUpdate);
        Should.Throw<JsonException>(() => malformed.Json);
        var html = await mounted.Client.ExecuteAsync(Update, ValidUpdate);
        ((int)html.Status, html.ContentType).ShouldBe((503, "text/html; charset=utf-8"));
        (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).ShouldBe(200, """{"fine":true}""");
    }

    [Fact]
    public async Task The_message_names_the_test_code_that_threw()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        mounted.Emulator.On(Update).Where(parameters => parameters.GetProperty("absent").GetBoolean());
        mounted.Emulator.On(Issue).Returns(parameters => parameters.GetProperty("absent"));

        var condition = await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.Client.ExecuteAsync(Update, ValidUpdate));
        condition.Message.ShouldContain("""Where(parameters => parameters.GetProperty("absent").GetBoolean())""");
        condition.Message.ShouldContain("Sent: {\"spreadsheet_id\":");
        condition.InnerException.ShouldBeOfType<KeyNotFoundException>();
        var result = await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.Client.ExecuteAsync(Issue, ValidIssue));
        result.Message.ShouldContain(Issue);
    }

    [Fact]
    public void An_impossible_stub_throws_when_it_is_scripted()
    {
        var emulator = RecoupEmulator.Start(Catalog);

        Should.Throw<InvalidOperationException>(() => emulator.On(Update).Times(2)).Message.ShouldContain(".Returns");
        Should.Throw<ArgumentOutOfRangeException>(() => emulator.On(Update).Returns(new { }).Times(0));
        Should.Throw<ArgumentOutOfRangeException>(() => emulator.On(Update).Delays(TimeSpan.FromSeconds(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => emulator.On(Update).ExecutesThenLosesReply(TransportFault.Refused));
        Should.Throw<RecoupEmulatorException>(() =>
            emulator.On(Update).WithParameters(Recoup.Actions.LinkedIn.CreatePost("x"))).Message.ShouldContain("never answer");
    }

    private static async Task<string> ResultAsync(MountedEmulator mounted, string parameters, Guid? account = null) =>
        (await mounted.Client.ExecuteAsync(Update, parameters, account)).Json.GetProperty("result").GetRawText();

    // The result of each 200, else the status.
    private static async Task<string[]> StatusesAsync(MountedEmulator mounted, int calls)
    {
        var seen = new string[calls];
        for (var i = 0; i < calls; i++)
        {
            var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate);
            seen[i] = (int)answer.Status == 200 ? answer.Json.GetProperty("result").GetRawText() : $"{(int)answer.Status}";
        }
        return seen;
    }
}

internal static class SequenceAssertions
{
    public static async Task ShouldBeAsync(this Task<string[]> seen, string[] expected) => (await seen).ShouldBe(expected);
}
