using System.IO.Pipelines;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Recoup.Cli.Tests.Mcp;

/// <summary>The command in process.</summary>
public sealed class McpTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("expected the key of the API in the environment variable RECOUP_API_KEY", "--catalog", "catalog.json")]
    [InlineData("--catalog: expected a file, got '-'", "--emulate", "--catalog", "-")]
    [InlineData("'missing.json'", "--emulate", "--catalog", "missing.json")]
    [InlineData("--emulate: expected neither --url nor --account", "--emulate", "--url", "https://api.example")]
    [InlineData("Expected --read-only or --allow writes, got both", "--emulate", "--read-only", "--allow", "writes")]
    [InlineData("--allow: expected reads, writes, destroys, got 'write'. Did you mean 'writes'?", "--emulate", "--allow", "write")]
    [InlineData("got none of 5", "--emulate", "--catalog", "catalog.json", "--connectors", "nobody")]
    [InlineData(
        "got 1 action that --connectors and --actions select, and --allow reads permits none. Add --allow writes or destroys",
        "--emulate", "--catalog", "catalog.json", "--actions", "*_BATCH_UPDATE")]
    public async Task A_mistake_is_reported_before_anything_is_served(string message, params string[] args)
    {
        var run = await Tool.RunAsync(host => host with { ApiKey = null }, ["mcp", .. args]);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain(message, Case.Insensitive);
        run.Error.ShouldStartWith("recoup: ");
        run.Error.ShouldNotContain("   at ");
        run.Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--url: expected an address", "--url", "api.example")]
    [InlineData("https", "--url", "http://api.example")]
    [InlineData("user name", "--url", "https://user:secret@api.example")]
    [InlineData("--account: expected a UUID", "--account", "me")]
    public async Task A_target_that_cannot_be_used_is_reported(string message, string option, string value)
    {
        var run = await Tool.RunAsync("mcp", "--catalog", "catalog.json", option, value);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain(message);
        run.Error.ShouldNotContain("secret");
    }

    [Fact]
    public async Task An_OpenAPI_document_and_a_broken_catalog_are_reported()
    {
        (await Tool.RunAsync("mcp", "--emulate", "--catalog", TestData.Spec)).Error
            .ShouldContain("an OpenAPI document: expected a catalog");
        var path = Path.Combine(_folder, "broken.json");
        await File.WriteAllTextAsync(path, "{\"actions\":[", Cancellation);

        var run = await Tool.RunAsync("mcp", "--emulate", "--catalog", path);

        run.ExitCode.ShouldBe(ExitCode.Unusable);
        run.Error.ShouldMatch(@"^recoup: .*broken\.json\(1,\d+\): error RCP0001: ");
    }

    [Theory]
    [InlineData("COMPOSIO_SEARCH_TOOLS GOOGLESHEETS_LOOKUP_ROW LINKEDIN_GET_MY_INFO YOUTUBE_LIST_VIDEOS")]
    [InlineData("COMPOSIO_SEARCH_TOOLS GOOGLESHEETS_LOOKUP_ROW LINKEDIN_GET_MY_INFO YOUTUBE_LIST_VIDEOS", "--read-only")]
    [InlineData(
        "COMPOSIO_SEARCH_TOOLS GOOGLESHEETS_BATCH_UPDATE GOOGLESHEETS_LOOKUP_ROW LINKEDIN_GET_MY_INFO YOUTUBE_LIST_VIDEOS",
        "--allow", "writes")]
    [InlineData("GOOGLESHEETS_LOOKUP_ROW YOUTUBE_LIST_VIDEOS", "--connectors", "googlesheets,you*")]
    [InlineData("GOOGLESHEETS_LOOKUP_ROW YOUTUBE_LIST_VIDEOS", "--actions", "*_LOOKUP_*", "YOUTUBE_LIST_VIDEOS")]
    public async Task Only_actions_that_read_are_served_unless_more_is_allowed(string names, params string[] args)
    {
        await using var served = await ServedTool.StartAsync(host => host, ["--emulate", "--catalog", "catalog.json", .. args]);

        (await served.NamesAsync()).Order(StringComparer.Ordinal).ShouldBe(names.Split(' '));
    }

    [Fact]
    public async Task Calls_go_to_the_address_with_the_key_of_the_environment_for_the_account()
    {
        await using var emulator = Emulators.Start();
        var account = emulator.AddAccount();
        emulator.Connect("youtube", account);
        emulator.AllowAccess(emulator.DefaultAccount, account);
        using var handler = emulator.CreateHandler();
        await using var served = await ServedTool.StartAsync(
            host => host with { Handler = handler, ApiKey = emulator.DefaultAccount.ApiKey },
            ["--catalog", "catalog.json", "--url", "http://localhost/", "--account", $"{account.Id}"]);

        var result = await served.CallAsync("YOUTUBE_LIST_VIDEOS");

        result.IsError.ShouldNotBe(true);
        emulator.Journal.Single("YOUTUBE_LIST_VIDEOS").Account!.Id.ShouldBe(account.Id);
        served.Errors.ShouldBe(
            ["recoup: serving 4 of 5 actions of catalog.json as tools. They only read. Calls go to http://localhost/."]);
    }

    [Fact]
    public async Task The_tools_follow_the_catalog_and_the_names_file()
    {
        var path = Path.Combine(_folder, "recoup.catalog.json");
        File.Copy("catalog.json", path);
        await using var served = await ServedTool.StartAsync(host => host, ["--emulate", "--catalog", path]);
        var before = await served.NamesAsync();

        // A catalog that cannot be used changes nothing.
        await File.WriteAllTextAsync(path, "{\"actions\":[", Cancellation);
        await served.ErrorAsync(line => line.Contains("the tools stay as they were", StringComparison.Ordinal));
        (await served.NamesAsync()).ShouldBe(before);
        (await served.CallAsync("YOUTUBE_LIST_VIDEOS")).IsError.ShouldNotBe(true);

        var text = await File.ReadAllTextAsync("catalog.json", Cancellation);
        await File.WriteAllTextAsync(
            path, text.Replace("YOUTUBE_LIST_VIDEOS", "YOUTUBE_LIST_CHANNELS", StringComparison.Ordinal), Cancellation);
        await served.ChangedAsync();
        (await served.NamesAsync()).ShouldContain("YOUTUBE_LIST_CHANNELS");
        (await served.NamesAsync()).ShouldNotContain("YOUTUBE_LIST_VIDEOS");
        (await served.CallAsync("YOUTUBE_LIST_CHANNELS")).IsError.ShouldNotBe(true);

        await File.WriteAllTextAsync(
            Path.Combine(_folder, "recoup.names.json"),
            """{"actions":{"GOOGLESHEETS_BATCH_UPDATE":{"effect":"read"}}}""",
            Cancellation);
        await served.ChangedAsync();
        (await served.NamesAsync()).ShouldContain("GOOGLESHEETS_BATCH_UPDATE");
    }

    [Fact]
    public async Task An_action_that_cannot_be_served_is_reported_and_harms_no_other()
    {
        var path = Path.Combine(_folder, "deep.json");
        var deep = string.Concat(Enumerable.Repeat("""{"type":"array","items":""", 100)) + "{}" + new string('}', 100);
        string[] actions =
        [
            Json("A_GET_1", "{\"type\":\"object\",\"properties\":{\"p\":" + deep + "}}"),
            Json("A_GET_2\\u001b[2J", """{"type":7,"required":"x"}"""),
            Json("A_GET_3", "{}"),
        ];
        await File.WriteAllTextAsync(path, $"{{\"actions\":[{string.Join(',', actions)}]}}", Cancellation);
        await using var served = await ServedTool.StartAsync(host => host, ["--emulate", "--allow", "destroys", "--catalog", path]);

        (await served.NamesAsync()).ShouldContain("A_GET_3");
        (await served.NamesAsync()).ShouldNotContain("A_GET_1");
        served.Errors[^1].ShouldContain("Left out, because the schemas are nested too deep: A_GET_1.");
        served.Errors[^1].ShouldNotContain("\u001b");

        static string Json(string slug, string parameters) => $$"""
            {"slug":"{{slug}}","name":"{{slug}}","connectorSlug":"a","isConnected":true,"parameters":{{parameters}} }
            """;
    }

    [Fact]
    public async Task What_the_emulator_cannot_do_is_a_result()
    {
        var path = Path.Combine(_folder, "recoup.catalog.json");
        File.Copy("catalog.json", path);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "recoup.results.json"),
            """{"results":{"YOUTUBE_LIST_VIDEOS":{"type":"object","required":["a"],"properties":{"a":false}}}}""",
            Cancellation);
        await using var served = await ServedTool.StartAsync(host => host, ["--emulate", "--catalog", path]);

        var result = await served.CallAsync("YOUTUBE_LIST_VIDEOS");

        result.IsError.ShouldBe(true);
        result.StructuredContent!.Value.GetProperty("error").GetString().ShouldBe("service_failed");
    }

    /// <summary>The running tool and a client of it.</summary>
    private sealed class ServedTool : IAsyncDisposable
    {
        private readonly SemaphoreSlim _changes = new(0);
        private readonly LineWriter _lines = new();
        private readonly Pipe _toServer = new();
        private readonly Pipe _toClient = new();
        private Task<int> _running = Task.FromResult(0);

        public McpClient Client { get; private set; } = null!;

        public List<string> Errors { get; } = [];

        public static async Task<ServedTool> StartAsync(Func<Host, Host> change, string[] args)
        {
            var served = new ServedTool();
            var host = change(new Host
            {
                Out = TextWriter.Null,
                OutStream = served._toClient.Writer.AsStream(),
                In = served._toServer.Reader.AsStream(),
                Error = served._lines,
            });
            served._running = RecoupTool.RunAsync(["mcp", .. args], host, Cancellation);
            await served.ErrorAsync(line => line.Contains("serving", StringComparison.Ordinal));
            served.Client = await McpClient.CreateAsync(
                new StreamClientTransport(served._toServer.Writer.AsStream(), served._toClient.Reader.AsStream()),
                new McpClientOptions { ProtocolVersion = "2025-11-25" },
                cancellationToken: Cancellation);
            served.Client.RegisterNotificationHandler(NotificationMethods.ToolListChangedNotification, (_, _) =>
            {
                served._changes.Release();
                return default;
            });
            return served;
        }

        public async Task<string[]> NamesAsync() =>
            [.. (await Client.ListToolsAsync(cancellationToken: Cancellation)).Select(tool => tool.Name)];

        public Task<CallToolResult> CallAsync(string tool) =>
            Client.CallToolAsync(tool, new Dictionary<string, object?> { ["channel"] = "mine" }, cancellationToken: Cancellation).AsTask();

        public async Task ChangedAsync() => (await _changes.WaitAsync(TimeSpan.FromSeconds(60), Cancellation)).ShouldBeTrue();

        public async Task ErrorAsync(Func<string, bool> condition)
        {
            do
                Errors.Add(await _lines.NextAsync());
            while (!condition(Errors[^1]));
        }

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await _toServer.Writer.CompleteAsync();
            (await _running.WaitAsync(TimeSpan.FromSeconds(30), Cancellation)).ShouldBe(ExitCode.Clean);
            _lines.Dispose();
            _changes.Dispose();
        }
    }
}
