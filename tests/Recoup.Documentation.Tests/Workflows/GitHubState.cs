using System.Text.Json;
using Jint;

namespace Recoup.Documentation.Tests.Workflows;

/// <summary>The issues and comments of a repository, and the number of issues that the last script created.</summary>
internal sealed record GitHubState(
    List<GitHubIssue> Issues, List<GitHubComment> Comments, List<string> Warnings, int Created = 0, bool IsReadOnly = false)
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static GitHubState Empty { get; } = new([], [], []);

    public IEnumerable<GitHubIssue> Open => Issues.Where(issue => issue.State == "open");

    /// <summary>Runs the script of an action against the fake API and returns the state after it.</summary>
    public GitHubState Run(string script, IReadOnlyDictionary<string, string> environment, Func<string, string> readFile)
    {
        using var engine = new Engine();
        engine.SetValue("readFile", readFile);
        engine.Execute($"const state = {JsonSerializer.Serialize(this with { Created = 0 }, CamelCase)};");
        engine.Execute($"const env = {JsonSerializer.Serialize(environment)};");
        engine.Execute(File.ReadAllText(Path.Combine(
            TestData.Repository, "tests", "Recoup.Documentation.Tests", "Workflows", "FakeGitHub.js")));
        engine.Execute($$"""
            let outcome = 'not finished';
            (async () => {
            {{script}}
            })().then(() => { outcome = 'done'; }, error => { outcome = String(error) + '\n' + error.stack; });
            """);
        engine.Evaluate("outcome").AsString().ShouldBe("done");
        return JsonSerializer.Deserialize<GitHubState>(engine.Evaluate("JSON.stringify(state)").AsString(), CamelCase)!;
    }
}
