using System.Text;
using Microsoft.CodeAnalysis;
using Recoup.Contracts;
using Recoup.Documentation.Tests.Pages;
using Recoup.Tests.Driving;

namespace Recoup.Documentation.Tests;

/// <summary>The calls on the page of a rule about C# are compiled against both catalogs: the first against the old one alone.</summary>
public sealed class SourceRuleExampleTests
{
    private const string Issue = "GITHUB_CREATE_ISSUE";

    private static readonly Dictionary<string, (string Old, string New)> Catalogs = new(StringComparer.Ordinal)
    {
        ["class"] = (Catalog.Action(
            "GOOGLE_DOCS_COPY",
            Object(("id", "string")),
            "google"), Catalog.Action("GOOGLE_DOCS_COPY", Object(("id", "string")), "google_docs")),
        ["declaration"] = (Catalog.Action(Issue, State("open", "closed")), Catalog.Action(Issue, State("open", "done"))),
        ["method"] = (Catalog.Action(Issue, Object(("owner", "string"))), Catalog.Action(Issue, Object(("owner", "string"))) + ","
            + Catalog.Action("GITHUB_CREATE-ISSUE")),
        ["order"] = (Catalog.Action(
            "GITHUB_GET_REPO",
            Object(("owner", "string"), ("repo", "string"))),
             Catalog.Action("GITHUB_GET_REPO", Object(("repo", "string"), ("owner", "string")))),
        ["parameter"] = (Catalog.Action(
            Issue, Object(("owner", "string"), ("note", "string"))), Catalog.Action(Issue, Object(("owner", "string")))),
        ["required"] = (Catalog.Action(
            Issue, Object(("owner", "string"))), Catalog.Action(Issue, Object(("owner", "string"), ("title", "string")))),
        ["result"] = (Catalog.Action("GITHUB_GET_ISSUE", Object(("number", "integer"))),
            Catalog.Action(
                "GITHUB_GET_ISSUE",
                Object(("number", "integer")),
                output: """{"type":"object","properties":{"title":{"type":"string"}}}""")),
        ["type"] = (Catalog.Action(Issue, Object(("milestone", "integer"))), Catalog.Action(Issue, Object(("milestone", "string")))),
    };

    public static TheoryData<string> Pages => Page.Below("docs/rules/source-");

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_old_call_compiles_against_the_old_catalog_and_the_new_one_against_the_new(string name)
    {
        var page = Page.All[name];
        var rule = Path.GetFileNameWithoutExtension(page.Path);
        var (old, @new) = Catalogs[rule["source-".Length..]];
        var verdict = PageVerdict.Of(page).Text;

        Errors(old, page.Snippets[0].Text).ShouldBeEmpty(name);
        Errors(@new, page.Snippets[1].Text).ShouldBeEmpty(name);
        var broken = Errors(@new, page.Snippets[0].Text);
        if (rule == "source-order")
            broken.ShouldBeEmpty("two texts that changed places compile, and mean something else");
        else
            broken.ShouldHaveSingleItem(name).ShouldSatisfyAllConditions(id => verdict.ShouldContain(id));

        var report = ContractDiff.Compare(Document(old), Document(@new), cancellation: TestContext.Current.CancellationToken);
        report.Differences.Select(finding => finding.Rule.Id).ShouldContain(rule, name);
    }

    private static List<string> Errors(string actions, string snippet)
    {
        var statement = snippet.Trim().EndsWith(';') ? snippet : $"_ = {snippet.Split("//")[0].Trim()};";
        var generation = Generation.Run(
            [new CatalogText("recoup.catalog.json", Catalog.Of(actions))],
            MarkedCode.Method("static async Task Run(RecoupClient recoup)", statement)
                .Replace("using Recoup.Emulator;", "", StringComparison.Ordinal));
        return [
            .. generation.Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.Id),
        ];
    }

    private static ContractDocument Document(string actions) =>
        ContractDocument.Read(Encoding.UTF8.GetBytes(Catalog.Of(actions)), "catalog.json");

    private static string Object(params (string Name, string Type)[] properties) =>
        "{\"type\":\"object\",\"properties\":{"
            + string.Join(",", properties.Select(property => $"\"{property.Name}\":{{\"type\":\"{property.Type}\"}}"))
        + "},\"required\":[" + string.Join(",", properties.Select(property => $"\"{property.Name}\""))
            + "],\"additionalProperties\":false}";

    private static string State(params string[] values) =>
        "{\"type\":\"object\",\"properties\":{\"state\":{\"type\":\"string\",\"enum\":["
            + string.Join(",", values.Select(value => $"\"{value}\"")) + "]}},\"additionalProperties\":false}";
}
