using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Recoup.Contracts;
using Recoup.Documentation.Tests.Pages;
using Recoup.Documentation.Tests.Snippets;

namespace Recoup.Documentation.Tests;

/// <summary>The example on the page of a rule is compared, and has to be found, judged and proved as the page says.</summary>
public sealed partial class RuleExampleTests
{
    /// <summary>Separates the verdicts of the example from those of its opposite.</summary>
    private const string LessStrict = "; if it became less strict: ";

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
        var clauses = verdict.Split(LessStrict);
        (Worst(parameters), Worst(results)).ShouldBe(Verdicts(clauses[0]), name);
        if (clauses is [_, var lessStrict])
        {
            var looserParameters = Compare(Example.Parameters(after), Example.Parameters(before)).Where(finding => finding.Rule == rule);
            var looserResults = Compare(Example.Result(after), Example.Result(before)).Where(finding => finding.Rule == rule);
            (Worst([.. looserParameters]), Worst([.. looserResults])).ShouldBe(Verdicts(lessStrict), name);
        }

        foreach (Match witness in QuotedWitness().Matches(verdict))
        {
            parameters.Concat(results).Select(finding => finding.Witness?.Json)
                .ShouldContain(
                    json => json != null && Normal(Example.ValueOf(json)) == Normal(witness.Groups["json"].Value),
                    $"{name}: {witness.Value}");
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
        found.ShouldAllBe(finding => verdict.Contains(Word(finding.Verdict), StringComparison.Ordinal), name);
    }

    private static (Rule Rule, string Verdict, string Before, string After) Read(string name)
    {
        var page = Page.All[name];
        var verdict = page.Text.Split(Page.VerdictMark)[1].Split("\n\n")[0].Replace('\n', ' ');
        page.Snippets.Count.ShouldBe(2, name);
        return (RuleTable.Find(Path.GetFileNameWithoutExtension(page.Path))!, verdict, page.Snippets[0].Text, page.Snippets[1].Text);
    }

    private static IEnumerable<Finding> Compare(string before, string after) =>
        ContractDiff.Compare(
            Document(before, "old.json"),
            Document(after, "new.json"),
            new DiffOptions { SuspectOutages = false },
            TestContext.Current.CancellationToken).Findings;

    private static ContractDocument Document(string json, string name) => ContractDocument.Read(Encoding.UTF8.GetBytes(json), name);

    private static Verdict Worst(List<Finding> findings) => findings.Max(finding => finding.Verdict);

    /// <summary>The verdicts for parameters and for results. Without a comma before 'for results', both have the same verdict.</summary>
    private static (Verdict Parameters, Verdict Results) Verdicts(string clause) => clause.Contains("for results", StringComparison.Ordinal)
        ? (Of(clause), Of(clause[(clause.LastIndexOf(", ", StringComparison.Ordinal) + 1)..]))
        : (Of(clause), Of(clause));

    private static Verdict Of(string words) => Enum.GetValues<Verdict>()
        .Where(verdict => words.Contains(Word(verdict), StringComparison.Ordinal))
            .MinBy(verdict => words.IndexOf(Word(verdict), StringComparison.Ordinal));

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static string Normal(string json) => JsonNode.Parse(json)?.ToJsonString() ?? "null";

    [GeneratedRegex("(?<=counterexample in the example: )`(?<json>[^`]*)`")]
    private static partial Regex QuotedWitness();
}
