using System.Diagnostics;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Recoup.Cli.Tests.Mcp;

/// <summary>The server as a process, over its standard input and output.</summary>
public sealed class McpProcessTests
{
    private static readonly string[] Server =
    [
        "dotnet", Path.Combine(AppContext.BaseDirectory, "recoup.dll"), "mcp", "--emulate", "--allow", "destroys", "--catalog",
        TestData.QuickStartCatalog,
    ];

    private static readonly string[] Calls =
    [
        """{"name":"YOUTUBE_SEARCH_VIDEOS","arguments":{"q":"lo-fi"}}""",
        """{"name":"GOOGLESHEETS_GET_VALUES","arguments":{"spreadsheet_id":"1AbC","range":"A1:B2"}}""",
        """{"name":"GOOGLESHEETS_BATCH_UPDATE","arguments":{"spreadsheet_id":"1AbC","sheet_name":"S","values":[["a"]]}}""",
        """{"name":"GITHUB_CREATE_ISSUE","arguments":{"owner":"o","repo":"r","title":"t"}}""",
        """{"name":"GMAIL_FETCH_EMAILS","arguments":{}}""",
        """{"name":"GOOGLESHEETS_GET_VALUES","arguments":{"spreadsheet_id":7,"range":"A1:B2"},"isError":true}""",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_lists_and_calls_tools()
    {
        var diagnostics = new List<string>();
        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = Server[0],
            Arguments = Server[1..],
            EnvironmentVariables = new Dictionary<string, string?> { ["RECOUP_API_KEY"] = null },
            StandardErrorLines = line =>
            {
                lock (diagnostics)
                    diagnostics.Add(line);
            },
        });
        await using (var client = await McpClient.CreateAsync(transport, cancellationToken: Cancellation))
        {
            client.ServerInfo!.Name.ShouldBe("recoup");
            (await client.ListToolsAsync(cancellationToken: Cancellation)).Count.ShouldBe(41);
            foreach (var call in Calls)
            {
                var json = JsonElement.Parse(call);
                var result = await client.CallToolAsync(
                    new CallToolRequestParams
                    {
                        Name = json.GetProperty("name").GetString()!,
                        Arguments = json.GetProperty("arguments").EnumerateObject()
                            .ToDictionary(member => member.Name, member => member.Value),
                    },
                    Cancellation);
                result.IsError.ShouldBe(json.TryGetProperty("isError", out _), JsonSerializer.Serialize(result.Content[0]));
            }
        }

        diagnostics.ShouldHaveSingleItem().ShouldStartWith("recoup: serving 41 of 41 actions of ");
    }

    [Fact]
    public async Task A_client_of_another_make_lists_and_calls_tools()
    {
        var folder = ForeignProgram.CopyOf("tests", "tools", "mcp-client");
        try
        {
            await ForeignProgram.InstallAsync(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "calls.json"), $"[{string.Join(',', Calls)}]", Cancellation);

            var (code, output) = (await ForeignProgram.RunAsync(folder, "node", ["client.mjs", "calls.json", .. Server]))
                .ShouldNotBeNull();

            code.ShouldBe(0, output);
            output.ShouldContain("\"tools\":41");
            output.Split('\n').Count(line => line.Contains("\"step\":\"call\"", StringComparison.Ordinal)).ShouldBe(Calls.Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Standard_output_has_messages_only_and_the_end_of_the_input_ends_the_server()
    {
        using var process = Start();
        string[] lines =
        [
            "garbage",
            "{\"jsonrpc\":\"2.0\",\"id\":",
            "[]",
            "{}",
            """{"jsonrpc":"2.0","id":7,"method":42}""",
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"""
                + "\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}}",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            """{"jsonrpc":"2.0","id":2,"method":"no/such/method"}""",
            """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"YOUTUBE_SEARCH_VIDEOS","arguments":{"q":"""
                + new string('[', 100_000) + new string(']', 100_000) + "}}}",
            """{"jsonrpc":"2.0","id":4,"method":"tools/list","params":{"cursor":"of another list"}}""",
            """{"jsonrpc":"2.0","id":5,"method":"tools/list"}""",
        ];
        foreach (var line in lines)
            await process.StandardInput.WriteLineAsync(line.AsMemory(), Cancellation);
        await process.StandardInput.FlushAsync(Cancellation);

        // The answers may come in any order.
        var messages = new List<JsonElement>();
        while (Enumerable.Range(2, 4).Any(id => !messages.Exists(message => IsOf(message, $"{id}"))))
            messages.Add(JsonElement.Parse((await process.StandardOutput.ReadLineAsync(Cancellation))!));
        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancellation);

        process.ExitCode.ShouldBe(0);
        (await process.StandardOutput.ReadToEndAsync(Cancellation)).ShouldBeEmpty();
        messages.ShouldAllBe(message => message.GetProperty("jsonrpc").GetString() == "2.0");
        Of("5").GetProperty("result").GetProperty("tools").GetArrayLength().ShouldBe(41);
        Of("4").GetProperty("error").GetProperty("code").GetInt32().ShouldBe(-32602);
        Of("3").TryGetProperty("error", out _).ShouldBeTrue();
        Of("2").GetProperty("error").GetProperty("code").GetInt32().ShouldBe(-32601);

        JsonElement Of(string id) => messages.Single(message => IsOf(message, id));

        static bool IsOf(JsonElement message, string id) => message.TryGetProperty("id", out var found) && found.ToString() == id;
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_a_mistake_of_the_model()
    {
        using var process = Start();
        string[] arguments =
        [
            """{"q":"\ud800"}""", """{"q":"a\udc00b"}""", """{"q":["\ud800"]}""", """{"q":{"\ud800":1}}""", """{"q":"a","\ud800":1}""",
        ];
        string[] lines =
        [
            """{"jsonrpc":"2.0","id":100,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"""
                + "\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}}",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            .. arguments.Select((text, id) => FormattableString.Invariant($$"""{"jsonrpc":"2.0","id":{{id}},"method":"tools/call",""")
                + $$"""  "params":{"arguments":{{text}},"name":"YOUTUBE_SEARCH_VIDEOS"} }"""),
        ];
        foreach (var line in lines)
            await process.StandardInput.WriteLineAsync(line.AsMemory(), Cancellation);
        await process.StandardInput.FlushAsync(Cancellation);

        for (var answers = 0; answers <= arguments.Length; answers++)
        {
            var message = JsonElement.Parse((await process.StandardOutput.ReadLineAsync(Cancellation))!);
            if (message.GetProperty("id").GetInt32() == 100)
                continue;
            var result = message.GetProperty("result");
            result.GetProperty("isError").GetBoolean().ShouldBeTrue();
            result.GetProperty("structuredContent").GetProperty("error").GetString().ShouldBe("invalid_arguments");
            result.GetProperty("structuredContent").GetProperty("message").GetString()!.ShouldContain("surrogate");
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancellation);
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_signal_ends_the_server_while_it_waits_for_input()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var process = Start();
        (await process.StandardError.ReadLineAsync(Cancellation)).ShouldNotBeNull();

        using (var kill = Process.Start("kill", ["-TERM", FormattableString.Invariant($"{process.Id}")]))
            await kill.WaitForExitAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        process.ExitCode.ShouldBe(0);
    }

    private static Process Start() => Process.Start(new ProcessStartInfo(Server[0], Server[1..])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
