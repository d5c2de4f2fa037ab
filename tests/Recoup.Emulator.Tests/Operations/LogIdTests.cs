using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Operations;

/// <summary>The members <c>logId</c> and <c>sessionInfo</c> of the provider's envelope.</summary>
public sealed class LogIdTests
{
    private static readonly string[] Members = ["data", "error", "successful", "logId", "sessionInfo"];

    private static RecoupEmulatorOptions Asked(ApiBehavior behavior, int seed = 0) =>
        new() { Behavior = behavior, IncludeLogId = true, Seed = seed };

    public static TheoryData<string, Action<ActionStub>> Envelopes => new()
    {
        { "payload", stub => stub.Returns(new { updatedCells = 4 }) },
        { "failure", stub => stub.Unsuccessful("no such sheet") },
        { "default result", stub => stub.Delays(TimeSpan.Zero) },
    };

    [Theory]
    [MemberData(nameof(Envelopes), DisableDiscoveryEnumeration = true)]
    public async Task Every_envelope_has_them_if_a_test_asks(string what, Action<ActionStub> script)
    {
        foreach (var host in Enum.GetValues<Host>())
        {
            await using var mounted = await MountedEmulator.StartAsync(host, Asked(ApiBehavior.Deployed));
            script(mounted.Emulator.On(Update));

            var result = (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Json.GetProperty("result");

            result.EnumerateObject().Select(member => member.Name).ShouldBe(Members, what);
            result.GetProperty("logId").GetString().ShouldNotBeNull().ShouldStartWith("log_");
            result.GetProperty("sessionInfo").ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    [Theory]
    [MemberData(nameof(Envelopes), DisableDiscoveryEnumeration = true)]
    public async Task No_envelope_has_them_by_default(string what, Action<ActionStub> script)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);
        script(mounted.Emulator.On(Update));

        (await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Json.GetProperty("result").EnumerateObject()
            .Select(member => member.Name).ShouldBe(Members[..3], what);
    }

    [Fact]
    public async Task A_sampled_envelope_has_them_too()
    {
        var catalog = RecoupCatalog.Parse("""
            {"success":true,"actions":[{"slug":"ACME_SEND","name":"Send","description":"","connectorSlug":"acme","isConnected":true,
            "parameters":{"type":"object"},"outputParameters":{"type":"object","required":["data","successful","error"],"properties":
            {"data":{"type":"object","required":["id"],"properties":{"id":{"const":7}}},
            "successful":{"type":"boolean"},"error":{"type":"string"}}}}]}
            """);
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, Asked(ApiBehavior.Deployed), catalog);

        var result = (await mounted.Client.ExecuteAsync(catalog.Actions[0].Slug, "{}")).Json.GetProperty("result");

        result.EnumerateObject().Select(member => member.Name).ShouldBe(Members);
        result.GetProperty("data").GetProperty("id").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task A_result_without_an_envelope_stays_as_it_is()
    {
        await using var documented = await MountedEmulator.StartAsync(Host.InProcess, Asked(ApiBehavior.Documented));
        documented.Emulator.On(Update).Returns(new { a = 1 }).Then.ReturnsRaw(new { data = 1, error = "", successful = true });

        (await documented.Client.ExecuteAsync(Update, ValidUpdate)).Json.GetProperty("result").GetRawText().ShouldBe("""{"a":1}""");
        (await documented.Client.ExecuteAsync(Update, ValidUpdate)).Json.GetProperty("result").GetRawText()
            .ShouldBe("""{"data":1,"error":"","successful":true}""");
    }

    [Fact]
    public async Task The_ids_come_from_the_seed_and_differ_between_calls()
    {
        var first = await IdsAsync(seed: 1);

        first.Distinct().Count().ShouldBe(3);
        (await IdsAsync(seed: 1)).ShouldBe(first);
        (await IdsAsync(seed: 2)).ShouldNotBe(first);
    }

    [Fact]
    public async Task The_typed_client_reads_the_payload_and_keeps_them_in_the_result()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, Asked(ApiBehavior.Deployed));
        emulator.On(Update).Returns(new { updatedCells = 4 });
        using var client = emulator.CreateClient();

        var done = await client.ExecuteAsync(Update, Json(ValidUpdate), cancellationToken: TestContext.Current.CancellationToken);

        done.Data.GetRawText().ShouldBe("""{"updatedCells":4}""");
        done.Value.GetRawText().ShouldBe("""{"updatedCells":4}""");
        done.Successful.ShouldBeTrue();
        done.Result.GetProperty("logId").GetString().ShouldNotBeNullOrEmpty();
    }

    private static async Task<string[]> IdsAsync(int seed)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, Asked(ApiBehavior.Deployed, seed));
        var ids = new string[3];
        for (var i = 0; i < ids.Length; i++)
        {
            var answer = await mounted.Client.ExecuteAsync(Update, ValidUpdate);
            ids[i] = answer.Json.GetProperty("result").GetProperty("logId").GetString()!;
        }
        return ids;
    }
}
