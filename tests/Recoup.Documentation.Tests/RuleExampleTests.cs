using System.Text;
using System.Text.Json.Nodes;
using Recoup.Contracts;
using Recoup.Documentation.Tests.Pages;
using Recoup.Documentation.Tests.Snippets;

namespace Recoup.Documentation.Tests;

/// <summary>The example on the page of a rule is compared, and has to be found, judged and proved as the page says.</summary>
public sealed class RuleExampleTests
{
    public static TheoryData<string> SchemaRules => Page.Below("docs/rules/schema-");

    public static TheoryData<string> DocumentRules =>
        [.. Page.Below("docs/rules/catalog-").Concat(Page.Below("docs/rules/spec-")).Select(row => row.Data)];

    [Theory]
    [MemberData(nameof(SchemaRules))]
    public void A_schema_is_judged_as_the_page_says(string name)
    {
        var (rule, verdict, before, after) = Read(name);

        var parameters = Compare(Example.Parameters(before), Example.Parameters(after)).Where(finding => finding.Rule == rule).ToList();
        var results = Compare(Example.Result(before), Example.Result(after)).Where(finding => finding.Rule == rule).ToList();

        parameters.ShouldNotBeEmpty(name);
        results.ShouldNotBeEmpty(name);
        (Worst(parameters), Worst(results)).ShouldBe(verdict.OfExample, name);
        if (verdict.OfOpposite is { } opposite)
        {
            var looserParameters = Compare(Example.Parameters(after), Example.Parameters(before)).Where(finding => finding.Rule == rule);
            var looserResults = Compare(Example.Result(after), Example.Result(before)).Where(finding => finding.Rule == rule);
            (Worst([.. looserParameters]), Worst([.. looserResults])).ShouldBe(opposite, name);
        }

        foreach (var counterexample in verdict.Counterexamples)
        {
            parameters.Concat(results).Select(finding => finding.Witness?.Json)
                .ShouldContain(
                    json => json != null && Normal(Example.ValueOf(json)) == Normal(counterexample),
                    $"{name}: {counterexample}");
        }
    }

    [Theory]
    [MemberData(nameof(DocumentRules))]
    public void A_document_is_judged_as_the_page_says(string name)
    {
        var (rule, verdict, before, after) = Read(name);
        var wrap = name.StartsWith("docs/rules/spec-", StringComparison.Ordinal) ? (Func<string, string>)Example.Spec : Example.Catalog;

        var found = Compare(wrap(before), wrap(after)).Where(finding => finding.Rule == rule).ToList();

        found.ShouldNotBeEmpty(name);
        found.ShouldAllBe(finding => verdict.Sentence.Contains(PageVerdict.Word(finding.Verdict), StringComparison.Ordinal), name);
    }

    private static (Rule Rule, PageVerdict Verdict, string Before, string After) Read(string name)
    {
        var page = Page.All[name];
        page.Snippets.Count.ShouldBe(2, name);
        var rule = RuleTable.Find(Path.GetFileNameWithoutExtension(page.Path))!;
        return (rule, PageVerdict.Of(page), page.Snippets[0].Text, page.Snippets[1].Text);
    }

    private static IEnumerable<Finding> Compare(string before, string after) =>
        ContractDiff.Compare(
            Document(before, "old.json"),
            Document(after, "new.json"),
            new DiffOptions { SuspectOutages = false },
            TestContext.Current.CancellationToken).Differences;

    private static ContractDocument Document(string json, string name) => ContractDocument.Read(Encoding.UTF8.GetBytes(json), name);

    private static Verdict Worst(List<Finding> findings) => findings.Max(finding => finding.Verdict);

    private static string Normal(string json) => JsonNode.Parse(json)?.ToJsonString() ?? "null";
}
