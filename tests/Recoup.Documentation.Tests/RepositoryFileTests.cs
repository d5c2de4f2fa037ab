using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Recoup.Documentation.Tests;

/// <summary>The workflows and forms that GitHub reads.</summary>
public sealed partial class RepositoryFileTests
{
    private static readonly string Folder = Path.Combine(TestData.Repository, ".github");

    public static TheoryData<string> Workflows => Files("workflows");

    public static TheoryData<string> Forms => Files("ISSUE_TEMPLATE", except: "config.yml");

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_only_read_unless_a_job_says_otherwise(string name)
    {
        var permissions = (YamlMappingNode)Workflow(name)["permissions"];

        permissions.Children.ShouldHaveSingleItem().ToString().ShouldBe("[contents, read]");
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_of_a_workflow_has_a_version(string name) =>
        Steps(name).Where(step => step.Children.ContainsKey("uses"))
            .ShouldAllBe(step => Pinned().IsMatch(step["uses"].ToString()));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_script_and_project_that_a_workflow_runs_exists(string name)
    {
        var paths = Steps(name).Where(step => step.Children.ContainsKey("run"))
            .SelectMany(step => NamedPath().Matches(step["run"].ToString())).Select(match => match.Groups["path"].Value).ToList();

        paths.ShouldContain(".ci/run");
        paths.ShouldAllBe(path => File.Exists(Path.Combine(TestData.Repository, path)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_has_a_name_and_fields_with_labels(string name)
    {
        var form = Read(Path.Combine("ISSUE_TEMPLATE", name));

        form["name"].ToString().ShouldNotBeEmpty();
        form["description"].ToString().ShouldNotBeEmpty();
        foreach (var field in ((YamlSequenceNode)form["body"]).Where(field => field["type"].ToString() != "markdown"))
            field["attributes"]["label"].ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public void Packages_and_actions_are_updated() =>
        ((YamlSequenceNode)Read("dependabot.yml")["updates"]).Select(update => update["package-ecosystem"].ToString())
            .ShouldBe(["nuget", "github-actions"]);

    private static TheoryData<string> Files(string folder, string except = "") =>
        [.. Directory.GetFiles(Path.Combine(Folder, folder)).Select(path => Path.GetFileName(path)).Where(name => name != except)];

    private static YamlMappingNode Workflow(string name) => Read(Path.Combine("workflows", name));

    private static IEnumerable<YamlMappingNode> Steps(string name) =>
        ((YamlMappingNode)Workflow(name)["jobs"]).Children.Values.SelectMany(job => (YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>();

    private static YamlMappingNode Read(string path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Folder, path))));
        return stream.Documents.ShouldHaveSingleItem(path).RootNode.ShouldBeOfType<YamlMappingNode>();
    }

    [GeneratedRegex("^[^@]+@(v[0-9]+(\\.[0-9]+)*|[0-9a-f]{40})$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"(?<![\w/.])(?<path>(\.ci|src|tests|samples|benchmarks)/[\w./-]*\w)")]
    private static partial Regex NamedPath();
}
