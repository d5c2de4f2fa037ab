using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Recoup.AI.Tests.Mcp;

/// <summary>A client of the SDK, and a server of its own in the same process, over a pair of pipes.</summary>
internal sealed class McpConnection : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly Task _running;

    private McpConnection(McpClient client, Task running, CancellationTokenSource stop) =>
        (Client, _running, _stop) = (client, running, stop);

    public McpClient Client { get; }

    /// <summary>Connects to a server in a container.</summary>
    public static Task<McpConnection> ToAsync(Action<IMcpServerBuilder> configure) => ToAsync(async (input, output, stop) =>
    {
        var services = new ServiceCollection();
        configure(services.AddMcpServer().WithStreamServerTransport(input, output));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<McpServer>().RunAsync(stop);
    });

    /// <summary>Connects to a server.</summary>
    public static async Task<McpConnection> ToAsync(
        Func<Stream, Stream, CancellationToken, Task> serve, McpClientOptions? options = null)
    {
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var stop = new CancellationTokenSource();
        var running = serve(toServer.Reader.AsStream(), toClient.Writer.AsStream(), stop.Token);
        var client = McpClient.CreateAsync(
            new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()),
            options,
            cancellationToken: TestContext.Current.CancellationToken);
        if (await Task.WhenAny(client, running) == running)
            await running;
        return new McpConnection(await client, running, stop);
    }

    public Task<CallToolResult> CallAsync(string tool, object? arguments = null) => Client.CallToolAsync(
        new CallToolRequestParams
        {
            Name = tool,
            Arguments = arguments is null ? null : JsonSerializer.SerializeToElement(arguments).EnumerateObject()
                .ToDictionary(member => member.Name, member => member.Value),
        },
        TestContext.Current.CancellationToken).AsTask();

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
