using Recoup.AI.Tools;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Recoup.AI.Mcp.Tools;

/// <summary>The tools of some actions.</summary>
/// <param name="Tools">The tools, in the order of the actions.</param>
/// <param name="LeftOut">The slugs of the actions that MCP cannot transport.</param>
internal sealed record ServerTools(IReadOnlyList<ActionServerTool> Tools, IReadOnlyList<string> LeftOut)
{
    /// <summary>The number of tools whose schema accepts more than the action does.</summary>
    public int Loosened => Tools.Count(tool => tool.IsLoosened);

    /// <summary>Creates the tools of the actions that the options select.</summary>
    public static ServerTools Create(RecoupClient client, IReadOnlyList<CatalogAction> actions, RecoupToolOptions options)
    {
        var tools = new List<ActionServerTool>(actions.Count);
        var leftOut = new List<string>();
        foreach (var tool in ToolList.Create(client, actions, ForServer(options)).Cast<ActionTool>())
        {
            if (JsonDepth.IsWithin(tool.JsonSchema, JsonDepth.MostOfSchema))
                tools.Add(new ActionServerTool(tool));
            else
                leftOut.Add(tool.Slug);
        }

        return new ServerTools(tools, leftOut);
    }

    // Not the tool but the host asks a person, after the annotations.
    private static RecoupToolOptions ForServer(RecoupToolOptions options) => options with
    {
        Approval = ToolApproval.Never,
        Dialect = options.Dialect == Dialect.None ? Dialect.Mcp : options.Dialect,
    };
}
