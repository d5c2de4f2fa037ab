using Microsoft.CodeAnalysis;
using Recoup.Catalogs;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

public sealed class EmbeddingTests
{
    private const string FileName = "Recoup.Catalog.g.cs";

    private static readonly GenerationOptions On = new() { EmbedsCatalog = true };

    private static readonly string[] Actions =
    [
        Catalog.Action("GMAIL_SEND_EMAIL", """{"type":"object","properties":{"to":{"type":"string"}},"required":["to"]}"""),
        Catalog.Action("GITHUB_CREATE_ISSUE", """{ "type" : "object", "properties" : { "a \" b" : { "type" : "string" } } }"""),
        Catalog.Action("GITHUB_CLOSE_ISSUE"),
    ];

    [Fact]
    public void By_default_there_is_no_data()
    {
        var generation = Generation.Run(Catalog.Of(Actions));

        generation.Sources.Keys.ShouldNotContain(FileName);
        generation.Result.TrackedSteps.ShouldNotContainKey(Steps.Embedded);
    }

    [Fact]
    public void The_property_adds_one_file_and_changes_no_other()
    {
        var without = Generation.Run(Catalog.Of(Actions));

        var with = Generation.Run(Catalog.Of(Actions), options: On);

        with.Sources.Where(source => source.Key != FileName).ShouldBe(without.Sources);
        with.Sources.Count.ShouldBe(without.Sources.Count + 1);
    }

    [Fact]
    public void The_data_has_the_text_of_each_action_without_whitespace_by_slug()
    {
        var embedded = EmbeddedIn(Generation.Run(Catalog.Of(Actions), options: On));

        embedded.Actions.Select(action => action.Slug).ShouldBe(["GITHUB_CLOSE_ISSUE", "GITHUB_CREATE_ISSUE", "GMAIL_SEND_EMAIL"]);
        embedded.Actions[1].Parameters.GetRawText()
            .ShouldBe("""{"type":"object","properties":{"a \" b":{"type":"string"}}}""");
        embedded.Actions[2].Source.RawText.ShouldBe(Actions[0]);
    }

    [Fact]
    public void The_data_has_only_actions_that_are_generated()
    {
        var filtered = new CatalogText("a.json", Catalog.Of(Actions)) { Connectors = "github" };
        var duplicate = new CatalogText("b.json", Catalog.Of(Catalog.Action("GITHUB_CLOSE_ISSUE", description: "Another one.")));

        var embedded = EmbeddedIn(Generation.Run([filtered, duplicate], options: On));

        embedded.Actions.Select(action => action.Slug).ShouldBe(["GITHUB_CLOSE_ISSUE", "GITHUB_CREATE_ISSUE"]);
        embedded.Actions[0].Description.ShouldBe("Does it.");
    }

    [Fact]
    public void Without_actions_there_is_no_data() => Generation.Run(Catalog.Of(), options: On).Sources.ShouldBeEmpty();

    [Theory]
    [InlineData("\\ud800", "\\uFFFD")]
    [InlineData("\\udc00 \\ud800\\ud800", "\\uFFFD \\uFFFD\\uFFFD")]
    [InlineData("\\ud83d\\ude00", "\\ud83d\\ude00")]
    [InlineData("\\\\ud800", "\\\\ud800")]
    [InlineData("\\\\\\ud800\\\"", "\\\\\\uFFFD\\\"")]
    [InlineData("a  \\n  b", "a  \\n  b")]
    public void Half_of_a_surrogate_pair_is_replaced_and_every_other_text_keeps_its_spelling(string text, string expected)
    {
        var action = Catalog.Action("GMAIL_SEND_EMAIL").Replace("Does it.", text, StringComparison.Ordinal);

        var embedded = EmbeddedIn(Generation.Run(Catalog.Of(action), options: On));

        embedded.Actions.ShouldHaveSingleItem().Source["description"].RawText.ShouldBe($"\"{expected}\"");
    }

