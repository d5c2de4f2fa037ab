using System.Text;
using System.Text.Json;
using Recoup.Cli.Emulation;
using Recoup.Emulator;
using Spectre.Console;

namespace Recoup.Cli.Tests;

public sealed class EmulateTests
{
    private const string Lookup = """{"actionSlug":"GOOGLESHEETS_LOOKUP_ROW","parameters":{"spreadsheet_id":"1AbC","query":"Ada"}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_key_is_random_or_given()
    {
        await using var first = await Served.StartAsync();
        await using var second = await Served.StartAsync();
        await using var given = await Served.StartAsync("--key", "key-of-a-test");

        first.Key.ShouldMatch("^recoup_sk_emulator_[0-9a-f]{32}$");
        second.Key.ShouldNotBe(first.Key);
        given.Key.ShouldBe("key-of-a-test");
        (await given.SendAsync(HttpMethod.Get, "/api/connectors/actions")).Status.ShouldBe(200);
        foreach (var served in (Served[])[first, given])
            (await served.EndAsync()).ShouldNotContain(served.Key);
    }

    [Theory]
    [InlineData("--key: expected 8 to 256 visible ASCII characters", "--key", "SECRET7")]
    [InlineData("--key: expected 8 to 256 visible ASCII characters", "--key", "SECRET with spaces")]
    [InlineData("--key: expected 8 to 256 visible ASCII characters", "--key", "SECRÉTSECRET")]
    [InlineData("--listen: expected an IP address such as 0.0.0.0 or ::, got 'all'.", "--listen", "all")]
    [InlineData("--listen: expected an IP address such as 0.0.0.0 or ::, got '4010'.", "--listen", "4010")]
    [InlineData("--allow-origin: expected scheme, host and port without a path", "--allow-origin", "http://localhost:5173/app")]
    [InlineData("--allow-origin: expected scheme, host and port without a path", "--allow-origin", "http://localhost:5173/")]
    [InlineData("--allow-origin: expected scheme, host and port without a path", "--allow-origin", "localhost:5173")]
    [InlineData("--allow-origin: expected scheme, host and port without a path", "--allow-origin", "http://user@localhost")]
    [InlineData("--allow-origin: expected scheme, host and port without a path", "--allow-origin", "*")]
    [InlineData("--allow-origin: expected scheme, host and port without a path", "--allow-origin", "null")]
    [InlineData("--control-host: expected --listen", "--control-host", "emulator.test")]
    [InlineData("--control-host: expected a host name", "--control-host", "http://a", "--listen", "0.0.0.0")]
    [InlineData("Expected --no-control or --control-host, got both.", "--control-host", "a", "--listen", "0.0.0.0", "--no-control")]
    [InlineData("--listen: expected an address of this machine, got 198.51.100.7: ", "--listen", "198.51.100.7")]
    [InlineData("--clock: expected real, emulated, got 'fake'.", "--clock", "fake")]
    public async Task A_wrong_option_is_explained(string message, params string[] args)
    {
        var run = await Tool.RunAsync(["emulate", "--catalog", "catalog.json", "--port", "0", .. args]);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldStartWith("recoup: " + message);
        run.All.ShouldNotContain("SECR");
    }

    [Fact]
    public async Task Each_request_is_a_line_and_the_end_is_a_summary()
    {
        await using var served = await Served.StartAsync("--clock", "emulated");
        await served.SendAsync(HttpMethod.Post, "/api/connectors/actions", Lookup);
        await served.SendAsync(HttpMethod.Post, "/api/connectors/actions", Lookup.Replace("query", "qery", StringComparison.Ordinal));
        await served.SendAsync(
            HttpMethod.Post, "/api/connectors/actions", """{"actionSlug":"\u001b[2J\u202eX\ty\nz","parameters":{}}""");
        await served.SendAsync(HttpMethod.Get, "/api/connectors");
        await served.ScriptAsync("""{"fails":"reset"}""");
        await Should.ThrowAsync<HttpRequestException>(served.SendAsync(HttpMethod.Post, "/api/connectors/actions", Lookup));

        (await served.EndAsync()).Replace(served.Address, "http://127.0.0.1:4010", StringComparison.Ordinal).ShouldBe(
            """
            recoup: the page of the emulator is http://127.0.0.1:4010/_recoup/
               1  200   executed  GOOGLESHEETS_LOOKUP_ROW
               2  400             GOOGLESHEETS_LOOKUP_ROW  {long}
               3  404             �[2J�X y z  No connector of the account has an action '�[2J�X y z'.
               4  200             GET /api/connectors
               5  Reset            GOOGLESHEETS_LOOKUP_ROW
            recoup: 5 requests: 1 executed, 1 with status 400, 1 with status 404, 1 with a network fault, {default}.
            recoup: most executed: GOOGLESHEETS_LOOKUP_ROW 1.
            recoup: the emulator has stopped.

            """.ReplaceLineEndings("\n")
                .Replace(
                    "{long}",
                    "The parameters do not match the schema of GOOGLESHEETS_LOOKUP_ROW: /qery: expected no value, got \"Ada\"; "
                    + "(root): expected required property \"query\", got none",
                    StringComparison.Ordinal)
                .Replace("{default}", "1 with a default result, because no stub or recording answered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_about_a_recording_cannot_control_the_terminal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file name on Windows has no control characters.");
        using var folder = new TempFolder();
        var recording = folder["a\u001b[2J\nb.jsonl"];
        await File.WriteAllTextAsync(recording, "{\"recoup", Cancellation);

        await using var served = await Served.StartAsync("--replay", recording);
        var printed = await served.EndAsync();

        printed.ShouldStartWith($"recoup: {folder.FullName}/a\uFFFD[2J b.jsonl:1: the last line is cut");
        printed.ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task A_quiet_run_prints_no_request()
    {
        await using var served = await Served.StartAsync("--quiet", "--no-control");
        await served.SendAsync(HttpMethod.Post, "/api/connectors/actions", Lookup);

        (await served.SendAsync(HttpMethod.Get, "/_recoup/clock")).Status.ShouldBe(501);
        (await served.EndAsync()).ShouldBe(
            "recoup: 2 requests: 1 executed, 1 without a response, 1 with a default result, because no stub or recording answered.\n"
            + "recoup: most executed: GOOGLESHEETS_LOOKUP_ROW 1.\nrecoup: the emulator has stopped.\n");
    }

    [Fact]
    public async Task A_reset_restores_what_the_options_set_up()
    {
        await using var served = await Served.StartAsync("--connect", "linkedin", "--outage");
        await served.SendAsync(HttpMethod.Put, "/_recoup/accounts/default/connections/linkedin", """{"state":"none"}""");
        await served.SendAsync(HttpMethod.Put, "/_recoup/upstream", """{"state":"up"}""");

        (await served.SendAsync(HttpMethod.Post, "/_recoup/reset")).Status.ShouldBe(204);

        (await served.SendAsync(HttpMethod.Get, "/_recoup/accounts/default/connections/linkedin")).Body.ShouldContain("\"active\"");
        (await served.SendAsync(HttpMethod.Get, "/_recoup/upstream")).Body.ShouldContain("\"down\"");
    }

    [Theory]
    [InlineData("real", 409)]
    [InlineData("emulated", 200)]
    public async Task An_emulated_clock_can_be_advanced(string clock, int status)
    {
        await using var served = await Served.StartAsync("--clock", clock);

        (await served.SendAsync(HttpMethod.Post, "/_recoup/clock/advance", """{"seconds":60}""")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_strict_run_ends_with_1_if_a_call_was_unscripted()
    {
        await using var served = await Served.StartAsync("--strict");
        (await served.SendAsync(HttpMethod.Post, "/api/connectors/actions", Lookup)).Status.ShouldBe(501);

        (await served.EndAsync()).ShouldContain("GOOGLESHEETS_LOOKUP_ROW");
        (await served.Running).ShouldBe(ExitCode.Drift);
    }

    [Fact]
    public async Task Pages_of_an_allowed_origin_may_call_the_emulated_API()
    {
        await using var served = await Served.StartAsync(
            "--allow-origin", "http://LOCALHOST:5173", "--allow-origin", "https://app.test:443");

        (string, bool)[] origins = [("http://localhost:5173", true), ("https://app.test", true), ("http://a", false)];
        foreach (var (origin, isAllowed) in origins)
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, "/api/connectors/actions");
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "POST");
            using var response = await served.Client.SendAsync(request, Cancellation);
            response.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(isAllowed, origin);
        }
    }

    [Fact]
    public async Task The_control_API_writes_a_call_as_the_generated_method_takes_it()
    {
        await using var served = await Served.StartAsync();

        var (_, body) = await served.SendAsync(
            HttpMethod.Post,
            "/_recoup/actions/GOOGLESHEETS_LOOKUP_ROW/calls",
            """{"parameters":{"spreadsheet_id":"1AbC","query":"Ada"}}""");

        JsonElement.Parse(body).GetProperty("csharp").GetString()!.ShouldContain("GoogleSheets.LookupRow(");
    }

    [Fact]
    public async Task A_port_for_other_machines_comes_with_a_warning_and_without_control()
    {
        await using var served = await Served.StartAsync("--listen", "0.0.0.0");

        (await served.EndAsync()).ShouldStartWith("recoup: warning: other machines can reach this port.");
        served.Printed.ShouldNotContain("/_recoup/");
    }

    [Fact]
    public async Task A_slow_terminal_does_not_slow_the_API()
    {
        using var terminal = new StuckWriter();
        var log = new RequestLog(new Host { Out = TextWriter.Null, Error = terminal }, isQuiet: false);
        await using var emulator = RecoupEmulator.Start(
            Recoup.Catalogs.RecoupCatalog.Load("catalog.json"), new RecoupEmulatorOptions { OnExchange = log.Add });
        using var client = emulator.CreateHttpClient();
        for (var i = 0; i < 6_000; i++)
            (await client.GetAsync(new Uri("/api/connectors", UriKind.Relative), Cancellation)).Dispose();

        terminal.Release();
        await log.EndAsync();

        var printed = terminal.ToString()!;
        printed.ShouldContain("requests are not shown, because the terminal is slower than they are.");
        printed.ShouldContain("recoup: 6000 requests: ");
    }

    [Fact]
    public async Task Lines_on_a_screen_have_colors()
    {
        await using var screen = new StringWriter();
        var log = new RequestLog(
            new Host
            {
                Out = TextWriter.Null,
                Error = TextWriter.Null,
                ProgressScreen = AnsiConsole.Create(new AnsiConsoleSettings
                {
                    Ansi = AnsiSupport.Yes,
                    ColorSystem = ColorSystemSupport.Standard,
                    Out = new AnsiConsoleOutput(screen),
                }),
            },
            isQuiet: false);
        await using var emulator = RecoupEmulator.Start(
            Recoup.Catalogs.RecoupCatalog.Load("catalog.json"), new RecoupEmulatorOptions { OnExchange = log.Add });
        using var client = emulator.CreateHttpClient();
        using var body = new StringContent("""{"actionSlug":"[red]\u001b[2J","parameters":{}}""", Encoding.UTF8, "application/json");
        (await client.PostAsync(new Uri("/api/connectors/actions", UriKind.Relative), body, Cancellation)).Dispose();
        await log.EndAsync();

        screen.ToString().ShouldContain("\u001b[");
        screen.ToString().ShouldContain("[red]\uFFFD[2J");
        screen.ToString().ShouldNotContain("\u001b[2J");
    }

    /// <summary>The tool, which serves an emulator until the end of the test.</summary>
    private sealed class Served : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly LineWriter _out = new();
        private readonly StringWriter _error = new();

        private Served(string[] args)
        {
            var host = new Host { Out = _out, Error = TextWriter.Synchronized(_error), ApiKey = Tool.Secret };
            Running = RecoupTool.RunAsync(["emulate", "--catalog", "catalog.json", "--port", "0", .. args], host, _stop.Token);
        }

        public Task<int> Running { get; }

        public string Address { get; private set; } = "";

        public string Key { get; private set; } = "";

        public string Printed => _error.ToString();

        public HttpClient Client { get; private set; } = new();

        public static async Task<Served> StartAsync(params string[] args)
        {
            var served = new Served(args);
            (served.Address, served.Key) = (await served._out.NextAsync(), await served._out.NextAsync());
            served.Client = new HttpClient
            {
                BaseAddress = new Uri(served.Address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)),
            };
            served.Client.DefaultRequestHeaders.Add("x-api-key", served.Key);
            return served;
        }

        public Task<(int Status, string Body)> ScriptAsync(string outcome) => SendAsync(
            HttpMethod.Post, "/_recoup/stubs", $$"""{"action":"GOOGLESHEETS_LOOKUP_ROW","outcomes":[{{outcome}}]}""");

        public async Task<(int Status, string Body)> SendAsync(HttpMethod method, string path, string? body = null)
        {
            using var request = new HttpRequestMessage(method, path)
            {
                Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            };
            using var response = await Client.SendAsync(request, Cancellation);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        }

        /// <summary>Stops the tool, and returns what it has printed on standard error.</summary>
        public async Task<string> EndAsync()
        {
            await _stop.CancelAsync();
            await Running;
            return Printed;
        }

        public async ValueTask DisposeAsync()
        {
            await EndAsync();
            Client.Dispose();
            _stop.Dispose();
            await _out.DisposeAsync();
            await _error.DisposeAsync();
        }
    }

    /// <summary>A terminal that shows nothing until it is released.</summary>
    private sealed class StuckWriter : StringWriter
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _released.SetResult();

        public override async Task WriteAsync(string? value)
        {
            await _released.Task;
            Write(value);
        }
    }
}
