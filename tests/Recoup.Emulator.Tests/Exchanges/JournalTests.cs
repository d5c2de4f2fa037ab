using System.Text.Json;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Exchanges;

public sealed class JournalTests
{
    [Theory, Everywhere]
    public async Task Executions_and_calls_are_counted_separately(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Update).FailsUpstream().Then.Returns(new { });
        await mounted.Client.ExecuteAsync(Update, "{}");
        await mounted.Client.ExecuteAsync(Update, ValidUpdate);
        await mounted.Client.ExecuteAsync(Update, ValidUpdate);
        await mounted.Client.GetAnswerAsync(Requests.Actions);

        var journal = mounted.Emulator.Journal;
        (journal.Count(), journal.Count(Update), journal.Executions(Update).Count).ShouldBe((4, 3, 2));
        journal.All(Update).Select(exchange => (exchange.Number, exchange.Status, exchange.Outcome, exchange.Executed))
            .ShouldBe([(1, 400, null, false), (2, 502, "fails upstream", true), (3, 200, "returns", true)]);
        journal.All()[0].Violations.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_message_of_a_failed_expectation_lists_the_exchanges()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        Should.Throw<RecoupEmulatorException>(() => mounted.Emulator.Journal.Single(Update)).Message
            .ShouldBe("Expected one call of GOOGLESHEETS_BATCH_UPDATE, but there was none. The journal is empty.");
        await mounted.Client.ExecuteAsync(Update, "{}");
        await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        var executed = Should.Throw<RecoupEmulatorException>(() => mounted.Emulator.Journal.ShouldHaveExecuted(Update, times: 2)).Message;
        executed.ShouldStartWith("Expected GOOGLESHEETS_BATCH_UPDATE to be executed 2 times, but it was executed once.");
        executed.ShouldContain("#1 POST /api/connectors/actions GOOGLESHEETS_BATCH_UPDATE: 400 - The parameters do not match");
        executed.ShouldContain("#2 POST /api/connectors/actions GOOGLESHEETS_BATCH_UPDATE: 200, executed");
        Should.Throw<RecoupEmulatorException>(() =>
            mounted.Emulator.Journal.ShouldNotHaveCalled(Update)).Message.ShouldContain("there were 2");
        Should.Throw<RecoupEmulatorException>(() => mounted.Emulator.Journal.Single(Update)).Message.ShouldContain("there were 2");
        mounted.Emulator.Journal.ShouldNotHaveCalled(Issue);
        var misspelled = Update + "S";
        Should.Throw<RecoupEmulatorException>(() => mounted.Emulator.Journal.Count(misspelled)).Message.ShouldContain("Did you mean");
    }

    [Fact]
    public async Task The_export_is_stable_json_without_credentials()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        var key = mounted.Emulator.DefaultAccount.ApiKey;
        await mounted.Client.ExecuteAsync(Update, $$"""{"spreadsheet_id":"{{key}}","sheet_name":"<é>","values":[]}""");

        mounted.Emulator.Journal.ToJson().ShouldBe($$"""
            [
              {
                "number": 1,
                "at": "2026-01-01T00:00:00+00:00",
                "operation": "POST /api/connectors/actions",
                "slug": "GOOGLESHEETS_BATCH_UPDATE",
                "caller": "{{mounted.Emulator.DefaultAccount.Id}}",
                "account": "{{mounted.Emulator.DefaultAccount.Id}}",
                "parameters": {
                  "spreadsheet_id": "***",
                  "sheet_name": "<é>",
                  "values": []
                },
                "status": 200,
                "outcome": "default result",
                "executed": true
              }
            ]
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("key\"of-a\\test")]
    [InlineData("key/of+a<test>")]
    public async Task The_export_has_no_credential_that_JSON_escapes(string key)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, new RecoupEmulatorOptions { ApiKey = key });
        var parameters = new { spreadsheet_id = $"1 {key} 2", sheet_name = "x", values = Array.Empty<int>() };

        await mounted.Client.ExecuteAsync(Update, JsonSerializer.Serialize(parameters));

        mounted.Emulator.Journal.ToJson().ShouldContain("\"spreadsheet_id\": \"1 *** 2\"");
    }

    [Fact]
    public async Task A_full_journal_drops_the_oldest_and_refuses_to_count()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, new RecoupEmulatorOptions { JournalCapacity = 2 });
        for (var i = 0; i < 3; i++)
            await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        mounted.Emulator.Journal.All().Select(exchange => exchange.Number).ShouldBe([2, 3]);
        mounted.Emulator.Journal.Dropped.ShouldBe(1);
        var journal = mounted.Emulator.Journal;
        foreach (var count in (Action[])
        [
            () => journal.ShouldHaveExecuted(Update, 2), () => journal.ShouldNotHaveCalled(Update), () => journal.Single(Update),
            () => journal.Count(), () => journal.Count(Update),
        ])
        {
            Should.Throw<RecoupEmulatorException>(count).Message.ShouldContain("JournalCapacity");
        }

        journal.Clear();
        await mounted.Client.ExecuteAsync(Update, ValidUpdate);

        (journal.Dropped, journal.Count(Update)).ShouldBe((0, 1));
        journal.ShouldHaveExecuted(Update);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(140_000, 2)]
    [InlineData(100_000_000, 5)]
    public async Task The_memory_of_the_journal_is_bounded_and_the_latest_exchange_is_kept(long maxBytes, int kept)
    {
        await using var mounted = await MountedEmulator.StartAsync(
            Host.InProcess, new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed, JournalMaxBytes = maxBytes });
        var parameters = $$"""{"values":[{{string.Join(',', Enumerable.Repeat("1", 20_000))}}]}""";
        for (var i = 0; i < 5; i++)
            await mounted.Client.ExecuteAsync(Update, parameters);

        mounted.Emulator.Journal.All().Select(exchange => exchange.Number).ShouldBe(Enumerable.Range(6 - kept, kept).Select(i => (long)i));
        mounted.Emulator.Journal.Dropped.ShouldBe(5 - kept);
        mounted.Emulator.Journal.Clear();
        await mounted.Client.ExecuteAsync(Update, parameters);
        mounted.Emulator.Journal.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Slugs_and_URLs_count_for_the_memory_of_the_journal()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, new RecoupEmulatorOptions { JournalMaxBytes = 100_000 });
        for (var i = 0; i < 3; i++)
        {
            await mounted.Client.ExecuteAsync(new string('A', 100_000), "{}");
            await mounted.Client.PostAsync(
                Requests.Files, $$"""{"url":"https://files.test/{{new string('a', 100_000)}}","toolSlug":"{{Update}}"}""");
        }

        mounted.Emulator.Journal.All().Count.ShouldBe(1);
        mounted.Emulator.Journal.Dropped.ShouldBe(5);
    }

    [Fact]
    public async Task Clear_removes_the_exchanges_so_far()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        await mounted.Client.ExecuteAsync(Update, ValidUpdate);
        mounted.Emulator.Journal.Clear();
        await mounted.Client.ExecuteAsync(Issue, ValidIssue);

        mounted.Emulator.Journal.Single().Slug.ShouldBe(Issue);
    }
}
