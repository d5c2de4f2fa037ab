using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;

namespace Recoup.AI.Mcp.Tools;

/// <summary>Adds tools to the options of a server. A server over HTTP has options for each session; the tools are created once.</summary>
internal sealed class ActionToolsSetup(Func<ServerTools> create) : IConfigureOptions<McpServerOptions>
{
    private readonly Lazy<ServerTools> _tools = new(create);

    public void Configure(McpServerOptions options)
    {
        options.ToolCollection ??= [];
        foreach (var tool in _tools.Value.Tools)
            options.ToolCollection.Add(tool);
        ToolPages.AddTo(options);
        UnreadableArguments.AddTo(options);
    }
}
