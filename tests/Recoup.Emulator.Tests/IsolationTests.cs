using Recoup.Catalogs;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests;

public sealed class IsolationTests
{
    [Fact]
    public async Task Five_hundred_concurrent_emulators_share_no_state()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 500), TestContext.Current.CancellationToken, async (number, canceled) =>
        {
            await using var emulator = RecoupEmulator.Start(Catalog);
            if (number % 2 == 0)
                emulator.Disconnect("googlesheets");
            emulator.On(Update).Returns(new { number });
            using var client = emulator.CreateHttpClient();

            var answer = await client.ExecuteAsync(Update, ValidUpdate);

            if (number % 2 == 0)
                answer.DocumentedError(409);
            else
                answer.Json.GetProperty("result").GetProperty("number").GetInt32().ShouldBe(number);
            emulator.Journal.Count().ShouldBe(1);
        });
    }

    [Fact]
    public async Task Two_runs_with_the_same_seed_give_the_same_bytes_and_another_seed_gives_others()
    {
        var first = await RunAsync(seed: 7);

        (await RunAsync(seed: 7)).ShouldBe(first);
        (await RunAsync(seed: 8)).ShouldNotBe(first);
    }

    [Fact]
    public async Task An_unscripted_result_is_a_sample_of_the_result_schema()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        var result = (await mounted.Client.ExecuteAsync(Issue, ValidIssue)).Json.GetProperty("result");

        Recoup.Schemas.JsonSchema.Parse(Catalog.Actions[1].OutputParameters!.Value).IsValid(result).ShouldBeTrue(result.GetRawText());
    }

    [Theory]
    [InlineData(ApiBehavior.Documented)]
    [InlineData(ApiBehavior.Deployed)]
    public async Task A_result_schema_that_is_the_envelope_is_sampled_as_a_success(ApiBehavior behavior)
    {
        var catalog = RecoupCatalog.Parse("""
            {"success":true,"actions":[{"slug":"A_B","name":"","description":"","parameters":{},"connectorSlug":"a","isConnected":true,
            "outputParameters":{"type":"object","properties":{"data":{"type":"object","properties":{"id":{"type":"integer"}},
            "required":["id"]},
            "error":{"type":"string"},"successful":{"const":false}},"required":["data","error","successful"]}}]}
            """);
        await using var mounted = await MountedEmulator.StartAsync(
            Host.InProcess, new RecoupEmulatorOptions { Behavior = behavior }, catalog);

        var result = (await mounted.Client.ExecuteAsync("A_B", "{}")).Json.GetProperty("result");

        result.GetProperty("successful").GetBoolean().ShouldBeTrue();
        result.GetProperty("data").GetProperty("id").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Number);
    }

    [Fact]
    public async Task A_sampled_envelope_is_not_wrapped_again_when_its_payload_is_a_list()
    {
        var catalog = RecoupCatalog.Parse("""
            {"success":true,"actions":[{"slug":"A_B","name":"","description":"","parameters":{},"connectorSlug":"a","isConnected":true,
            "outputParameters":{"type":"object","properties":{"data":{"type":"array","items":{"type":"string"},"minItems":1},
            "successful":{"type":"boolean"}},"required":["data","successful"]}}]}
            """);
        await using var mounted = await MountedEmulator.StartAsync(
            Host.InProcess, new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed }, catalog);

        var result = (await mounted.Client.ExecuteAsync("A_B", "{}")).Json.GetProperty("result");

        result.GetProperty("data").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Array);
    }

    [Theory]
    [InlineData(ApiBehavior.Documented, """{"type":"object","properties":{"id":{"const":7}},"required":["id"]}""", """{"id":7}""")]
    [InlineData(ApiBehavior.Deployed, """{"type":"object","properties":{"id":{"const":7}},"required":["id"]}""", """{"data":{"id":7}""")]
    [InlineData(ApiBehavior.Documented, """{"type":"array","items":{"const":7},"minItems":1}""", """{"data":[7""")]
    [InlineData(ApiBehavior.Deployed, """{"type":"array","items":{"const":7},"minItems":1}""", """{"data":[7""")]
    public async Task A_result_that_a_results_file_describes_is_sampled(ApiBehavior behavior, string schema, string expected)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["recoup.catalog.json"], """
            {"actions":[{"slug":"A_B","name":"","description":"","parameters":{},"connectorSlug":"a","isConnected":true}]}
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder["recoup.results.json"], $"{{\"results\":{{\"A_B\":{schema}}}}}", TestContext.Current.CancellationToken);
        await using var mounted = await MountedEmulator.StartAsync(
            Host.InProcess,
            new RecoupEmulatorOptions { Behavior = behavior },
            RecoupCatalog.Load(folder["recoup.catalog.json"]));

        var result = (await mounted.Client.ExecuteAsync("A_B", "{}")).Json.GetProperty("result");

        result.GetRawText().ShouldStartWith(expected);
    }

    [Fact]
    public void Emulators_over_the_same_catalog_share_its_index()
    {
        var index = CatalogIndex.Of(Catalog);

        CatalogIndex.Of(Catalog).ShouldBeSameAs(index);
        CatalogIndex.Of(Catalog).Find(Update)!.Parameters.ShouldBeSameAs(index.Find(Update)!.Parameters);
        CatalogIndex.Of(RecoupCatalog.Load("test.catalog.json")).ShouldNotBeSameAs(index);
    }

    [Fact]
    public async Task An_account_of_another_emulator_is_refused()
    {
        await using var one = RecoupEmulator.Start(Catalog);
        await using var other = RecoupEmulator.Start(Catalog);

        Should.Throw<RecoupEmulatorException>(() =>
            one.Connect("googlesheets", other.AddAccount())).Message.ShouldContain("belongs to another emulator");
    }

    [Fact]
    public async Task A_disposed_emulator_throws_ObjectDisposedException()
    {
        var emulator = RecoupEmulator.Start(Catalog);
        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        Should.Throw<ObjectDisposedException>(() => emulator.CreateHttpClient());
        await Should.ThrowAsync<ObjectDisposedException>(() => emulator.StartListeningAsync());
    }

    [Fact]
    public void ToString_does_not_reveal_a_credential()
    {
        var emulator = RecoupEmulator.Start(Catalog);
        var account = emulator.AddAccount();

        account.ToString().ShouldNotContain(account.ApiKey);
        emulator.DefaultAccount.ApiKey.ShouldBe(RecoupEmulator.DefaultApiKey);
    }

    private static async Task<string> RunAsync(int seed)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, new RecoupEmulatorOptions { Seed = seed });
        mounted.Emulator.AddAccount();
        mounted.Emulator.On(Update).Delays(TimeSpan.FromSeconds(3)).Returns(new { });
        var bodies = new List<string>
        {
            (await mounted.Client.GetAnswerAsync(Requests.Connectors)).Body,
            (await mounted.Client.PostAsync(Requests.Connectors, """{"connector":"linkedin"}""")).Body,
            (await mounted.Client.PostAsync(Requests.Files, """{"url":"https://a.example/a.png","toolSlug":"A"}""")).Body,
            (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Body,
            (await mounted.Client.ExecuteAsync(Issue, ValidIssue)).Body,
            mounted.Emulator.Journal.ToJson(),
        };
        return string.Join('\n', bodies);
    }
}
