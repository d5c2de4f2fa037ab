using Recoup.Documentation.Tests.Pages;
using YamlDotNet.RepresentationModel;

namespace Recoup.Documentation.Tests.Workflows;

/// <summary>The action of this repository, and the workflows of the page about it.</summary>
internal static class ActionFile
{
    public const string IssueStep = "One issue for each action";
    public const string CommentStep = "Comment on the pull request";

    private static readonly YamlMappingNode Root = Read(File.ReadAllText(Path.Combine(TestData.Repository, "action.yml")));

    public static IReadOnlyList<ActionStep> Steps { get; } = StepsOf(Root["runs"]);

    /// <summary>The inputs and their defaults.</summary>
    public static IReadOnlyDictionary<string, string> Inputs { get; } = ((YamlMappingNode)Root["inputs"]).Children.ToDictionary(
        input => input.Key.ToString(),
        input => ((YamlMappingNode)input.Value).Children.TryGetValue("default", out var value) ? value.ToString() : "",
        StringComparer.Ordinal);

    public static ActionStep Step(string name) => Steps.Single(step => step.Name == name);

    /// <summary>The steps of all workflows on the page about the action.</summary>
    public static IEnumerable<ActionStep> StepsOnPage() => Snippet.Of("yaml", page => page.Name == "docs/ci.md")
        .SelectMany(snippet => ((YamlMappingNode)Read(snippet.Text)["jobs"]).Children.Values).SelectMany(StepsOf);

    public static YamlMappingNode Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static IReadOnlyList<ActionStep> StepsOf(YamlNode job) =>
        [.. ((YamlSequenceNode)job["steps"]).Select(step => new ActionStep((YamlMappingNode)step))];
}
