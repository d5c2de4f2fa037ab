using Recoup.Catalogs;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.State;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Operations;

/// <summary>Schemas of a catalog that would take too much work: the whole request has one budget.</summary>
public sealed class HostileSchemaTests
{
    private const string Open = """{"type":"object"}""";
    private const string Doubling = """{"type":"array","minItems":1000,"items":{"$ref":"#"}}""";

    /// <summary>Each level applies the next one twice.</summary>
    private static readonly string Exponential = Levels(24, "{\"allOf\":[R,R]}", """{"required":["never"]}""");

    public static TheoryData<string, string, string> Results => new()
    {
        { "deep", Nested(200), "SampleSteps" },
        { "wide", """{"type":"object","minProperties":2000000000}""", "#/minProperties: expected at most 2000 properties" },
        { "exponential", Doubling, "steps (JsonSchemaLimits.SampleSteps)" },
        {
            "exponential objects",
            """{"type":"object","required":["a","b"],"properties":{"a":{"$ref":"#"},"b":{"$ref":"#"}}}""",
            "steps (JsonSchemaLimits.SampleSteps)"
        },
        { "many items", """{"type":"array","minItems":2000000000}""", "#/minItems: expected at most 2000 items" },
        { "long items", """{"type":"array","minItems":2000,"items":{"type":"string","minLength":100000}}""", "SampleSteps" },
        { "a long text", """{"type":"string","minLength":2000000000}""", "#/minLength: expected at most 100000 characters" },
        { "nested patterns", """{"type":"string","pattern":"^((((){1000}){1000}){1000}){1000}$"}""", "SampleSteps" },
        { "many patterns", Patterns(300), "" },
        { "nothing", """{"not":{}}""", "no instance that satisfies the schema was found" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public async Task A_result_that_takes_too_much_is_a_complaint_that_says_what_to_script(string what, string schema, string reason)
    {
        var catalog = CatalogOf(Open, schema);
        var slug = catalog.Actions[0].Slug;
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess, catalog: catalog);
        await using var port = await MountedEmulator.StartAsync(Host.Port, catalog: catalog);

        var thrown = await Should.ThrowAsync<RecoupEmulatorException>(() => inProcess.Client.ExecuteAsync(slug, "{}"), what);
        var answer = await port.Client.ExecuteAsync(slug, "{}");

        thrown.Message.ShouldStartWith($"No result of {slug} can be sampled from its schema: ");
        thrown.Message.ShouldContain(reason);
        thrown.Message.ShouldEndWith($"Script one: emulator.On(\"{slug}\").Returns(new {{ … }});");
        ((int)answer.Status, answer.ContentType).ShouldBe((501, "application/problem+json"));
        answer.Json.GetProperty("detail").GetString().ShouldBe(thrown.Message);
        inProcess.Emulator.On(slug).Returns(new { ok = true });
        ((int)(await inProcess.Client.ExecuteAsync(slug, "{}")).Status).ShouldBe(200);
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void A_sample_takes_bounded_steps_and_memory_and_its_failure_is_remembered(string what, string schema, string reason)
    {
        var entry = new CatalogEntry(CatalogOf(Open, schema).Actions[0]);
        entry.Result!.Schema.ShouldNotBeNull($"{what} {reason}");
        var samples = new ResultSamples(new SeededIds(0));
        var (first, second) = (new SchemaWork(), new SchemaWork());
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<RecoupEmulatorException>(() => samples.Of(entry, first));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1L << 30, what);
        first.Left.ShouldBeGreaterThanOrEqualTo(SchemaWork.StepsOfRequest - 5_000_000, what);
        Should.Throw<RecoupEmulatorException>(() => samples.Of(entry, second));
        second.Left.ShouldBe(SchemaWork.StepsOfRequest, "the second request does not search again");
    }

    [Theory, Everywhere]
    public async Task Parameters_that_take_too_much_are_invalid(Host host, ApiBehavior behavior)
    {
        var catalog = CatalogOf(Exponential, null);
        await using var mounted = await MountedEmulator.StartAsync(
            host, new RecoupEmulatorOptions { Behavior = behavior, Without = { Divergences.D5 } }, catalog);

        var answer = await mounted.Client.ExecuteAsync(catalog.Actions[0].Slug, "{\"never\":1}");

        ((int)answer.Status).ShouldBe(400);
        answer.Body.ShouldContain("at most 20000000 steps of evaluation");
    }

    [Fact]
    public async Task The_check_of_the_parameters_and_the_sample_of_the_result_share_the_steps()
    {
        var catalog = CatalogOf(Exponential, """{"type":"object","required":["a"]}""");
        var slug = catalog.Actions[0].Slug;
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, new() { Behavior = ApiBehavior.Deployed }, catalog);

        var thrown = await Should.ThrowAsync<RecoupEmulatorException>(() => mounted.Client.ExecuteAsync(slug, "{\"never\":1}"));

        thrown.Message.ShouldContain("the schemas of the action take more than 20000000 steps in one request");
    }

    [Fact]
    public void All_validations_and_samples_of_a_request_take_the_steps_of_one()
    {
        var entry = new CatalogEntry(CatalogOf(Exponential, """{"type":"object","required":["a"]}""").Actions[0]);
        var work = new SchemaWork();

        entry.Parameters.Validate(Json("{\"never\":1}"), work).ShouldHaveSingleItem().Keyword.ShouldBe("(limit)");
        work.Left.ShouldBe(0);
        entry.Parameters.Validate(Json("{\"never\":1}"), work).ShouldHaveSingleItem().Keyword.ShouldBe("(limit)");
        work.TrySample(entry.Result!.Schema!, 0, out _).ShouldNotBeNull().IsFinal.ShouldBeFalse();
        work.Left.ShouldBe(0);
        new SchemaWork().TrySample(entry.Result.Schema!, 0, out var sample).ShouldBeNull();
        sample.TryGetProperty("a", out _).ShouldBeTrue();
    }

    private static RecoupCatalog CatalogOf(string parameters, string? result) => RecoupCatalog.Parse($$"""
        {"success":true,"actions":[{"slug":"ACME_SEND","name":"Send","description":"","connectorSlug":"acme","isConnected":true,
        "parameters":{{parameters}}{{(result is null ? "" : $",\"outputParameters\":{result}")}}}]}
        """);

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("""{"type":"array","minItems":1,"items":""", depth))
        + """{"type":"string"}""" + new string('}', depth);

    private static string Patterns(int count) => "{\"type\":\"string\",\"allOf\":["
        + string.Join(",", Enumerable.Range(0, count).Select(i =>
            $"{{\"pattern\":\"^(a|b){{{i},}}c$\",\"not\":{{\"pattern\":\"^(a*)*c$\"}}}}"))
        + "]}";

    /// <summary>Definitions of which each refers to the next one twice.</summary>
    private static string Levels(int depth, string level, string last)
    {
        var levels = string.Concat(Enumerable.Range(0, depth).Select(i =>
            $"\"l{i}\":{level.Replace("R", $"{{\"$ref\":\"#/$defs/l{i + 1}\"}}", StringComparison.Ordinal)},"));
        return $"{{\"type\":\"object\",\"$ref\":\"#/$defs/l0\",\"$defs\":{{{levels}\"l{depth}\":{last}}}}}";
    }
}