    [Fact]
    public void An_edit_of_an_action_embeds_the_catalog_again()
    {
        var old = new CatalogText("catalog.json", Catalog.Of(Actions));
        var first = Generation.Run([old], options: On);

        var edited = Catalog.Of([.. Actions[..2], Catalog.Action("GITHUB_CLOSE_ISSUE", description: "Closes it.")]);
        var second = first.Rerun(driver => driver.ReplaceAdditionalText(old, new CatalogText("catalog.json", edited)));

        ReasonOf(second).ShouldBe(IncrementalStepRunReason.Modified);
        EmbeddedIn(second).Actions[0].Description.ShouldBe("Closes it.");
    }

    [Fact]
    public void An_edit_that_only_moves_actions_embeds_nothing_again()
    {
        var old = new CatalogText("catalog.json", Catalog.Of(Actions));
        var first = Generation.Run([old], options: On);

        var moved = new CatalogText("catalog.json", "\n" + Catalog.Of([.. Actions.Reverse()]));
        var second = first.Rerun(driver => driver.ReplaceAdditionalText(old, moved));

        ReasonOf(second).ShouldBeOneOf(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void The_property_runs_no_other_step_again()
    {
        var first = Generation.Run(Catalog.Of(Actions));

        var second = first.Rerun(driver => driver.WithUpdatedAnalyzerConfigOptions(On));

        second.Sources.Keys.ShouldContain(FileName);
        StepsThatRan(second).ShouldBe([Steps.Options, Steps.Embedded], ignoreOrder: true);
    }

    [Fact]
    public void The_data_has_the_effects_of_names_files_and_no_other()
    {
        const string Members = "\"effect\":\"read\",\"effects\":{\"GITHUB_CLOSE_ISSUE\":\"read\"},\"slug\"";
        var hostile = Actions[2].Replace("\"slug\"", Members, StringComparison.Ordinal);
        var catalog = new CatalogText("catalog.json", Catalog.Of(Actions[0], Actions[1], hostile));
        var names = new NamesText("""{"actions":{"GMAIL_SEND_EMAIL":{"effect":"destroy"},"GITHUB_CREATE_ISSUE":{"effect":"none"}}}""");

        var embedded = EmbeddedIn(Generation.Run([catalog, names], options: On));

        embedded.Actions.Select(action => (action.Effect, action.IsEffectInferred)).ShouldBe(
            [(ActionEffect.Write, true), (ActionEffect.Unknown, false), (ActionEffect.Destroy, false)]);
    }

    [Theory]
    [InlineData("""{"actions":{"GMAIL_SEND_EMAIL":{"effect":"write"}}}""", """{"actions":{"GMAIL_SEND_EMAIL":{"effect":"read"}}}""")]
    [InlineData("""{"actions":{}}""", """{"actions":{"GMAIL_SEND_EMAIL":{"effect":"read"}}}""")]
    public void An_edit_of_an_effect_embeds_the_catalog_again_and_no_class_depends_on_it(string before, string after)
    {
        var old = new NamesText(before);
        var first = Generation.Run([new CatalogText("catalog.json", Catalog.Of(Actions)), old], options: On);

        var second = first.Rerun(driver => driver.ReplaceAdditionalText(old, new NamesText(after)));

        StepsThatRan(second).ShouldBe([Steps.Files, Steps.Names, Steps.Plan, Steps.Embedded], ignoreOrder: true);
        EmbeddedIn(second).Actions[^1].Effect.ShouldBe(ActionEffect.Read);
    }

    private static RecoupCatalog EmbeddedIn(Generation generation) => RecoupCatalog.Of(Program.Load(generation).Assembly);

    private static IEnumerable<string> StepsThatRan(Generation generation) => generation.Result.TrackedSteps
        .Where(step => step.Value.SelectMany(run => run.Outputs).Any(output =>
            output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New))
        .Select(step => step.Key)
        .Where(step => step.StartsWith("Recoup.", StringComparison.Ordinal));

    private static IncrementalStepRunReason ReasonOf(Generation generation) =>
        generation.Result.TrackedSteps[Steps.Embedded].SelectMany(run => run.Outputs).ShouldHaveSingleItem().Reason;
}
