using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Rehearsals;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Rehearsals;
using Recoup.Emulator;
using Recoup.Schemas;

namespace Recoup.Contracts.Tests.Rehearsals;

/// <summary>A test of a user runs on the emulator with each of two catalogs. The finding that explains its failure is named.</summary>
public sealed class ExplanationTests : IDisposable
{
    private const string Slug = "GITHUB_CREATE_ISSUE";
    private const string Schema = """
        {"type":"object",
        "properties":{"title":{"type":"string"},"state":{"enum":["open","closed"]},"count":{"type":"integer","maximum":50}},
        "required":["title"],"additionalProperties":false}
        """;

    private readonly List<string> _folders = [];

    public void Dispose() => _folders.ForEach(folder => Directory.Delete(folder, recursive: true));

    [Theory]
    [InlineData("schema-required", "\"required\":[\"title\"]", "\"required\":[\"title\",\"state\"]", """{"title":"a"}""")]
    [InlineData("schema-enum", "\"closed\"", "\"shut\"", """{"title":"a","state":"closed"}""")]
    [InlineData("schema-type", "\"title\":{\"type\":\"string\"}", "\"title\":{\"type\":\"integer\"}", """{"title":"a"}""")]
    [InlineData("schema-maximum", "\"maximum\":50", "\"maximum\":20", """{"title":"a","count":33}""")]
    [InlineData("schema-properties", ",\"count\":{\"type\":\"integer\",\"maximum\":50}", "", """{"title":"a","count":3}""")]
    public async Task A_call_that_the_new_schema_refuses_is_explained_by_the_change_of_the_schema(
        string rule, string old, string replacement, string parameters)
    {
        var broken = await RehearseAsync(
            Catalog(Schema), Catalog(Schema.Replace(old, replacement, StringComparison.Ordinal)), Calls(parameters));

        broken.IsNamed.ShouldBeTrue();
        ShouldBeExplainedBy(broken, rule);
    }

    [Theory]
    [InlineData("schema-enum", """{"title":"a","state":"closed"}""")]
    [InlineData("schema-maximum", """{"title":"a","count":33}""")]
    [InlineData("schema-required", """{"title":"a"}""")]
    public async Task Of_several_changes_of_an_action_the_one_that_refused_the_call_is_named(string rule, string parameters)
    {
        var changed = Schema.Replace("\"closed\"", "\"shut\"", StringComparison.Ordinal)
            .Replace("\"maximum\":50", "\"maximum\":20", StringComparison.Ordinal);
        if (rule == "schema-required")
            changed = changed.Replace("\"required\":[\"title\"]", "\"required\":[\"title\",\"count\"]", StringComparison.Ordinal);

        ShouldBeExplainedBy(await RehearseAsync(Catalog(Schema), Catalog(changed), Calls(parameters)), rule);
    }

    /// <summary>In the schemas, LIMIT is a bound that becomes lower, and CLOSED forbids other properties in the new catalog only.</summary>
    [Theory]
    [InlineData("""{"properties":{"a":{"type":"integer","maximum":LIMIT}} CLOSED}""",
        """{"zz":1}""", "/additionalProperties", """{"a":7}""", "/properties/a/maximum")]
    [InlineData("""{"properties":{"a":{"type":"integer","maximum":LIMIT},"m":{"properties":{"b":{}} CLOSED}}}""",
        """{"m":{"zz":1}}""", "/properties/m/additionalProperties", """{"a":7}""", "/properties/a/maximum")]
    [InlineData("""{"properties":{"1":{"type":"integer","maximum":LIMIT},"2":{"type":"integer","maximum":LIMIT}}}""",
        """{"1":7}""", "/properties/1/maximum", """{"2":7}""", "/properties/2/maximum")]
    [InlineData("""
        {"properties":{"a":{"type":"array","items":{"maximum":LIMIT}},"m":{"type":"object","additionalProperties":{"maximum":LIMIT}}}}
        """,
        """{"m":{"k":7}}""", "/properties/m/additionalProperties/maximum", """{"a":[1,1,1,7]}""", "/properties/a/items/maximum")]
    [InlineData("""{"properties":{"m":{"type":"object","additionalProperties":{"maximum":LIMIT}},"2":{"maximum":LIMIT}}}""",
        """{"m":{"2":7}}""", "/properties/m/additionalProperties/maximum", """{"2":7}""", "/properties/2/maximum")]
    public void Each_failure_is_explained_by_the_change_that_refused_its_call(
        string schema, string first, string firstPointer, string second, string secondPointer)
    {
        string Of(string limit, string closed) => schema.Replace("LIMIT", limit, StringComparison.Ordinal)
            .Replace("CLOSED", closed, StringComparison.Ordinal).Replace("{\"properties\"", "{\"type\":\"object\",\"properties\"",
                StringComparison.Ordinal);
        var (before, after) = (Of("9", ""), Of("5", ",\"additionalProperties\":false"));
        var findings = Diff.Of(Catalog(before), Catalog(after)).Findings;
        string[] refusals = [Refusal(after, first), Refusal(after, second)];

        var broken = Explain(findings, refusals, refusals);

        broken.Select(test => test.Explanations.ShouldHaveSingleItem().Pointer)
            .ShouldBe(["/parameters" + firstPointer, "/parameters" + secondPointer]);
    }

