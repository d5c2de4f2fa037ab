using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
    public void An_edit_of_one_action_emits_one_connector_again()
    {
        var old = new CatalogText("catalog.json", Catalog.Of(Actions));
        var first = Generation.Run([old]);

        var edited = Catalog.Of([.. Actions[..2], Actions[2].Replace("title", "headline", StringComparison.Ordinal)]);
        var second = first.Rerun(driver => driver.ReplaceAdditionalText(old, new CatalogText("catalog.json", edited)));

        Changed(second).ShouldBe(["GitHub.g.cs"]);
        second.Sources["GitHub.g.cs"].ShouldContain("string headline");
        second.Sources["Gmail.g.cs"].ShouldBe(first.Sources["Gmail.g.cs"]);
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
        Changed(second).ShouldBe(["GitHub.g.cs"]);
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
        .Select(output => ((Recoup.Binding.Actions.ConnectorModel)output.Value).ClassName + ".g.cs");
}
