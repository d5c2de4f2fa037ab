namespace Recoup.Cli.Tests;

public sealed class LearnTests : IDisposable
{
    private const string Header = """{"recoup":"recording","version":1,"created":"2026-11-27T14:00:00Z","replaces":[]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    private string Output => Path.Combine(_folder, "recoup.results.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_prints_how_often_each_member_was_seen_and_writes_what_is_unsure()
    {
        var doubts = Path.Combine(_folder, "doubts.md");
        var recording = Record("""{"items":[{"id":1,"note":null},{"id":2}],"next":null}""", """{"items":[],"next":null}""");

        var run = await Tool.RunAsync("learn", recording, "--output", Output, "--report", doubts);

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        run.Out.ShouldBe(
            $"""
            ACME_LIST: 2 results
              (payload)          2  object
              items              2  array
              items[]            2  object
              items[].id         2  integer
              items[].note  1 of 2  null
              next               2  null

            Wrote {Output}: 1 schema added, 0 schemas changed.

            """.ReplaceLineEndings("\n"));
        (await File.ReadAllTextAsync(doubts, TestContext.Current.CancellationToken)).ShouldEndWith(
            "\n- `items[].note` (null): always null, missing 1 of 2 times\n- `next` (null): always null\n");
        (await File.ReadAllTextAsync(Output, TestContext.Current.CancellationToken)).ShouldEndWith("  }\n}\n");
    }

    [Theory]
    [InlineData("--report", "recording")]
    [InlineData("--report", "output")]
    [InlineData("--report", "catalog")]
    [InlineData("--output", "recording")]
    [InlineData("--output", "catalog")]
    public async Task No_file_that_it_reads_is_replaced(string option, string file)
    {
        var recording = Record("""{"size":1}""");
        var catalog = Path.Combine(_folder, "catalog.json");
        await File.WriteAllTextAsync(catalog, """{"success":true,"actions":[]}""", TestContext.Current.CancellationToken);
        var target = file switch { "recording" => recording, "output" => Output, _ => catalog };
        var before = File.Exists(target) ? await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken) : null;
        string[] output = option == "--output" ? [] : ["--output", Output];

        var run = await Tool.RunAsync(["learn", recording, "--catalog", catalog, option, target, .. output]);

        run.ExitCode.ShouldNotBe(ExitCode.Clean);
        run.All.ShouldContain($"'{target}' cannot be ");
        (File.Exists(target) ? await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken) : null).ShouldBe(before);
    }

    [Fact]
    public async Task It_says_that_nothing_changed_or_what_changes_in_C_sharp()
    {
        var recording = Record("""{"size":1}""");
        await Tool.RunAsync("learn", recording, "--output", Output);

        (await Tool.RunAsync("learn", recording, "--output", Output, "--merge", "--quiet")).Out
            .ShouldBe($"No change: {Output} accepts all recorded results, and was not written.\n");
        (await Tool.RunAsync("learn", Record("""{"size":0.5}"""), "--output", Output, "-q")).Out.ShouldBe(
            "The generated C# changes:\n  ACME_LIST: result.size: long? -> double? (Acme.ListResult.Size)\n"
            + $"Wrote {Output}: 0 schemas added, 1 schema changed.\n");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("--overwrite")]
    public async Task Recordings_without_a_result_write_no_file(string? option)
    {
        var recording = Path.Combine(_folder, "failed.jsonl");
        await File.WriteAllLinesAsync(
            recording,
            [Header, """{"slug":"ACME_LIST","parameters":{},"status":502,"error":{},"time":"2026-11-27T14:00:01Z","duration":1}"""],
            TestContext.Current.CancellationToken);
        if (option is not null)
            await Tool.RunAsync("learn", Record("""{"size":1}"""), "--output", Output);

        var run = await Tool.RunAsync(["learn", recording, "--quiet", "--output", Output, .. option is null ? [] : new[] { option }]);

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        run.Out.ShouldBe($"No change: the recordings have no successful result, so {Output} was not written.\n");
        File.Exists(Output).ShouldBe(option is not null);
        if (option is not null)
            (await File.ReadAllTextAsync(Output, TestContext.Current.CancellationToken)).ShouldContain("size");
    }

    [Fact]
    public async Task An_existing_file_is_replaced_only_on_request()
    {
        await Tool.RunAsync("learn", Record("""{"size":1}"""), "--output", Output);

        await Tool.RunAsync("learn", Record("\"text\""), "--output", Output, "--overwrite");

        (await File.ReadAllTextAsync(Output, TestContext.Current.CancellationToken)).ShouldNotContain("size");
    }

    [Theory]
    [InlineData("there is no file 'nowhere.jsonl'", "nowhere.jsonl")]
    [InlineData("keeps an existing file", "catalog.json", "--merge", "--overwrite")]
    [InlineData("catalog.json:1: expected", "catalog.json")]
    [InlineData("required argument", "--quiet")]
    public async Task Bad_usage_or_input_exits_with_2_and_writes_no_file(string expected, params string[] args)
    {
        var run = await Tool.RunAsync(["learn", .. args, "--output", Output]);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ToUpperInvariant().ShouldContain(expected.ToUpperInvariant());
        File.Exists(Output).ShouldBeFalse();
    }

    private string Record(params string[] payloads)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.jsonl");
        File.WriteAllLines(path, payloads.Select(payload =>
            $$"""{"slug":"ACME_LIST","parameters":{},"status":200,"result":{{payload}},"time":"2026-11-27T14:00:01Z","duration":1}""")
            .Prepend(Header));
        return path;
    }
}