    [Theory]
    [InlineData("/c: expected string, got 1", "/c: expected string, got 1")]
    [InlineData("/c: expected one of the values that", "/c: expected one of the values that…")]
    public void A_refusal_of_another_test_does_not_decide_what_explains_a_failure(string message, string refusal)
    {
        const string schema = """{"type":"object","properties":{"a":{"type":"integer","maximum":9},"b":{"type":"integer","maximum":9}}}""";
        var findings = Diff.Of(Catalog(schema), Catalog(schema.Replace('9', '5'))).Findings;

        Explain(findings, [message], [refusal, "/a: expected at most 5, got 7"])[0].Explanations.ShouldBe(findings, ignoreOrder: true);
    }

    [Fact]
    public async Task An_action_that_is_gone_is_named()
    {
        var stays = Diff.Action("GITHUB_CREATE_ISSUE_COMMENT", "{}");

        var broken = await RehearseAsync(Diff.Catalog(Diff.Action(Slug, Schema), stays), Diff.Catalog(stays), emulator =>
        {
            emulator.On(Slug).Returns(new { });
            return Task.CompletedTask;
        });

        ShouldBeExplainedBy(broken, "catalog-action");
        broken.Explanations[0].Action.ShouldBe(Slug);
        broken.IsNamed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_connector_that_is_disconnected_is_named() => ShouldBeExplainedBy(
        await RehearseAsync(
            Catalog(Schema),
            Diff.Catalog(Diff.Action(Slug, Schema.Replace("\"closed\"", "\"shut\"", StringComparison.Ordinal), isConnected: false)),
            Calls("""{"title":"a"}""")),
        "catalog-connection");

    [Fact]
    public async Task A_connector_that_is_gone_is_named()
    {
        var stays = Diff.Action("SLACK_SEND", "{}");

        var broken = await RehearseAsync(Diff.Catalog(Diff.Action(Slug, Schema), stays), Diff.Catalog(stays), emulator =>
        {
            emulator.Connect("github");
            return Task.CompletedTask;
        });

        ShouldBeExplainedBy(broken, "catalog-connector");
    }

    [Fact]
    public async Task A_result_that_changed_may_explain_an_assertion_that_names_no_action()
    {
        const string number = """{"type":"object","properties":{"number":{"type":"integer","const":17}},"required":["number"]}""";

        var nothing = number.Replace("\"required\":[\"number\"]", "\"maxProperties\":0", StringComparison.Ordinal);

        var broken = await RehearseAsync(
            Diff.Catalog(Diff.Action(Slug, Schema, number)),
            Diff.Catalog(Diff.Action(Slug, Schema, nothing)),
            async emulator =>
            {
                var result = await emulator.CreateClient().ExecuteAsync(Slug, JsonElement.Parse("""{"title":"a"}"""));
                if (!result.Result.GetRawText().Contains("17", StringComparison.Ordinal))
                    throw new InvalidOperationException("expected 17 but was nothing");
            });

        broken.IsNamed.ShouldBeFalse();
        broken.Explanations.ShouldNotBeEmpty();
        broken.Explanations.ShouldAllBe(finding => finding.Direction == Direction.Results);
    }

    [Fact]
    public async Task A_refusal_that_the_program_swallows_may_explain_the_failure()
    {
        var broken = await RehearseAsync(
            Catalog(Schema),
            Catalog(Schema.Replace("\"required\":[\"title\"]", "\"required\":[\"title\",\"state\"]", StringComparison.Ordinal)),
            async emulator =>
            {
                try
                {
                    await Calls("""{"title":"a"}""")(emulator);
                }
                catch (Typed.RecoupException)
                {
                    throw new InvalidOperationException("expected 1 issue but there was none");
                }
            });

        broken.IsNamed.ShouldBeFalse();
        ShouldBeExplainedBy(broken, "schema-required");
    }

    [Fact]
    public async Task A_call_that_is_no_longer_refused_may_explain_the_failure()
    {
        var broken = await RehearseAsync(
            Catalog(Schema),
            Catalog(Schema.Replace("\"maximum\":50", "\"maximum\":80", StringComparison.Ordinal)),
            async emulator =>
            {
                var isRefused = false;
                try
                {
                    await Calls("""{"title":"a","count":60}""")(emulator);
                }
                catch (Typed.RecoupException)
                {
                    isRefused = true;
                }

                if (!isRefused)
                    throw new InvalidOperationException("expected an exception");
            });

        ShouldBeExplainedBy(broken, "schema-maximum");
    }

    [Fact]
    public async Task A_failure_for_another_reason_is_explained_by_no_finding()
    {
        var runs = 0;

        var broken = await RehearseAsync(
            Catalog(Schema),
            Catalog(Schema.Replace("\"closed\"", "\"shut\"", StringComparison.Ordinal)),
            _ => runs++ == 0 ? Task.CompletedTask : throw new InvalidOperationException("the disk is full"));

        broken.Explanations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GITHUB_CREATE_ISSUE returned 400", "", true)]
    [InlineData("the disk is full", "calling GITHUB_CREATE_ISSUE ...", false)]
    public void Only_the_message_of_a_failure_names_an_action_and_its_output_is_a_guess(string message, string output, bool isNamed)
    {
        var changed = Schema.Replace("\"closed\"", "\"shut\"", StringComparison.Ordinal);
        var findings = Diff.Of(Catalog(Schema), Catalog(changed)).Findings;

        var broken = new Explanations(findings, [], []).Explain([new TestCaseResult("T", TestOutcome.Failed, message, output)]);

        broken[0].Explanations.ShouldHaveSingleItem();
        broken[0].IsNamed.ShouldBe(isNamed);
    }

    [Theory]
    [InlineData("GITHUB_CREATE_ISSUE_COMMENT returned 400", false)]
    [InlineData("X_GITHUB_CREATE_ISSUE returned 400", false)]
    [InlineData("(GITHUB_CREATE_ISSUE)", true)]
    [InlineData("GITHUB_CREATE_ISSUE_COMMENT, then GITHUB_CREATE_ISSUE.", true)]
    public void A_slug_is_named_as_a_whole_word_only(string text, bool isNamed)
    {
        var finding = Diff.Of(Catalog(Schema), Catalog("{}")).Findings[0];

        (FindingNames.PlaceIn(text, finding) >= 0).ShouldBe(isNamed);
    }

    private static string Catalog(string schema) => Diff.Catalog(Diff.Action(Slug, schema));

    private static Func<RecoupEmulator, Task> Calls(string parameters) =>
        emulator => emulator.CreateClient().ExecuteAsync(Slug, JsonElement.Parse(parameters));

    private static string Refusal(string schema, string parameters) =>
        JsonSchema.Parse(schema).Validate(JsonElement.Parse(parameters)).Violations.ShouldHaveSingleItem().Message;

    // A test for each message, and what the emulator refused in all of them.
    private static IReadOnlyList<BrokenTest> Explain(IReadOnlyList<Finding> findings, string[] messages, string[] refusals) =>
        new Explanations(findings, [], [.. refusals.Select(refusal => new RehearsalEvent(RehearsalEventKind.Refused, Slug, refusal))])
            .Explain(
            [
                .. messages.Select((message, i) => new TestCaseResult(
                    $"T{i}", TestOutcome.Failed, $"The parameters do not match the schema of {Slug}: {message}")),
            ]);

    private static void ShouldBeExplainedBy(BrokenTest broken, string rule)
    {
        var best = broken.Explanations.ShouldHaveSingleItem();
        best.Parts.Prepend(best).Select(part => part.Rule.Id).ShouldContain(rule, best.Message);
    }

    private async Task<BrokenTest> RehearseAsync(string before, string after, Func<RecoupEmulator, Task> test)
    {
        var findings = Diff.Of(before, after, new DiffOptions { SuspectOutages = false }).Findings;
        var (earlier, later) = (await RunAsync(before, test), await RunAsync(after, test));
        earlier.Results[0].Outcome.ShouldBe(TestOutcome.Passed, earlier.Results[0].Message);
        var explanations = new Explanations(findings, earlier.Events, later.Events);
        return TestComparison.Compare(earlier, later, explanations).Broken.ShouldHaveSingleItem();
    }

    private async Task<TestRun> RunAsync(string catalog, Func<RecoupEmulator, Task> test)
    {
        var folder = Directory.CreateTempSubdirectory("recoup-").FullName;
        _folders.Add(folder);
        await using var emulator = RecoupEmulator.Start(RecoupCatalog.Parse(catalog), new RecoupEmulatorOptions(), Rehearsal.In(folder));
        var result = new TestCaseResult("T", TestOutcome.Passed);
        try
        {
            await test(emulator);
        }
        catch (Exception e) when (e is Typed.RecoupException or RecoupEmulatorException or InvalidOperationException)
        {
            result = new TestCaseResult("T", TestOutcome.Failed, $"{e.GetType()} : {e.Message}");
        }

        return new TestRun([result], RehearsalLog.Read(folder));
    }
}
