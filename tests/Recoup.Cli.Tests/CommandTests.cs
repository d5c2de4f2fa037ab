using System.Net.Http.Headers;
using Recoup.Cli.Commands;
using Recoup.Contracts;

namespace Recoup.Cli.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    public static TheoryData<string> HelpCommands =>
        new((string[])["", "pull", "check", "diff", "verify", "learn", "rehearse", "emulate", "mcp", "list", "show", "completion"]);

    public static TheoryData<string> Formats => new(ReportWriterTable.Rows.Select(row => row.Name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(HelpCommands))]
    public async Task The_help_is_as_approved(string command)
    {
        string[] args = [.. command.Length == 0 ? Array.Empty<string>() : [command], "--help"];

        var run = await Tool.RunAsync(args);

        run.ExitCode.ShouldBe(ExitCode.Clean);
        run.Error.ShouldBeEmpty();
        run.Out.ReplaceLineEndings("\n")
            .Replace("testhost", "recoup", StringComparison.Ordinal)
            .Replace("Recoup.Cli.Tests", "recoup", StringComparison.Ordinal)
            .ShouldMatchApproved(approved => approved.WithDiscriminator(command.Length == 0 ? "recoup" : command).SubFolder("Help"));
    }

    [Fact]
    public void Every_command_has_an_approved_help() =>
        CommandTable.Rows.Select(row => row.Build(new Host { Out = TextWriter.Null, Error = TextWriter.Null }).Name)
            .ShouldBeSubsetOf(HelpCommands.Select(row => row.Data));

    [Theory]
    [InlineData("breaking", ExitCode.Drift)]
    [InlineData("compatible", ExitCode.Drift)]
    public async Task A_breaking_change_exits_with_1(string failOn, int expected)
    {
        var run = await Tool.RunAsync("diff", "catalog.json", Changed("\"maximum\": 50", "\"maximum\": 20"), "--fail-on", failOn);

        run.ExitCode.ShouldBe(expected, run.All);
        run.Out.ShouldContain("accepted before, rejected now");
        run.Out.ShouldContain("YOUTUBE_LIST_VIDEOS");
    }

    [Theory]
    [InlineData("unproven", ExitCode.Clean)]
    [InlineData("behavior", ExitCode.Drift)]
    public async Task Fail_on_selects_the_verdict_that_fails(string failOn, int expected) =>
        (await Tool.RunAsync(
            "diff", "catalog.json", Changed("\"Batch update.\"", "\"Writes cells.\""), "--fail-on", failOn)).ExitCode.ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_report_format_can_be_written_to_a_file(string format)
    {
        var file = Path.Combine(_folder, "report");

        var run = await Tool.RunAsync(
            "diff", "catalog.json", Changed("\"maximum\": 50", "\"maximum\": 20"), "--format", format, "--output", file);

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        run.All.ShouldBeEmpty();
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
            .Replace("\\", "", StringComparison.Ordinal)
            .ShouldContain("YOUTUBE_LIST_VIDEOS");
    }

    [Fact]
    public async Task A_summary_has_the_totals_by_rule()
    {
        var changed = Changed("\"maximum\": 50", "\"maximum\": 20");

        var run = await Tool.RunAsync("diff", "catalog.json", changed, "--summary");

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        run.Out.ShouldContain("schema-maximum         1");
        run.Out.ShouldContain("YOUTUBE_LIST_VIDEOS: 1 breaking");
        run.Out.ShouldNotContain("accepted before");
        (await Tool.RunAsync("diff", "catalog.json", changed, "--summary", "--format", "json")).Error.ShouldContain("--summary");
    }

    [Fact]
    public async Task Hidden_verdicts_are_not_listed_but_count()
    {
        var changed = Changed("\"Batch update.\"", "\"Writes cells.\"");

        var run = await Tool.RunAsync("diff", "catalog.json", changed, "--hide", "behavior,compatible", "--fail-on", "behavior");

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        run.Out.ShouldNotContain("the description has changed");
        run.Out.ShouldContain("1 behavior");
    }

    [Theory]
    [InlineData(
        "--hide: expected breaking, unproven, behavior, compatible, got 'behaviour'. Did you mean 'behavior'?",
        "diff", "missing.json", "catalog.json", "--hide", "compatible,behaviour")]
    [InlineData(
        "--format: expected text, json, markdown, sarif, junit, github, got 'txt'. Did you mean 'text'?",
        "diff", "missing.json", "catalog.json", "-f", "txt")]
    [InlineData(
        "--fail-on: expected breaking, unproven, behavior, compatible, got 'Breaking'. Did you mean 'breaking'?",
        "diff", "missing.json", "catalog.json", "--fail-on", "Breaking")]
    [InlineData("shell: expected bash, zsh, fish, powershell, got 'cmd.exe'.", "completion", "cmd.exe")]
    public async Task A_value_that_is_not_offered_is_refused_before_a_file_is_read(string message, params string[] args)
    {
        var run = await Tool.RunAsync(args);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldStartWith("recoup: " + message);
    }

    [Theory]
    [InlineData("diff", "-", "catalog.json")]
    [InlineData("diff", "catalog.json", "-")]
    [InlineData("check", "-")]
    [InlineData("list", "--catalog", "-")]
    [InlineData("show", "YOUTUBE_LIST_VIDEOS", "--catalog", "-")]
    public async Task A_hyphen_reads_standard_input(params string[] args)
    {
        var catalog = await File.ReadAllBytesAsync("catalog.json", TestContext.Current.CancellationToken);

        var run = await Tool.RunAsync(host => host with { In = new MemoryStream(catalog) }, args);

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        (await Tool.RunAsync(host => host with { In = new MemoryStream("{\"a\""u8.ToArray()) }, args)).Error
            .ShouldContain(args[0] == "check" ? "" : "standard input");
    }

    [Fact]
    public async Task Standard_input_is_one_document()
    {
        var run = await Tool.RunAsync(host => host with { In = new MemoryStream("{}"u8.ToArray()) }, ["check", "-", "-"]);

        run.ExitCode.ShouldBe(ExitCode.Unusable);
        run.Error.ShouldContain("one document");
    }

    [Theory]
    [InlineData("YOUTUBE_LIST_VIDEOS", "list", "list", "VIDEOS")]
    [InlineData("YOUTUBE_LIST_VIDEOS", "list", "--connector", "youtube")]
    [InlineData("0 of 5 actions", "list", "no such words")]
    [InlineData("5 of 5 actions", "list")]
    public async Task List_searches_the_catalog(string expected, params string[] args)
    {
        var run = await Tool.RunAsync([.. args, "--catalog", "catalog.json"]);

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        run.Out.ShouldContain(expected);
    }

    [Fact]
    public async Task Show_prints_the_method_the_parameters_and_their_bounds()
    {
        var run = await Tool.RunAsync("show", "youtube_list_videos", "--catalog", "catalog.json");

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        run.Out.ShouldContain("> YouTube.ListVideos(");
        run.Out.ShouldContain("at most 50");
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task Completion_prints_a_script_that_asks_the_tool(string shell)
    {
        (await Tool.RunAsync("completion", shell)).Out.ShouldContain("[suggest:");
        (await Tool.RunAsync("completion", "tcsh")).ExitCode.ShouldBe(ExitCode.Unusable);
    }

    [Fact]
    public async Task The_same_catalog_has_no_change()
    {
        var run = await Tool.RunAsync("diff", "catalog.json", "catalog.json");

        run.ExitCode.ShouldBe(ExitCode.Clean);
        run.Out.ShouldContain("No change");
    }

    [Theory]
    [InlineData("\\u200b", '\u200B')]
    [InlineData("\\ufeff", '\uFEFF')]
    [InlineData("\\u200f", '\u200F')]
    public async Task Invisible_characters_are_shown(string escape, char character)
    {
        var run = await Tool.RunAsync("diff", "catalog.json", Changed("GOOGLESHEETS_LOOKUP_ROW", $"GOOGLESHEETS_{escape}ROW"));

        run.Out.ShouldContain("GOOGLESHEETS_\uFFFDROW");
        run.Out.ShouldNotContain(character.ToString());
    }

    [Fact]
    public async Task Catalog_text_cannot_control_the_terminal()
    {
        var run = await Tool.RunAsync("diff", "catalog.json", Changed("GOOGLESHEETS_LOOKUP_ROW", "GOOGLESHEETS_\\u001b[2J\\u202eROW"));

        run.All.ShouldNotContain("\u001b");
        run.All.ShouldNotContain("\u202e");
    }

    [Fact]
    public async Task Check_prints_the_problems_of_the_generator_with_line_and_column()
    {
        var path = Changed("\"minimum\": 1,", "\"format\": 1,");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "recoup.names.json"),
            """{"actions":{"YOUTUBE_LIST_VIDEO":{"method":"Videos"}}}""",
            TestContext.Current.CancellationToken);

        var run = await Tool.RunAsync("check", path, Recoup.Tests.TestData.Spec);

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        run.Out.ShouldMatch(@"recoup\.names\.json\(1,\d+\): warning RCP0052: .*YOUTUBE_LIST_VIDEO");
        run.Out.ShouldContain("5 actions in 4 classes, 6 operations: 0 errors, 1 warning,");
        (await Tool.RunAsync("check", path, "--warnings-as-errors")).ExitCode.ShouldBe(ExitCode.Drift);
        (await Tool.RunAsync("check", path, "--format", "github")).Out.ShouldContain("::warning file=");
    }

    [Fact]
    public async Task Check_says_which_file_describes_each_result()
    {
        var path = Changed("\"minimum\": 1,", "\"minimum\": 1,");
        var provider = Path.Combine(_folder, "provider.json");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "recoup.results.json"),
            """{"results":{"YOUTUBE_LIST_VIDEOS":{"type":"object","required":7}}}""",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            provider, """{"results":{"YOUTUBE_LIST_VIDEOS":{},"GOOGLESHEETS_LOOKUP_ROW":{}}}""", TestContext.Current.CancellationToken);

        var run = await Tool.RunAsync("check", path, "--results", provider, "--list-results");

        run.Out.ShouldMatch(@"recoup\.results\.json\(1,\d+\): warning RCP0073: Action YOUTUBE_LIST_VIDEOS");
        run.Out.ShouldMatch(@"recoup\.results\.json\(1,\d+\): info RCP0074: .*also described in '.*provider\.json', line 1");
        run.Out.ShouldMatch(@"\d of 5 results described: 1 by .*provider\.json, 1 by .*recoup\.results\.json");
        run.Out.ShouldMatch(@"GOOGLESHEETS_LOOKUP_ROW: .*provider\.json\(1\)\n");
        (await Tool.RunAsync("check", path, "--results", "missing.json")).ExitCode.ShouldBe(ExitCode.Unusable);
    }

    [Fact]
    public async Task The_emulator_prints_its_address_and_key_and_ends_when_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        using var output = new LineWriter();
        var running = RecoupTool.RunAsync(
            ["emulate", "--catalog", "catalog.json", "--port", "0", "--behavior", "deployed", "--connect", "linkedin"],
             new Host { Out = output, Error = TextWriter.Null, ApiKey = Tool.Secret }, stop.Token);
        var (url, key) = (await output.NextAsync(), await output.NextAsync());

        key.ShouldMatch("^recoup_sk_emulator_[0-9a-f]{32}$");
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.Add("x-api-key", key);
        var actions = await client.GetStringAsync("/api/connectors/actions", TestContext.Current.CancellationToken);
        actions.ShouldContain("YOUTUBE_LIST_VIDEOS");
        actions.ShouldContain("LINKEDIN_GET_MY_INFO", customMessage: "the catalog says that it is not connected");

        await stop.CancelAsync();
        (await running).ShouldBe(ExitCode.Clean);
    }

    [Fact]
    public async Task The_emulator_starts_with_a_world_and_prints_its_accounts()
    {
        var world = Path.Combine(_folder, "world.json");
        await File.WriteAllTextAsync(
            world,
            """
            {
              "accounts": {
                "label": { "key": "key-of-the-label", "connections": {} },
                "artist": { "id": "3f0c5c1e-6a0b-4e53-9c57-0f6a4f7b1a2c", "connections": { "youtube": "active" } },
                "manager": { "key": "key-of-the-manager" }
              },
              "stubs": [{ "action": "YOUTUBE_LIST_VIDEOS", "outcomes": [{ "unsuccessful": "quota exceeded" }] }]
            }
            """,
            TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        using var output = new LineWriter();
        var running = RecoupTool.RunAsync(
            ["emulate", "--catalog", "catalog.json", "--port", "0", "--behavior", "deployed", "--world", world, "--connect", "linkedin"],
             new Host { Out = output, Error = TextWriter.Null, ApiKey = Tool.Secret }, stop.Token);
        var (url, key) = (await output.NextAsync(), await output.NextAsync());
        var (artist, manager) = ((await output.NextAsync()).Split(' '), (await output.NextAsync()).Split(' '));

        key.ShouldBe("key-of-the-label");
        artist[..2].ShouldBe(["artist", "3f0c5c1e-6a0b-4e53-9c57-0f6a4f7b1a2c"]);
        (manager[0], manager[2]).ShouldBe(("manager", "key-of-the-manager"));
        (await ActionsAsync(key)).ShouldContain("LINKEDIN_GET_MY_INFO", customMessage: "--connect comes on top of the world");
        (await ActionsAsync(key)).ShouldNotContain("YOUTUBE_LIST_VIDEOS");
        (await ActionsAsync(artist[2])).ShouldContain("YOUTUBE_LIST_VIDEOS");
        using var client = Client(artist[2]);
        using var call = new StringContent(
            """{"actionSlug":"YOUTUBE_LIST_VIDEOS","parameters":{}}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/api/connectors/actions", call, TestContext.Current.CancellationToken);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("quota exceeded");

        await stop.CancelAsync();
        (await running).ShouldBe(ExitCode.Clean);

        async Task<string> ActionsAsync(string key)
        {
            using var client = Client(key);
            return await client.GetStringAsync("/api/connectors/actions", TestContext.Current.CancellationToken);
        }

        HttpClient Client(string key)
        {
            var client = new HttpClient { BaseAddress = new Uri(url) };
            client.DefaultRequestHeaders.Add("x-api-key", key);
            return client;
        }
    }

    [Theory]
    [InlineData("{ \"acounts\": {},\n  \"upstream\": 1 }", "(1,3): error: /acounts: ", "(2,15): error: /upstream: ")]
    [InlineData("{ \"sharedConnections\": [\"linkdin\"] }", "(1,25): error: /sharedConnections/0: ", "Did you mean 'linkedin'?")]
    public async Task Problems_of_a_world_are_reported(string text, params string[] problems)
    {
        var world = Path.Combine(_folder, "world.json");
        await File.WriteAllTextAsync(world, text, TestContext.Current.CancellationToken);

        var run = await Tool.RunAsync("emulate", "--catalog", "catalog.json", "--port", "0", "--world", world);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Out.ShouldBeEmpty();
        foreach (var problem in problems)
            run.Error.ShouldContain(problem);
        run.Error.ShouldStartWith($"recoup: {world}(1,");
    }

    [Fact]
    public async Task A_port_in_use_is_reported()
    {
        await using var emulator = Emulators.Start();
        var taken = await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);

        var run = await Tool.RunAsync("emulate", "--catalog", "catalog.json", "--port", FormattableString.Invariant($"{taken.Port}"));

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldStartWith(FormattableString.Invariant($"recoup: --port: expected a free port, got {taken.Port}: "));
        run.Error.ShouldContain(". Choose another port, or 0 for a free one.");
    }

    [Theory]
    [InlineData("list", "{file}", "--catalog", "catalog.json")]
    [InlineData("list", "@missing.txt", "--catalog", "catalog.json")]
    public async Task A_word_that_begins_with_an_at_sign_is_a_word(params string[] args)
    {
        var file = Path.Combine(_folder, "words.txt");
        await File.WriteAllTextAsync(file, "videos", TestContext.Current.CancellationToken);

        var run = await Tool.RunAsync([.. args.Select(word => word.Replace("{file}", "@" + file, StringComparison.Ordinal))]);

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        run.Out.ShouldContain("0 of 5 actions");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-5")]
    [InlineData("3:4")]
    [InlineData("9999999999999")]
    public async Task A_position_for_completion_is_a_number(string position)
    {
        var run = await Tool.RunAsync($"[suggest:{position}]", "recoup show ");

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldStartWith($"recoup: [suggest:{position}]: expected the position of the cursor, 0 to 2147483647, got '{position}'.");
        run.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Commands_are_completed() =>
        (await Tool.RunAsync("[suggest:10]", "recoup sho")).Out.Split('\n').ShouldContain("show");

    [Fact]
    public async Task An_interrupted_run_is_reported()
    {
        using var stop = new CancellationTokenSource();
        using var handler = new StubHandler(async cancellation =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
            return null!;
        });

        var run = await Tool.RunAsync(host => host with { Handler = handler }, ["verify", "--url", "https://api.example.com"], stop);

        run.ExitCode.ShouldBe(ExitCode.Interrupted, run.All);
        run.Error.ShouldContain("interrupted");
    }

    private string Changed(string before, string after)
    {
        var text = File.ReadAllText("catalog.json");
        text.ShouldContain(before);
        var path = Path.Combine(_folder, "recoup.catalog.json");
        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
        return path;
    }
}
