using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Recoup.Actions;
using Recoup.AI.Mcp.Serving;
using Recoup.AI.Mcp.Tools;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.AI.Tests.Mcp;

/// <summary>The server whose tools can be replaced while it runs.</summary>
public sealed class ActionServerTests : IAsyncLifetime
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Of(typeof(GoogleSheets).Assembly);

    private readonly RecoupEmulator _emulator = RecoupEmulator.Start(Catalog);
    private readonly ActionServer _server = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _emulator.Connect("youtube");
        _server.Replace(Tools("YOUTUBE_*"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task A_client_with_a_handshake_is_told_once_that_the_list_has_changed()
    {
        var changes = 0;
        var changed = new TaskCompletionSource();
        var options = new McpClientOptions { ProtocolVersion = "2025-11-25" };
        await using var connection = await McpConnection.ToAsync(_server.RunAsync, options);
        await using var handler = connection.Client.RegisterNotificationHandler(NotificationMethods.ToolListChangedNotification, (_, _) =>
        {
            Interlocked.Increment(ref changes);
            changed.TrySetResult();
            return default;
        });
        connection.Client.ServerCapabilities.Tools!.ListChanged.ShouldBe(true);
        (await NamesAsync(connection)).ShouldAllBe(name => name.StartsWith("YOUTUBE_"));

        _server.Replace(Tools("GITHUB_*"));

        await changed.Task.WaitAsync(Cancellation);
        (await NamesAsync(connection)).ShouldAllBe(name => name.StartsWith("GITHUB_"));
        changes.ShouldBe(1);
    }

    [Fact]
    public async Task A_client_that_subscribes_is_told_that_the_list_has_changed()
    {
        var changed = new TaskCompletionSource();
        var granted = new TaskCompletionSource();
        var options = new McpClientOptions { ProtocolVersion = "2026-07-28" };
        await using var connection = await McpConnection.ToAsync(_server.RunAsync, options);
        await using var acknowledged = connection.Client.RegisterNotificationHandler(
            NotificationMethods.SubscriptionsAcknowledgedNotification, (_, _) => Done(granted));
        await using var handler = connection.Client.RegisterNotificationHandler(
            NotificationMethods.ToolListChangedNotification, (_, _) => Done(changed));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var listening = connection.Client.SendRequestAsync<SubscriptionsListenRequestParams, EmptyResult>(
            RequestMethods.SubscriptionsListen,
            new() { Notifications = new() { ToolsListChanged = true } },
            cancellationToken: stop.Token);
        await granted.Task.WaitAsync(Cancellation);

        _server.Replace(Tools("GITHUB_*"));

        await changed.Task.WaitAsync(Cancellation);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await listening);
    }

    [Fact]
    public async Task A_running_call_ends_with_the_tool_that_it_began_with()
    {
        var (began, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _emulator.On(YouTube.SearchVideos).Returns(async _ =>
        {
            began.SetResult();
            await goesOn.Task;
            return new { found = 3 };
        });
        await using var connection = await McpConnection.ToAsync(_server.RunAsync);

        var running = connection.CallAsync("YOUTUBE_SEARCH_VIDEOS", new { q = "lo-fi" });
        await began.Task.WaitAsync(Cancellation);
        _server.Replace(Tools("GITHUB_*"));
        var gone = await Should.ThrowAsync<McpProtocolException>(() => connection.CallAsync("YOUTUBE_SEARCH_VIDEOS", new { q = "x" }));
        goesOn.SetResult();

        gone.ErrorCode.ShouldBe(McpErrorCode.InvalidParams);
        (await running).StructuredContent!.Value.GetProperty("found").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Calls_run_in_parallel()
    {
        var both = new TaskCompletionSource();
        var count = 0;
        _emulator.On(YouTube.SearchVideos).Returns(async call =>
        {
            if (Interlocked.Increment(ref count) == 2)
                both.SetResult();
            await both.Task;
            return new { q = call.GetProperty("q").GetString() };
        });
        await using var connection = await McpConnection.ToAsync(_server.RunAsync);

        var results = await Task.WhenAll(
            connection.CallAsync("YOUTUBE_SEARCH_VIDEOS", new { q = "one" }),
            connection.CallAsync("YOUTUBE_SEARCH_VIDEOS", new { q = "two" }));

        results.Select(result => result.StructuredContent!.Value.GetProperty("q").GetString()).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task No_list_has_tools_of_two_catalogs()
    {
        await using var connection = await McpConnection.ToAsync(_server.RunAsync);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (one, other) = (Tools("YOUTUBE_*"), Tools("GITHUB_*"));
        var replacing = Task.Run(
            () =>
            {
                for (var turn = 0; !stop.IsCancellationRequested; turn++)
                    _server.Replace(turn % 2 == 0 ? one : other);
            },
            Cancellation);

        for (var turn = 0; turn < 100; turn++)
        {
            var names = await NamesAsync(connection);
            names.Length.ShouldBe(names[0].StartsWith("YOUTUBE_") ? one.Tools.Count : other.Tools.Count);
        }

        await stop.CancelAsync();
        await replacing;
    }

    private static ValueTask Done(TaskCompletionSource source)
    {
        source.TrySetResult();
        return default;
    }

    private static async Task<string[]> NamesAsync(McpConnection connection) =>
        [.. (await connection.Client.ListToolsAsync(cancellationToken: Cancellation)).Select(tool => tool.Name)];

    private ServerTools Tools(string actions)
    {
        var target = new CallTarget
        {
            ApiKey = _emulator.DefaultAccount.ApiKey,
            Address = new Uri("http://localhost/"),
            Handler = _emulator.CreateHandler(),
        };
        return ActionServer.CreateTools(Catalog.Actions, target, new RecoupToolOptions { Actions = [actions] });
    }
}
