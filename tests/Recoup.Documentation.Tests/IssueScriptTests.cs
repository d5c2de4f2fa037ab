using System.Text.Json.Nodes;
using Recoup.Catalogs;
using Recoup.Cli;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Documentation.Tests.Workflows;
using Recoup.Emulator;

namespace Recoup.Documentation.Tests;

/// <summary>The script that opens issues, as the action and the page about it have it, against a fake API.</summary>
public sealed class IssueScriptTests
{
    private const int MostIssues = 10;

    private static readonly string Script = ActionFile.Step(ActionFile.IssueStep).Script;

    [Fact]
    public void The_page_prints_the_script_of_the_action() =>
        ActionFile.StepsOnPage().Select(step => step.Script.TrimEnd()).Where(script => script.Length > 0).ShouldBe([Script.TrimEnd()]);

    [Fact]
    public async Task One_rename_in_the_sample_catalog_opens_one_issue()
    {
        var stored = await File.ReadAllTextAsync(TestData.QuickStartCatalog, TestContext.Current.CancellationToken);
        var renamed = JsonNode.Parse(stored)!;
        var action = renamed["actions"]!.AsArray().Single(one => (string?)one!["slug"] == "GITHUB_CREATE_REACTION_FOR_ISSUE")!;
        var parameters = action["parameters"]!;
        var content = parameters["properties"]!["content"]!.DeepClone();
        parameters["properties"]!.AsObject().Remove("content");
        parameters["properties"]!["reaction"] = content;
        var required = parameters["required"]!.AsArray();
        required[required.Select((name, at) => ((string?)name, at)).Single(pair => pair.Item1 == "content").at] = "reaction";

        var after = GitHubState.Empty.Run(Script, NoEnvironment, _ => Report(renamed.ToJsonString()));

        var issue = after.Issues.ShouldHaveSingleItem();
        issue.Title.ShouldBe("Contract: GITHUB_CREATE_REACTION_FOR_ISSUE");
        issue.Body.ShouldContain("'content' was renamed to 'reaction'");
        issue.Body.Split("```text").Length.ShouldBe(2, "one finding");

        // The next night finds the same, the night after that it is fixed.
        var again = after.Run(Script, NoEnvironment, _ => Report(renamed.ToJsonString()));
        (again.Created, again.Comments.Count).ShouldBe((0, 0));
        var last = again.Run(Script, NoEnvironment, _ => Report(stored));
        last.Open.ShouldBeEmpty();
        last.Comments.ShouldHaveSingleItem().IssueNumber.ShouldBe(issue.Number);

        string Report(string live) => Verify(stored, live).GetAwaiter().GetResult();
    }

    [Fact]
    public void An_issue_is_rewritten_if_the_findings_of_its_action_change()
    {
        var first = GitHubState.Empty.Run(Script, NoEnvironment, _ => Json(("A_ONE", "b")));

        var second = first.Run(Script, NoEnvironment, _ => Json(("A_ONE", "c")));

        second.Issues.ShouldHaveSingleItem().Body.ShouldContain("'c'");
        second.Comments.ShouldHaveSingleItem().Body.ShouldContain("changed");
        second.Created.ShouldBe(0);
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    [InlineData(35, 10)]
    public void A_night_opens_at_most_ten_issues(int actions, int expected)
    {
        var report = Json([.. Enumerable.Range(0, actions).Select(i => ($"A_N{i}", "b"))]);
        var state = GitHubState.Empty.Run(Script, NoEnvironment, _ => report);
        state.Created.ShouldBe(expected);
        state.Open.Count(issue => issue.Title == "Contract: more actions").ShouldBe(actions > MostIssues ? 1 : 0);

        // The other actions get their issues in the next nights, and the list is closed.
        for (var night = 0; night < 4; night++)
        {
            state = state.Run(Script, NoEnvironment, _ => report);
            state.Created.ShouldBeLessThanOrEqualTo(MostIssues);
        }

        state.Created.ShouldBe(0);
        state.Open.Select(issue => issue.Title).ShouldBeUnique();
        state.Open.Count().ShouldBe(actions);
    }

    [Fact]
    public void A_body_is_never_longer_than_GitHub_allows()
    {
        var report = JsonNode.Parse(Json(("A_ONE", "b")))!;
        var finding = report["findings"]!.AsArray().Single()!;
        finding["message"] = new string('x', 70_000);
        for (var i = 0; i < 100; i++)
            report["findings"]!.AsArray().Add(finding.DeepClone());

        var issue = GitHubState.Empty.Run(Script, NoEnvironment, _ => report.ToJsonString()).Issues.ShouldHaveSingleItem();

        issue.Body.Length.ShouldBeLessThan(65536);
        issue.Body.ShouldMatch("[0-9]+ more are not shown");
    }

    [Theory]
    [InlineData("<!-- recoup action=A_TWO 0 -->")]
    [InlineData("x\n<!-- recoup action=A_TWO 0 -->")]
    [InlineData("<!-- recoup rest 0 -->")]
    public void A_name_like_a_marker_suppresses_no_issue(string name)
    {
        var first = GitHubState.Empty.Run(Script, NoEnvironment, _ => Json(("A_ONE", name)));

        var second = first.Run(Script, NoEnvironment, _ => Json(("A_ONE", name), ("A_TWO", "b")));

        second.Created.ShouldBe(1);
        second.Open.Select(issue => issue.Title).ShouldBe(["Contract: A_ONE", "Contract: A_TWO"]);
    }

    [Fact]
    public void An_issue_of_somebody_else_is_left_alone()
    {
        var issue = new GitHubIssue(1, ["contract"], "Ours", "Please look at\n<!-- recoup action=A_ONE 0 -->", "open");
        var state = new GitHubState([issue], [], []);

        var after = state.Run(Script, NoEnvironment, _ => Json());

        after.Open.ShouldHaveSingleItem().Title.ShouldBe("Ours");
    }

    private static Dictionary<string, string> NoEnvironment => new(StringComparer.Ordinal);

    /// <summary>The report about actions whose only parameter was renamed.</summary>
    private static string Json(params (string Slug, string Property)[] renamed)
    {
        var kept = HostileCatalog.Action("A_KEPT", "a", "Does.");
        using var json = new StringWriter();
        ReportWriterTable.Find("json")!.Write(
            HostileCatalog.Compare(
                HostileCatalog.Catalog([kept, .. renamed.Select(action => HostileCatalog.Action(action.Slug, "a", "Does."))]),
                HostileCatalog.Catalog(
                    [kept.DeepClone(), .. renamed.Select(action => HostileCatalog.Action(action.Slug, action.Property, "Does."))])),
            json);
        return json.ToString();
    }

    private static async Task<string> Verify(string stored, string live)
    {
        using var folder = new TempFolder();
        var (catalog, report) = (folder["recoup.catalog.json"], folder["report.json"]);
        await File.WriteAllTextAsync(catalog, stored);
        await using var emulator = RecoupEmulator.Start(
            RecoupCatalog.Parse(live), new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });
        using var handler = emulator.CreateHandler();
        using var output = new StringWriter();
        var host = new Host { Out = output, Error = output, ApiKey = RecoupEmulator.DefaultApiKey, Handler = handler };

        var code = await RecoupTool.RunAsync(
            ["verify", "--url", "http://localhost/", "--catalog", catalog, "--format", "json", "--output", report], host);

        code.ShouldBeLessThanOrEqualTo(1, output.ToString());
        return await File.ReadAllTextAsync(report);
    }
}
