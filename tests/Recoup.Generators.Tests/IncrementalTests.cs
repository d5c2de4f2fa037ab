using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Binding.Actions;
using Recoup.Generators.Actions;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

public sealed class IncrementalTests
{
    private static readonly string[] Actions =
    [
        Catalog.Action("GMAIL_SEND_EMAIL", """{"type":"object","properties":{"to":{"type":"string"}},"required":["to"]}"""),
        Catalog.Action("GMAIL_FETCH_EMAILS"),
        Catalog.Action("GITHUB_CREATE_ISSUE", """{"type":"object","properties":{"title":{"type":"string"}},"required":["title"]}"""),
    ];

    [Fact]
    public void An_edit_of_code_runs_no_step_again()
    {
        var first = Generation.Run(Catalog.Of(Actions), "class A { }");

        var second = first.Rerun(editCode: code =>
            code.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class B { }", (CSharpParseOptions)code.SyntaxTrees.First().Options)));

        foreach (var (step, reasons) in Reasons(second))
            reasons.ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged, step);
        Outputs(second).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void An_edit_of_one_action_emits_one_file_again()
    {
        var (many, index) = (Many(), 40);
        var edited = many.ToArray();
        edited[index] = edited[index].Replace("title", "headline", StringComparison.Ordinal);

        var (first, second) = Edit(many, edited);

        var changed = Changed(second).ShouldHaveSingleItem();
        second.Sources[changed].ShouldContain("string headline");
        ShouldDifferOnlyIn(first, second, changed);
    }

    [Fact]
    public void A_new_action_emits_one_file_again()
    {
        var many = Many();

        var (first, second) = Edit(many, [.. many, Catalog.Action("GITHUB_STAR")]);

        var changed = Changed(second).ShouldHaveSingleItem();
        second.Sources[changed].ShouldContain(" Star(");
        ShouldDifferOnlyIn(first, second, changed);
    }

    [Fact]
    public void A_removed_action_emits_one_file_again()
    {
        var many = Many();

        var (first, second) = Edit([.. many, Catalog.Action("GITHUB_STAR")], many);

        ShouldDifferOnlyIn(first, second, Changed(second).ShouldHaveSingleItem());
    }

    [Fact]
    public void A_new_connector_emits_its_own_files_only()
    {
        var (first, second) = Edit(Actions, [.. Actions, Catalog.Action("SLACK_SEND")]);

        Changed(second).ShouldBe(["Slack.Actions.g.cs"]);
        ShouldDifferOnlyIn(first, second, "Slack.Actions.g.cs", "Slack.g.cs");
    }

    [Fact]
    public void An_action_that_fills_a_file_divides_that_file_only()
    {
        var many = Many(ActionFile.MaxActions);

        var (first, second) = Edit(many, [.. many, Catalog.Action("GITHUB_STAR")]);

        first.Sources.Keys.ShouldBe(["GitHub.Actions.g.cs", "GitHub.g.cs"], ignoreOrder: true);
        second.Sources.Keys.ShouldBe(["GitHub.Actions.0.g.cs", "GitHub.Actions.1.g.cs", "GitHub.g.cs"], ignoreOrder: true);
        second.Sources["GitHub.g.cs"].ShouldBe(first.Sources["GitHub.g.cs"]);
    }

    [Fact]
    public void An_edit_that_only_moves_actions_emits_nothing_again()
    {
        var old = new CatalogText("catalog.json", Catalog.Of(Actions));
        var first = Generation.Run([old]);

        var moved = "\n\n" + Catalog.Of([.. Actions.Reverse()]);
        var second = first.Rerun(driver => driver.ReplaceAdditionalText(old, new CatalogText("catalog.json", moved)));

        Changed(second).ShouldBeEmpty();
    }

    [Fact]
    public void An_edit_of_one_of_several_catalogs_reads_only_that_one()
    {
        var gmail = new CatalogText("gmail.json", Catalog.Of(Actions[..2]));
        var github = new CatalogText("github.json", Catalog.Of(Actions[2..]));
        var first = Generation.Run([gmail, github]);

        var edited = new CatalogText("github.json", Catalog.Of(Actions[2].Replace("title", "headline", StringComparison.Ordinal)));
        var second = first.Rerun(driver => driver.ReplaceAdditionalText(github, edited));

        Reasons(second)[Steps.Catalogs].ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], ignoreOrder: true);
        Changed(second).ShouldBe(["GitHub.Actions.g.cs"]);
    }

    private static Dictionary<string, IncrementalStepRunReason[]> Reasons(Generation generation) => generation.Result.TrackedSteps
        .Where(step => step.Key.StartsWith("Recoup.", StringComparison.Ordinal))
        .ToDictionary(step => step.Key, step => step.Value.SelectMany(run => run.Outputs).Select(output => output.Reason).ToArray());

    private static IEnumerable<IncrementalStepRunReason> Outputs(Generation generation) =>
        generation.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason);

    // The hint names of the sources that the second run emitted again.
    private static IEnumerable<string> Changed(Generation generation) => generation.Result.TrackedSteps[Steps.Models]
        .SelectMany(run => run.Outputs)
        .Where(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New)
        .Select(output => ConnectorEmitter.FileName((ConnectorModel)output.Value));

    // Actions of one connector that need several files, none of them full.
    private static string[] Many(int count = 3 * ActionFile.MaxActions) => [.. Enumerable.Range(0, count).Select(i => Catalog.Action(
        FormattableString.Invariant($"GITHUB_DO_{i}"),
        """{"type":"object","properties":{"title":{"type":"string"},"x":{"enum":["a","b"]}},"required":["title"]}"""))];

    private static (Generation First, Generation Second) Edit(IEnumerable<string> before, IEnumerable<string> after)
    {
        var old = new CatalogText("catalog.json", Catalog.Of([.. before]));
        var first = Generation.Run([old]);
        return (first, first.Rerun(driver => driver.ReplaceAdditionalText(old, new CatalogText("catalog.json", Catalog.Of([.. after])))));
    }

    // The output of problems runs again after each edit of a catalog, because it depends on positions; it has no source.
    private static void ShouldDifferOnlyIn(Generation first, Generation second, params string[] names)
    {
        second.Sources.Keys.Concat(first.Sources.Keys).Distinct()
            .Where(name => !first.Sources.TryGetValue(name, out var text) || second.Sources.GetValueOrDefault(name) != text)
            .ShouldBe(names, ignoreOrder: true);
        Outputs(second).Count(reason => reason != IncrementalStepRunReason.Cached).ShouldBe(names.Length + 1);
    }
}
