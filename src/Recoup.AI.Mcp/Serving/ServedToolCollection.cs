using System.Diagnostics.CodeAnalysis;
using ModelContextProtocol.Server;

namespace Recoup.AI.Mcp.Serving;

/// <summary>
/// The tools of a server, all of which are replaced at once: no list and no call ever sees some of the old and some of the new ones. The
/// SDK uses the two members that are overridden.
/// </summary>
internal sealed class ServedToolCollection : McpServerPrimitiveCollection<McpServerTool>
{
    private volatile IReadOnlyDictionary<string, McpServerTool> _tools = new OrderedDictionary<string, McpServerTool>();

    /// <summary>Replaces the tools and announces that.</summary>
    public void Replace(IEnumerable<McpServerTool> tools)
    {
        var replacement = new OrderedDictionary<string, McpServerTool>(StringComparer.Ordinal);
        foreach (var tool in tools)
            replacement.Add(tool.ProtocolTool.Name, tool);
        _tools = replacement;
        RaiseChanged();
    }

    public override bool TryGetPrimitive(string name, [NotNullWhen(true)] out McpServerTool? primitive) =>
        _tools.TryGetValue(name, out primitive);

    public override IEnumerator<McpServerTool> GetEnumerator() => _tools.Values.GetEnumerator();
}
