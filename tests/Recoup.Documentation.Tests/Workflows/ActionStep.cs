using YamlDotNet.RepresentationModel;

namespace Recoup.Documentation.Tests.Workflows;

/// <summary>A step of an action or a workflow.</summary>
internal sealed record ActionStep(YamlMappingNode Node)
{
    public string Name => Text(Node, "name");

    public string Uses => Text(Node, "uses");

    public string Run => Text(Node, "run");

    public string If => Text(Node, "if");

    /// <summary>The script of a step that runs JavaScript.</summary>
    public string Script => Part("with") is { } with ? Text(with, "script") : "";

    public IReadOnlyDictionary<string, string> Environment => Part("env") is { } env
        ? env.Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString(), StringComparer.Ordinal)
        : new Dictionary<string, string>(StringComparer.Ordinal);

    private YamlMappingNode? Part(string name) => Node.Children.TryGetValue(name, out var part) ? part as YamlMappingNode : null;

    private static string Text(YamlMappingNode node, string name) => node.Children.TryGetValue(name, out var value) ? value.ToString() : "";
}
