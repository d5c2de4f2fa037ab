using System.Net;
using System.Text;
using Recoup.Contracts.Live;

namespace Recoup.Cli.Tests;

public sealed class BadInputTests : IDisposable
{
    private static ReadOnlySpan<byte> GmailCatalog => """
        {"success":true,"actions":[
        {"slug":"GMAIL_FETCH_EMAILS","name":"x","description":"","parameters":{},"connectorSlug":"gmail","isConnected":true}]}
        """u8;

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("diff", "missing.json", "catalog.json")]
    [InlineData("check", "missing.json")]
    [InlineData("emulate", "--catalog", "missing.json")]
    [InlineData("emulate", "--catalog", "catalog.json", "--port", "0", "--world", "missing.json")]
    [InlineData("verify", "--url", "http://localhost:1", "--catalog", "missing.json")]
    [InlineData("verify", "--url", "http://localhost:1", "--spec", "missing.json")]
    [InlineData("diff", "catalog.json", "catalog.json", "--accept", "missing.json")]
    public async Task A_missing_file_is_named(params string[] args)
    {
        var run = await Tool.RunAsync(args);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain("missing.json");
        ShouldBeAMessage(run);
    }

    [Theory]
    [InlineData("--world", "")]
    [InlineData("--world", " ")]
    [InlineData("--replay", "")]
    [InlineData("--results", "")]
    [InlineData("--catalog", "")]
    public async Task An_empty_path_is_refused(string option, string path)
    {
        var run = option == "--catalog"
            ? await Tool.RunAsync("emulate", "--port", "0", option, path)
            : await Tool.RunAsync("emulate", "--catalog", "catalog.json", "--port", "0", option, path);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain("empty");
        ShouldBeAMessage(run);
    }

    [Theory]
    [InlineData("diff", "-", "catalog.json")]
    [InlineData("diff", "catalog.json", "-")]
    [InlineData("check", "-")]
    [InlineData("list", "--catalog", "-")]
    [InlineData("show", "GMAIL_SEND_EMAIL", "--catalog", "-")]
    public async Task Input_without_an_end_is_refused(params string[] args)
    {
        using var endless = new EndlessStream();
        var run = await Tool.RunAsync(host => host with { In = endless }, args);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain("The text in standard input has more than 64 MB. Give a smaller document.");
        ShouldBeAMessage(run);
    }

    [Theory]
    [InlineData("diff", "-", "catalog.json")]
    [InlineData("check", "-")]
    [InlineData("list", "--catalog", "-")]
    public async Task An_interrupt_ends_the_wait_for_input(params string[] args)
    {
        using var idle = new EndlessStream { IsIdle = true };
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var run = await Tool.RunAsync(host => host with { In = idle }, args, stop).WaitAsync(
            TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        run.ExitCode.ShouldBe(ExitCode.Interrupted, run.All);
    }

    [Theory]
    [InlineData("emulate", "--catalog", "{pipe}")]
    [InlineData("emulate", "--catalog", "catalog.json", "--port", "0", "--world", "{pipe}")]
    [InlineData("emulate", "--catalog", "catalog.json", "--port", "0", "--results", "{pipe}")]
    [InlineData("emulate", "--catalog", "catalog.json", "--port", "0", "--replay", "{pipe}")]
    [InlineData("mcp", "--emulate", "--catalog", "{pipe}")]
    [InlineData("verify", "--catalog", "{pipe}")]
    [InlineData("verify", "--spec", "{pipe}")]
    [InlineData("verify", "--accept", "{pipe}")]
    [InlineData("verify", "--allow", "YOUTUBE_LIST_VIDEOS={pipe}")]
    [InlineData("rehearse", "--project", "{project}", "--catalog", "{pipe}")]
    [InlineData("rehearse", "--project", "{project}", "--catalog", "catalog.json", "--against", "{pipe}")]
    [InlineData("rehearse", "--project", "{project}", "--catalog", "catalog.json", "--spec", "{pipe}")]
    [InlineData("rehearse", "--project", "{project}", "--accept", "{pipe}")]
    [InlineData("pull", "--spec", "{pipe}")]
    [InlineData("diff", "{pipe}", "catalog.json")]
    [InlineData("diff", "catalog.json", "catalog.json", "--accept", "{pipe}")]
    [InlineData("check", "{pipe}")]
    [InlineData("check", "catalog.json", "--results", "{pipe}")]
    [InlineData("learn", "calls.jsonl", "--catalog", "{pipe}")]
    [InlineData("learn", "{pipe}", "--output", "{pipe}.json")]
    [InlineData("list", "--catalog", "{pipe}")]
    [InlineData("show", "YOUTUBE_LIST_VIDEOS", "--catalog", "{pipe}")]
    public async Task An_interrupt_ends_the_wait_for_a_pipe_that_nobody_writes(params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        var pipe = Path.Combine(_folder, "pipe");
        (await ForeignProgram.RunAsync(_folder, "mkfifo", [pipe])).ShouldNotBeNull().Code.ShouldBe(0);
        var project = Write("tests.csproj", "<Project />"u8.ToArray());
        using var handler = new StubHandler(_ => throw new InvalidOperationException("Something was sent."));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        try
        {
            var run = await Task.Run(() => Tool.RunAsync(
                host => host with { Handler = handler },
                [.. args.Select(word => word.Replace("{pipe}", pipe, StringComparison.Ordinal)
                    .Replace("{project}", project, StringComparison.Ordinal))],
                stop)).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

            run.ExitCode.ShouldBe(ExitCode.Interrupted, run.All);
        }
        finally
        {
            // Ends the wait of the thread that opens the pipe.
            using (new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite))
            {
            }
        }
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{\"success\": tru", "not JSON")]
    [InlineData("<html><body>Sign in</body></html>", "HTML")]
    [InlineData("{\"error\":401,\"message\":\"Unauthorized\"}", "Unauthorized")]
    [InlineData("[1,2]", "array")]
    [InlineData("{\"a\":1}", "without 'actions'")]
    public async Task Each_kind_of_invalid_catalog_has_its_own_message(string text, string what)
    {
        var run = await Tool.RunAsync("diff", Write("bad.json", Encoding.UTF8.GetBytes(text)), "catalog.json");

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain(what);
        ShouldBeAMessage(run);
    }

    [Theory]
    [InlineData("openapi: 3.1.0\npaths: {}\n", "RCP0010: The OpenAPI document is not JSON: it is YAML. Convert a YAML document to JSON")]
    [InlineData("actions:\n- slug: A_B\n", "RCP0001: The catalog is not JSON: it is YAML. Store the response of GET")]
    [InlineData("{\"swagger\":\"2.0\"}", "RCP0011", "got a Swagger 2.0 document: convert it to OpenAPI 3.0 or 3.1")]
    [InlineData("{\"openapi\":\"3.2.0\"}", "RCP0011", "got an OpenAPI 3.2.0 document: convert it to version 3.0 or 3.1")]
    [InlineData("{\"openapi\":3.1}", "RCP0011", "whose version is a number: write the version as a string, such as \"3.1.0\"")]
    [InlineData("{\"type\":\"object\",\"properties\":{}}", "RCP0002", "got a JSON Schema: put it into a catalog or an OpenAPI document")]
    [InlineData("<html></html>", "RCP0001: The catalog is not JSON: it is HTML or XML. Store the response of GET")]
    [InlineData("", "RCP0001: The catalog is not JSON: it is empty. Store the response of GET")]
    [InlineData("\u001F\u008B\u0008", "is compressed with gzip. Decompress it.")]
    public async Task Each_command_says_what_a_document_is_and_what_to_do(string text, params string[] what)
    {
        var path = Write("other.json", text.StartsWith('\u001F') ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text));

        foreach (var command in (string[][])[
            ["check", path],
            ["diff", path, "catalog.json"],
            ["diff", "catalog.json", path],
            ["emulate", "--catalog", path],
            ["verify", "--url", "http://localhost:1", "--catalog", path],
            ["verify", "--url", "http://localhost:1", "--spec", path],
        ])
        {
            var run = await Tool.RunAsync(command);

            run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
            foreach (var part in what)
                run.All.ShouldContain(part, customMessage: string.Join(' ', command));
        }
    }

    [Theory]
    [InlineData("utf-16", ExitCode.Clean)]
    [InlineData("utf-16BE", ExitCode.Clean)]
    [InlineData("utf-8", ExitCode.Clean)]
    public async Task Encodings_with_a_byte_order_mark_are_read(string encoding, int expected)
    {
        var with = Encoding.GetEncoding(encoding);
        var path = Write(
            "encoded.json",
            [.. with.GetPreamble(), .. with.GetBytes(await File.ReadAllTextAsync("catalog.json", TestContext.Current.CancellationToken))]);

        (await Tool.RunAsync("diff", path, "catalog.json")).ExitCode.ShouldBe(expected);
        (await Tool.RunAsync("check", path)).ExitCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Bytes_that_are_not_text_are_rejected()
    {
        var path = Write("latin1.json", [(byte)'{', (byte)'"', 0xE9, (byte)'"', (byte)'}']);

        foreach (var command in (string[][])[["diff", path, "catalog.json"], ["check", path]])
        {
            var run = await Tool.RunAsync(command);
            run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
            run.Error.ShouldContain("UTF-8");
        }
    }

    [Fact]
    public async Task Catalogs_without_a_common_action_are_suspect()
    {
        var other = Write(
            "other.json",
            GmailCatalog.ToArray());

        var run = await Tool.RunAsync("diff", "catalog.json", other);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Out.ShouldContain("different accounts");
        (await Tool.RunAsync("diff", "catalog.json", other, "--trust-missing")).ExitCode.ShouldBe(ExitCode.Drift);
    }

    [Fact]
    public async Task A_catalog_is_not_compared_with_an_OpenAPI_document()
    {
        var run = await Tool.RunAsync("diff", "catalog.json", Recoup.Tests.TestData.Spec);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain("two catalogs");
    }

    [Fact]
    public async Task An_empty_catalog_is_suspect()
    {
        var empty = Write("empty.json", """{"success":true,"actions":[]}"""u8.ToArray());

        (await Tool.RunAsync("diff", "catalog.json", empty)).ExitCode.ShouldBe(ExitCode.Undecided);
    }

    [Theory]
    [InlineData(
        HttpStatusCode.Unauthorized,
        "application/json",
        """{"status":"error","message":"recoup_sk_secret_of_a_customer_4711 is no key"}""",
        "RECOUP_API_KEY is not accepted")]
    [InlineData(HttpStatusCode.OK, "text/html", "<html>Sign in</html>", "HTML")]
    [InlineData(HttpStatusCode.BadGateway, "text/html", "<html>502</html>", "HTML")]
    [InlineData(
        HttpStatusCode.InternalServerError,
        "application/json",
        """{"error":"recoup_sk_secret_of_a_customer_4711 broke it"}""",
        "try again later")]
    [InlineData(HttpStatusCode.PermanentRedirect, "text/plain", "", "Redirects are not followed")]
    [InlineData(HttpStatusCode.OK, "application/json", """{"ok":true}""", "something that is not a catalog")]
    [InlineData(HttpStatusCode.NotFound, "application/json", "{}", "no such path")]
    [InlineData(HttpStatusCode.TooManyRequests, "application/json", "{}", "429")]
    public async Task An_unusable_response_is_undecided(HttpStatusCode status, string mediaType, string body, string what)
    {
        foreach (var command in (string[][])[["verify"], ["pull", "--output", Path.Combine(_folder, "pulled.json")]])
        {
            using var handler = new StubHandler(_ =>
                Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) }));
            var run = await Tool.RunAsync(
                host => host with { Handler = handler, ApiKey = Tool.Secret },
                [.. command, "--url", "https://api.example.com", "--verbose"]);

            run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
            run.Error.ShouldContain(what);
            run.All.ShouldNotContain(Tool.Secret);
            ShouldBeAMessage(run);
            File.Exists(Path.Combine(_folder, "pulled.json")).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_key_in_a_redirect_is_not_printed()
    {
        using var handler = new StubHandler(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.PermanentRedirect)
        {
            Headers = { Location = new Uri($"https://elsewhere.example/?key={Tool.Secret}") },
        }));

        var run = await Tool.RunAsync(
            host => host with { Handler = handler, ApiKey = Tool.Secret }, ["verify", "--url", "https://api.example.com", "--verbose"]);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Error.ShouldContain("elsewhere.example");
        run.All.ShouldNotContain(Tool.Secret);
    }

    [Fact]
    public async Task A_live_catalog_that_is_not_UTF_8_is_not_stored()
    {
        var path = Path.Combine(_folder, "pulled.json");
        var latin1 =
            Encoding.Latin1.GetBytes(
                """{"success":true,"actions":[{"slug":"A_B","name":"x","description":"café","parameters":{"""
                    + """},"connectorSlug":"a","isConnected":true}]}""");
        using var handler = new StubHandler(_ =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent(latin1) { Headers = { ContentType = new("application/json") } },
            }));

        var run = await Tool.RunAsync(
            host => host with { Handler = handler }, ["pull", "--url", "https://api.example.com", "--output", path]);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Error.ShouldContain("UTF-8");
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_truncated_response_is_reported()
    {
        using var handler = new StubHandler(_ =>
            throw new HttpRequestException(
                "Error while copying content to a stream.", new HttpIOException(HttpRequestError.ResponseEnded)));

        var run = await Tool.RunAsync(host => host with { Handler = handler }, ["verify", "--url", "https://api.example.com"]);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Error.ShouldContain("ended early");
    }

    [Theory]
    [InlineData("pull", "--output", "")]
    [InlineData("pull", "--output", ".")]
    [InlineData("pull", "--output", "missing/recoup.catalog.json")]
    [InlineData("verify", "--output", "")]
    [InlineData("verify", "--output", ".")]
    [InlineData("verify", "--output", "missing/report.json")]
    [InlineData("verify", "--catalog", "")]
    [InlineData("verify", "--catalog", ".")]
    [InlineData("verify", "--accept", ".")]
    public async Task Paths_that_are_not_files_are_reported_before_anything_is_sent(params string[] args)
    {
        using var handler = new StubHandler(_ => throw new InvalidOperationException("Something was sent."));

        var run = await Tool.RunAsync(host => host with { Handler = handler }, [.. args, "--url", "https://api.example.com"]);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        ShouldBeAMessage(run);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Encodings_that_need_a_byte_order_mark_are_rejected_without_one(string encoding)
    {
        var path = Write(
            "encoded.json",
            Encoding.GetEncoding(encoding).GetBytes(await File.ReadAllTextAsync("catalog.json", TestContext.Current.CancellationToken)));

        foreach (var command in (string[][])[["diff", path, "catalog.json"], ["check", path]])
        {
            var run = await Tool.RunAsync(command);
            run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
            run.Error.ShouldContain("byte order mark");
        }
    }

    [Fact]
    public async Task A_stored_catalog_without_actions_is_rejected()
    {
        await using var emulator = Emulators.Start();
        var empty = Write("empty.json", """{"success":true,"actions":[]}"""u8.ToArray());

        var run = await Tool.VerifyAsync(emulator, "--catalog", empty);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain("recoup pull");
        emulator.Journal.Count().ShouldBe(0);
    }

    [Fact]
    public async Task A_live_catalog_of_another_account_is_undecided()
    {
        await using var emulator = Emulators.Start();
        var other = Write(
            "other.json",
            GmailCatalog.ToArray());

        var run = await Tool.VerifyAsync(emulator, "--catalog", other);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Out.ShouldContain("different accounts");
        (await Tool.VerifyAsync(emulator, "--catalog", other, "--trust-missing")).ExitCode.ShouldBe(ExitCode.Drift);
    }

    [Fact]
    public async Task An_unreachable_host_is_undecided()
    {
        var run = await Tool.RunAsync("verify", "--url", "http://127.0.0.1:1");

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Error.ShouldContain("cannot be reached");
        ShouldBeAMessage(run);
    }

    [Fact]
    public async Task A_server_that_hangs_times_out()
    {
        using var handler = new StubHandler(async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return null!;
        });

        var run = await Tool.RunAsync(
            host => host with { Handler = handler }, ["verify", "--url", "https://api.example.com", "--timeout", "0.05"]);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Error.ShouldContain("--timeout");
    }

    [Theory]
    [InlineData("http://api.example.com", "HTTPS")]
    [InlineData("ftp://api.example.com", "web address")]
    [InlineData("https://ada:secret@api.example.com", "password")]
    [InlineData("nonsense", "--url")]
    public async Task Addresses_that_would_expose_the_key_are_rejected(string url, string what)
    {
        var run = await Tool.RunAsync("verify", "--url", url);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain(what);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\nb")]
    public async Task Without_a_usable_key_nothing_is_sent(string? key)
    {
        using var handler = new StubHandler(_ => throw new InvalidOperationException("Something was sent."));

        var run = await Tool.RunAsync(
            host => host with { Handler = handler, ApiKey = key }, ["verify", "--url", "https://api.example.com"]);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain("RECOUP_API_KEY");
    }

    [Theory]
    [InlineData("There is no command 'dif'. Did you mean 'diff'?", "dif", "a.json", "b.json")]
    [InlineData("There is no command 'emulat'. Did you mean 'emulate'?", "emulat", "--port", "0")]
    [InlineData("There is no command 'nonsense'.", "nonsense")]
    [InlineData("'recoup diff' has no option '--fromat'. Did you mean '--format'?", "diff", "a.json", "b.json", "--fromat", "json")]
    [InlineData("'recoup diff' has no option '--fromat'. Did you mean '--format'?", "diff", "--fromat=json", "a.json", "b.json")]
    [InlineData("'recoup diff' has no option '--wireonly'. Did you mean '--wire-only'?", "diff", "--wireonly", "b.json")]
    [InlineData("'recoup verify' has no option '--api-key'.", "verify", "--api-key", "x")]
    [InlineData("'recoup diff' does not expect 'c.json'.", "diff", "a.json", "b.json", "c.json")]
    [InlineData("'recoup emulate' does not expect 'c.json'. Name the catalog with --catalog c.json.", "emulate", "c.json")]
    [InlineData("No action contains 'catalog.json', which is a file. Name the catalog with --catalog catalog.json.",
        "list", "catalog.json", "--catalog", "catalog.json")]
    [InlineData("There is no file 'recoup.catalog.json'", "check")]
    [InlineData("catalog.json has no action 'YOUTUBE_LIST_VIDEO'. Did you mean 'YOUTUBE_LIST_VIDEOS'?", "show", "YOUTUBE_LIST_VIDEO",
        "--catalog", "catalog.json")]
    public async Task A_mistake_is_one_message_with_a_suggestion(string message, params string[] args)
    {
        var run = await Tool.RunAsync(args);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldStartWith("recoup: " + message);
        run.Error.Split("recoup: ").Length.ShouldBe(2, run.Error);
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("diff", "a.json")]
    [InlineData("nonsense")]
    [InlineData("verify", "--expect", "luck")]
    [InlineData("verify", "--api-key", "x")]
    [InlineData("diff", "catalog.json", "catalog.json", "--format", "pdf")]
    [InlineData("emulate", "--port", "99999", "--catalog", "catalog.json")]
    [InlineData("emulate", "--with", "D99", "--catalog", "catalog.json")]
    [InlineData("emulate", "--connect", "linkdin", "--catalog", "catalog.json")]
    [InlineData("verify", "--account", "ada", "--url", "https://api.example.com")]
    [InlineData("verify", "--timeout", "0", "--url", "https://api.example.com")]
    public async Task Wrong_usage_exits_with_2_and_a_message(params string[] args)
    {
        var run = await Tool.RunAsync(args);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldNotBeEmpty();
        ShouldBeAMessage(run);
    }

    private static void ShouldBeAMessage(Tool run)
    {
        run.Error.ShouldContain("recoup: ", Case.Sensitive);
        run.All.ShouldNotContain("   at ");
        run.All.ShouldNotContain(nameof(LiveApiException));
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
