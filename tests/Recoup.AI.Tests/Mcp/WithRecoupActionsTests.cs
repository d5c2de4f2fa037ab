using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Recoup.Actions;
using Recoup.AI.Mcp.Tools;
using Recoup.AI.Tests.Dialects;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;

namespace Recoup.AI.Tests.Mcp;

public sealed class WithRecoupActionsTests
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Of(typeof(GoogleSheets).Assembly);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> RealNames => new(RealCatalogs.AndDialects.Select(row => row.Data.Item1).Distinct());

    [Fact]
    public async Task Generated_actions_are_tools_with_the_client_of_the_container()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("googlesheets");
        emulator.On(GoogleSheets.GetValues).Returns(new { rows = 2 });
        await using var connection = await McpConnection.ToAsync(builder =>
        {
            builder.Services.AddSingleton(_ => emulator.CreateClient());
            builder.WithRecoupActions(YouTube.SearchVideos, GoogleSheets.GetValues);
        });

        var tools = await connection.Client.ListToolsAsync(cancellationToken: Cancellation);
        var result = await connection.CallAsync("GOOGLESHEETS_GET_VALUES", new { spreadsheet_id = "1AbC", range = "A1:B2" });

        tools.Select(tool => tool.Name).ShouldBe(["YOUTUBE_SEARCH_VIDEOS", "GOOGLESHEETS_GET_VALUES"]);
        var action = Catalog.Actions.Single(action => action.Slug == "YOUTUBE_SEARCH_VIDEOS");
        tools[0].Description.ShouldStartWith(action.Description);
        tools[0].JsonSchema.GetProperty("properties").EnumerateObject().Select(property => property.Name)
            .ShouldBe(action.Parameters.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        tools[0].ProtocolTool.OutputSchema.ShouldBeNull();
        result.IsError.ShouldBe(false);
        TextOf(result).ShouldBe("""{"rows":2}""");
        result.StructuredContent!.Value.GetProperty("rows").GetInt32().ShouldBe(2);
        emulator.Journal.Single(GoogleSheets.GetValues).Parameters.GetProperty("spreadsheet_id").GetString().ShouldBe("1AbC");
    }

    [Theory]
    [InlineData("ACME_LIST_SONGS", true)]
    [InlineData("OTHER", false)]
    public async Task Half_of_a_surrogate_pair_in_the_arguments_of_an_action_is_a_result(string tool, bool isAction)
    {
        using var client = NoClient();
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var services = new ServiceCollection();
        services.AddMcpServer()
            .WithStreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream())
            .WithTools([McpServerTool.Create((string q) => q, new() { Name = "OTHER" })])
            .WithRecoupActions(_ => client, CatalogOf("ACME_LIST_SONGS"));
        await using var provider = services.BuildServiceProvider();
        var running = provider.GetRequiredService<McpServer>().RunAsync(Cancellation);
        await using var input = new StreamWriter(toServer.Writer.AsStream()) { AutoFlush = true };
        using var output = new StreamReader(toClient.Reader.AsStream());

        await input.WriteLineAsync(
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"""
            + "\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}}");
        await output.ReadLineAsync(Cancellation);
        await input.WriteLineAsync(
            $$"""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"arguments":{"q":"\ud800"},"name":"{{tool}}"} }""");
        var message = JsonElement.Parse((await output.ReadLineAsync(Cancellation))!);
        await toServer.Writer.CompleteAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        message.TryGetProperty("result", out var result).ShouldBe(isAction);
        if (isAction)
            result.GetProperty("isError").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("ACME_LIST_SONGS", true, false)]
    [InlineData("ACME_CREATE_SONG", false, true)]
    [InlineData("ACME_DELETE_SONG", false, true)]
    [InlineData("ACME_FROBNICATE_SONG", false, true)]
    public async Task Annotations_say_what_an_action_does(string slug, bool reads, bool destroys)
    {
        using var client = NoClient();
        await using var connection = await McpConnection.ToAsync(builder => builder.WithRecoupActions(_ => client, CatalogOf(slug)));

        var tool = (await connection.Client.ListToolsAsync(cancellationToken: Cancellation)).ShouldHaveSingleItem().ProtocolTool;

        tool.Title.ShouldBe("The name of " + slug);
        tool.Annotations!.ReadOnlyHint.ShouldBe(reads);
        tool.Annotations.DestructiveHint.ShouldBe(destroys);
        tool.Annotations.OpenWorldHint.ShouldBe(true);
    }

    [Fact]
    public async Task The_options_select_the_tools()
    {
        using var client = NoClient();
        var options = new RecoupToolOptions { Connectors = ["youtube"], Actions = ["*_VIDEO*"], ReadOnly = true };
        await using var connection = await McpConnection.ToAsync(builder => builder.WithRecoupActions(_ => client, Catalog, options));

        var tools = await connection.Client.ListToolsAsync(cancellationToken: Cancellation);

        tools.Select(tool => tool.Name).ShouldBe(client.AsTools(Catalog, options).Select(tool => tool.Name));
        tools.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_list_comes_in_pages_with_the_other_tools_of_the_server()
    {
        using var client = NoClient();
        var slugs = Enumerable.Range(0, 450).Select(number => FormattableString.Invariant($"ACME_LIST_{number}")).ToArray();
        await using var connection = await McpConnection.ToAsync(builder => builder
            .WithListToolsHandler((request, _) => ValueTask.FromResult(new ListToolsResult
            {
                Tools = [new Tool { Name = request.Params?.Cursor is null ? "own-1" : "own-2" }],
                NextCursor = request.Params?.Cursor is null ? "second" : null,
            }))
            .WithRecoupActions(_ => client, CatalogOf(slugs[..1]))
            .WithRecoupActions(_ => client, CatalogOf(slugs[1..])));

        var pages = new List<ListToolsResult>();
        do
            pages.Add(await ListAsync(connection, pages.LastOrDefault()?.NextCursor));
        while (pages[^1].NextCursor is not null);

        pages.Select(page => page.Tools.Count).ShouldBe([200, 200, 52]);
        pages.SelectMany(page => page.Tools).Select(tool => tool.Name).ShouldBe(["own-1", .. slugs, "own-2"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("200")]
    [InlineData("ACME_LIST_X")]
    [InlineData("\0\u202e{}")]
    public async Task A_cursor_of_another_list_is_an_error_of_the_protocol(string cursor)
    {
        using var client = NoClient();
        await using var connection = await McpConnection.ToAsync(
            builder => builder.WithRecoupActions(_ => client, CatalogOf("ACME_LIST_A")));

        var error = await Should.ThrowAsync<McpProtocolException>(() => ListAsync(connection, cursor));

        error.ErrorCode.ShouldBe(McpErrorCode.InvalidParams);
        error.Message.ShouldContain("Begin without a cursor");
    }

    [Fact]
    public async Task Wrong_arguments_and_a_connector_that_is_not_connected_are_results()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("googlesheets");
        emulator.Disconnect("youtube");
        using var client = emulator.CreateClient();
        await using var connection = await McpConnection.ToAsync(builder => builder.WithRecoupActions(_ => client, Catalog));

        var wrong = await connection.CallAsync("GOOGLESHEETS_GET_VALUES", new { spreadsheet_id = 7, range = "A1:B2" });
        var notConnected = await connection.CallAsync("YOUTUBE_SEARCH_VIDEOS", new { q = "lo-fi" });
        var none = await connection.CallAsync("GOOGLESHEETS_GET_VALUES");

        ErrorOf(wrong).GetProperty("error").GetString().ShouldBe("invalid_arguments");
        ErrorOf(wrong).GetProperty("message").GetString()!.ShouldContain("/spreadsheet_id");
        ErrorOf(notConnected).GetProperty("error").GetString().ShouldBe("not_connected");
        Uri.IsWellFormedUriString(ErrorOf(notConnected).GetProperty("authorizeUrl").GetString(), UriKind.Absolute).ShouldBeTrue();
        ErrorOf(none).GetProperty("error").GetString().ShouldBe("invalid_arguments");
    }

    [Fact]
    public async Task A_wrong_key_is_a_result_without_the_key()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        using var http = emulator.CreateHttpClient();
        http.DefaultRequestHeaders.Clear();
        using var client = new RecoupClient(http, new RecoupClientOptions { ApiKey = "recoup_sk_wrong" });
        await using var connection = await McpConnection.ToAsync(builder => builder.WithRecoupActions(_ => client, Catalog));

        var result = await connection.CallAsync("YOUTUBE_SEARCH_VIDEOS", new { q = "lo-fi" });

        ErrorOf(result).GetProperty("error").GetString().ShouldBe("unauthorized");
        TextOf(result).ShouldNotContain("recoup_sk_wrong");
    }

    [Fact]
    public async Task An_unknown_tool_is_an_error_of_the_protocol()
    {
        using var client = NoClient();
        await using var connection = await McpConnection.ToAsync(builder => builder.WithRecoupActions(_ => client, Catalog));

        var error = await Should.ThrowAsync<McpProtocolException>(() => connection.CallAsync("youtube_search_videos", new { q = "x" }));

        error.ErrorCode.ShouldBe(McpErrorCode.InvalidParams);
    }

    [Theory]
    [InlineData("""[1,2]""", false)]
    [InlineData("""{"a":[]}""", true)]
    public async Task Only_an_object_is_structured(string payload, bool isStructured)
    {
        await using var emulator = RecoupEmulator.Start(CatalogOf("ACME_LIST_A"));
        emulator.Connect("acme");
        emulator.On("ACME_LIST_A").ReturnsRaw(JsonElement.Parse(payload));
        using var client = emulator.CreateClient();
        await using var connection = await McpConnection.ToAsync(
            builder => builder.WithRecoupActions(_ => client, CatalogOf("ACME_LIST_A")));

        var result = await connection.CallAsync("ACME_LIST_A");

        result.IsError.ShouldBe(false, TextOf(result));
        TextOf(result).ShouldBe(payload);
        result.StructuredContent.HasValue.ShouldBe(isStructured);
    }

    [Theory]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(200)]
    public async Task A_deep_result_comes_as_text(int levels)
    {
        var payload = string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
        await using var emulator = RecoupEmulator.Start(CatalogOf("ACME_LIST_A"));
        emulator.Connect("acme");
        emulator.On("ACME_LIST_A").Returns(JsonElement.Parse(payload, new JsonDocumentOptions { MaxDepth = 512 }));
        using var client = emulator.CreateClient();
        await using var connection = await McpConnection.ToAsync(
            builder => builder.WithRecoupActions(_ => client, CatalogOf("ACME_LIST_A")));

        var result = await connection.CallAsync("ACME_LIST_A");

        TextOf(result).ShouldNotBeEmpty();
        result.StructuredContent.HasValue.ShouldBe(levels == 62, TextOf(result));
    }

    [Fact]
    public async Task An_action_that_is_nested_too_deep_harms_no_other()
    {
        using var client = NoClient();
        var slugs = Enumerable.Range(1, 80).Select(levels => FormattableString.Invariant($"ACME_LIST_{levels}")).ToArray();
        var catalog = RecoupCatalog.Parse(JsonOf(slugs, slug => Nested(int.Parse(slug[10..], CultureInfo.InvariantCulture))));
        await using var connection = await McpConnection.ToAsync(builder => builder.WithRecoupActions(_ => client, catalog));

        var tools = await connection.Client.ListToolsAsync(cancellationToken: Cancellation);
        var served = ServerTools.Create(client, catalog.Actions, new RecoupToolOptions());

        tools.Select(tool => tool.Name).ShouldBe(served.Tools.Select(tool => tool.ProtocolTool.Name));
        tools.Count.ShouldBeInRange(20, 60);
        served.LeftOut.ShouldBe(slugs[tools.Count..]);
    }

    [Theory]
    [MemberData(nameof(RealNames))]
    public void All_actions_of_the_real_catalogs_are_served(string name)
    {
        using var client = NoClient();
        var catalog = RealCatalogs.Load(name);

        var served = ServerTools.Create(client, catalog.Actions, new RecoupToolOptions());

        served.LeftOut.ShouldBeEmpty();
        served.Tools.Count.ShouldBe(catalog.Actions.Count);
    }

    [Fact]
    public async Task The_account_of_a_call_can_depend_on_the_request()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("youtube");
        var artist = emulator.AddAccount();
        emulator.Connect("youtube", artist);
        emulator.AllowAccess(emulator.DefaultAccount, artist);
        using var client = emulator.CreateClient();
        var options = new RecoupToolOptions
        {
            AccountOfCall = arguments =>
                arguments.Context![typeof(RequestContext<CallToolRequestParams>)] is RequestContext<CallToolRequestParams> request
                && request.Server.ClientInfo is not null
                    ? arguments.Services!.GetRequiredService<EmulatedAccount>().Id
                    : null,
        };
        await using var connection = await McpConnection.ToAsync(builder =>
        {
            builder.Services.AddSingleton(artist);
            builder.WithRecoupActions(_ => client, options, YouTube.SearchVideos);
        });

        await connection.CallAsync("YOUTUBE_SEARCH_VIDEOS", new { q = "lo-fi" });

        emulator.Journal.Single(YouTube.SearchVideos).Account!.Id.ShouldBe(artist.Id);
    }

    [Fact]
    public async Task Huge_arguments_get_a_result()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("youtube");
        using var client = emulator.CreateClient();
        await using var connection = await McpConnection.ToAsync(builder => builder.WithRecoupActions(_ => client, Catalog));

        var huge = await connection.CallAsync("YOUTUBE_SEARCH_VIDEOS", new { q = new string('x', 20_000_000) });
        var next = await connection.CallAsync("YOUTUBE_SEARCH_VIDEOS", new { q = "lo-fi" });

        TextOf(huge).Length.ShouldBeLessThan(40_000);
        next.IsError.ShouldBe(false, TextOf(next));
    }

    [Fact]
    public async Task A_canceled_call_ends_and_the_server_goes_on()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("youtube");
        var began = new TaskCompletionSource();
        emulator.On(YouTube.SearchVideos).Where(call => call.GetProperty("q").GetString() == "slow").Returns(async _ =>
        {
            began.SetResult();
            await Task.Delay(Timeout.Infinite, Cancellation);
            return new { };
        });
        using var client = emulator.CreateClient();
        await using var connection = await McpConnection.ToAsync(builder => builder.WithRecoupActions(_ => client, Catalog));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var slow = connection.Client.CallToolAsync(
            "YOUTUBE_SEARCH_VIDEOS", new Dictionary<string, object?> { ["q"] = "slow" }, cancellationToken: cancel.Token);
        await began.Task;
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await slow);
        (await connection.CallAsync("YOUTUBE_SEARCH_VIDEOS", new { q = "lo-fi" })).IsError.ShouldBe(false);
    }

    [Fact]
    public void An_action_twice_is_refused()
    {
        var builder = new ServiceCollection().AddMcpServer();

        Should.Throw<ArgumentException>(() => builder.WithRecoupActions(YouTube.SearchVideos, YouTube.SearchVideos))
            .Message.ShouldContain("YOUTUBE_SEARCH_VIDEOS is named twice");
        Should.Throw<ArgumentException>(() => builder.WithRecoupActions(Cancellation.ThrowIfCancellationRequested));
    }

    private static Task<ListToolsResult> ListAsync(McpConnection connection, string? cursor) =>
        connection.Client.ListToolsAsync(new ListToolsRequestParams { Cursor = cursor }, Cancellation).AsTask();

    private static string TextOf(CallToolResult result) => result.Content.ShouldHaveSingleItem().ShouldBeOfType<TextContentBlock>().Text;

    private static JsonElement ErrorOf(CallToolResult result)
    {
        result.IsError.ShouldBe(true);
        return JsonElement.Parse(TextOf(result));
    }

    private static RecoupClient NoClient() => new(new RecoupClientOptions { ApiKey = "unused" });

    private static RecoupCatalog CatalogOf(params string[] slugs) => RecoupCatalog.Parse(JsonOf(slugs, _ => "{}"));

    private static string JsonOf(IEnumerable<string> slugs, Func<string, string> parameters) => $$"""
        {"actions":[{{string.Join(',', slugs.Select(slug => $$"""
            {"slug":"{{slug}}","name":"The name of {{slug}}","connectorSlug":"acme","isConnected":true,"parameters":{{parameters(slug)}} }
            """))}}]}
        """;

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("""{"type":"object","properties":{"a":""", levels))
        + """{"type":"string"}""" + string.Concat(Enumerable.Repeat("}}", levels));
}
