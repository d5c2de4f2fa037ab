using Recoup.Cli.Commands;

namespace Recoup.Cli.Tests;

/// <summary>No command writes a file that it reads, or that it writes for another purpose.</summary>
public sealed class TargetTests : IDisposable
{
    private static readonly Dictionary<string, string[]> Arguments = new(StringComparer.Ordinal)
    {
        ["pull"] = ["--trust-missing"],
        ["check"] = ["{d}/catalog.json"],
        ["diff"] = ["{d}/catalog.json", "{d}/catalog.json"],
        ["verify"] = ["--allow", "YOUTUBE_LIST_VIDEOS"],
        ["rehearse"] = ["--project", "{d}"],
    };

    private readonly string _root = Directory.CreateTempSubdirectory("recoup-").FullName;
    private readonly string _folder;
    private readonly string _link;

    public TargetTests()
    {
        _folder = Directory.CreateDirectory(Path.Combine(_root, "folder")).FullName;
        _link = Path.Combine(_root, "link");
        File.Copy("catalog.json", Path.Combine(_folder, "catalog.json"));
        File.Copy(TestData.Spec, Path.Combine(_folder, "spec.json"));
        File.WriteAllText(Path.Combine(_folder, "recoup.results.json"), """{"results":{"YOUTUBE_LIST_VIDEOS":{}}}""");
        File.WriteAllText(Path.Combine(_folder, "parameters.json"), "{}");
        File.WriteAllText(Path.Combine(_folder, "tests.csproj"), "<Project />");
        File.WriteAllText(
            Path.Combine(_folder, "calls.jsonl"),
            """{"recoup":"recording","version":1,"created":"2026-11-27T14:00:00Z","replaces":[]}""" + "\n");
    }

    /// <summary>Each option of a file, of each command that writes a report or a catalog.</summary>
    public static TheoryData<string, string> FileOptions => new(
        from command in CommandTable.Rows.Select(row => row.Build(new Host { Out = TextWriter.Null, Error = TextWriter.Null }))
        where command.Name != "learn" && command.Options.Any(option => option.Name == "--output")
        from option in command.Options
        where option.HelpName == "FILE" && option.Name != "--output"
        select (command.Name, option.Name));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [MemberData(nameof(FileOptions))]
    public Task A_file_of_another_option_is_refused(string command, string option) =>
        ShouldBeRefusedAsync([command, .. Arguments[command], option, "{d}/new.json", "--output", "{d}/new.json"]);

    [Theory]
    [InlineData("check", "{d}/catalog.json", "-o", "{d}/catalog.json")]
    [InlineData("check", "{d}/catalog.json", "-o", "{d}/recoup.results.json")]
    [InlineData("check", "{d}/catalog.json", "-o", "{d}/recoup.names.json")]
    [InlineData("check", "-o", "recoup.catalog.json")]
    [InlineData("diff", "{d}/catalog.json", "{d}/catalog.json", "-o", "{d}/recoup.names.json")]
    [InlineData("verify", "--catalog", "{d}/catalog.json", "-o", "{d}/recoup.results.json")]
    [InlineData("verify", "--allow", "YOUTUBE_LIST_VIDEOS={d}/parameters.json", "-o", "{d}/parameters.json")]
    [InlineData("verify", "--allow", "YOUTUBE_LIST_VIDEOS", "--record", "{d}/new.jsonl", "-o", "{d}/new.jsonl.key")]
    [InlineData("rehearse", "--project", "{d}", "-o", "{d}/tests.csproj")]
    [InlineData("rehearse", "--project", "{d}", "-o", "recoup.catalog.json")]
    [InlineData("pull", "--trust-missing", "--spec", "{d}/new.origin.json", "--output", "{d}/new.json")]
    [InlineData("learn", "{d}/calls.jsonl", "--catalog", "{d}/catalog.json", "--report", "{d}/recoup.names.json")]
    public Task A_file_that_a_command_uses_is_refused(params string[] args) => ShouldBeRefusedAsync(args);

    [Theory]
    [InlineData("check", "{d}/catalog.json", "-o", "{link}/catalog.json")]
    [InlineData("check", "{link}/catalog.json", "-o", "{d}/catalog.json")]
    [InlineData("check", "{d}/catalog.json", "-o", "{link}/../link/recoup.results.json")]
    [InlineData("verify", "--allow", "YOUTUBE_LIST_VIDEOS", "--record", "{d}/new.jsonl", "-o", "{link}/new.jsonl")]
    public async Task The_same_file_through_a_link_of_a_folder_is_refused(params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only administrators create links.");
        Directory.CreateSymbolicLink(_link, "folder");

        await ShouldBeRefusedAsync(args);
    }

    [Fact]
    public async Task Links_that_lead_in_a_circle_are_not_followed_for_ever()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only administrators create links.");
        Directory.CreateSymbolicLink(_link, Path.Combine("link", "further"));

        var run = await Tool.RunAsync("check", Path.Combine(_link, "catalog.json"), "-o", Path.Combine(_folder, "report.txt"));

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
    }

    [Fact]
    public async Task A_report_may_be_called_like_a_value_that_is_no_file()
    {
        var report = Path.Combine(_folder, "Release");
        await File.WriteAllTextAsync(report, "the report before", TestContext.Current.CancellationToken);
        var project = Path.Combine(_folder, "tests.csproj");

        var run = await Tool.RunAsync(
            "rehearse", "--project", project, "--configuration", report, "--catalog", "missing.json", "-o", report);

        run.Error.ShouldContain("There is no file 'missing.json'");
    }

    private async Task ShouldBeRefusedAsync(string[] args)
    {
        using var handler = new StubHandler(_ => throw new InvalidOperationException("Something was sent."));
        var before = Texts();

        var run = await Tool.RunAsync(
            host => host with { Handler = handler },
            [.. args.Select(word => word.Replace("{d}", _folder, StringComparison.Ordinal)
                .Replace("{link}", _link, StringComparison.Ordinal))]);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain("because the command uses");
        Texts().ShouldBe(before);
    }

    private Dictionary<string, string> Texts() =>
        Directory.GetFiles(_folder).Order(StringComparer.Ordinal).ToDictionary(file => file, File.ReadAllText, StringComparer.Ordinal);
}
