using System.IO.Pipelines;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Recoup.AI.Mcp.Tools;
using Recoup.Catalogs;

namespace Recoup.AI.Mcp.Serving;

/// <summary>Serves tools over a pair of streams. The tools can be replaced while it runs.</summary>
internal sealed class ActionServer
{
    private const string Name = "recoup";

    private const string Instructions =
        "Each tool executes one action of a connector at a third-party service. If a result has isError, read its 'error' and 'message'. "
        + "'not_connected': give the user 'authorizeUrl'. 'mayHaveExecuted': find out before you call the tool again.";

    private static readonly string Version = typeof(ActionServer).Assembly.GetName().Version!.ToString(3);

    private readonly ServedToolCollection _tools = [];

    /// <summary>Creates tools.</summary>
    /// <param name="actions">The actions of a catalog.</param>
    /// <param name="target">Where the calls go.</param>
    /// <param name="options">Which actions become tools, and how they behave.</param>
    /// <exception cref="ArgumentException">The target or the account cannot be used; the message says what to do.</exception>
    public static ServerTools CreateTools(IReadOnlyList<CatalogAction> actions, CallTarget target, RecoupToolOptions options) =>
        ServerTools.Create(target.Client, actions, options);

    /// <summary>Replaces the tools, and announces that to the client. A running call ends with the tool that it began with.</summary>
    public void Replace(ServerTools tools) => _tools.Replace(tools.Tools);

    /// <summary>Serves the tools until the input ends.</summary>
    /// <param name="input">The messages of the client.</param>
    /// <param name="output">Gets the messages of the server, and nothing else.</param>
    /// <param name="cancellation">Stops the server.</param>
    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var messages = new Pipe();
        var copying = CopyAsync(input, messages.Writer, stop.Token);
        var transport = new StreamServerTransport(messages.Reader.AsStream(), output, Name);
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, Describe());
            await using (server.ConfigureAwait(false))
            {
                await server.RunAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await stop.CancelAsync().ConfigureAwait(false);
                await copying.ConfigureAwait(false);
            }
        }
    }

    // A read of the console cannot be canceled; that of a pipe can.
    private static async Task CopyAsync(Stream input, PipeWriter messages, CancellationToken cancellation)
    {
        await Task.Run(() => input.CopyToAsync(messages, cancellation), cancellation)
            .WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await messages.CompleteAsync().ConfigureAwait(false);
    }

    private McpServerOptions Describe()
    {
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = Name, Version = Version },
            ServerInstructions = Instructions,
            ToolCollection = _tools,
        };
        ToolPages.AddTo(options);
        UnreadableArguments.AddTo(options);
        return options;
    }
}
