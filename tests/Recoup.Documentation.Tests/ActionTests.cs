using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Recoup.Catalogs;
using Recoup.Cli;
using Recoup.Documentation.Tests.Pages;
using Recoup.Documentation.Tests.Workflows;
using Recoup.Emulator;

namespace Recoup.Documentation.Tests;

/// <summary>The action of this repository, run step by step in a shell.</summary>
public sealed partial class ActionTests : IDisposable
{
    private const string Catalog = "recoup.catalog.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-action-").FullName;
    private readonly Dictionary<string, string> _inputs = new(ActionFile.Inputs, StringComparer.Ordinal);

    private string Workspace => Path.Combine(_folder, "workspace");

    private string Temp => Path.Combine(_folder, "temp");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_action_is_pinned_by_commit()
    {
        var used = ActionFile.Steps.Concat(ActionFile.StepsOnPage()).Select(step => step.Uses)
            .Where(uses => uses.Length > 0 && uses != "OWNER/REPOSITORY@COMMIT").ToList();

        used.ShouldNotBeEmpty();
        used.ShouldAllBe(uses => Commit().IsMatch(uses));
    }

    [Fact]
    public void A_workflow_on_the_page_has_only_the_permissions_that_it_needs()
    {
        foreach (var snippet in Snippet.Of("yaml", page => page.Name == "docs/ci.md"))
        {
            var permissions = ((YamlDotNet.RepresentationModel.YamlMappingNode)ActionFile.Read(snippet.Text)["permissions"]).Children
                .Select(pair => $"{pair.Key}: {pair.Value}");

            permissions.ShouldBe(
                snippet.Text.Contains("verify:", StringComparison.Ordinal) ? ["contents: read", "issues: write"]
                : snippet.Text.Contains("rehearse:", StringComparison.Ordinal) ? ["contents: read"]
                : ["contents: read", "pull-requests: write", "security-events: write"]);
        }
    }

    [Fact]
    public void The_page_pins_the_version_of_the_tool()
    {
        var version = XDocument.Load(Path.Combine(TestData.Repository, "Directory.Build.props")).Descendants("VersionPrefix").Single();
        var manifest = Snippet.Of("json", page => page.Name == "docs/ci.md").Single().Text;

        var tool = JsonElement.Parse(manifest).GetProperty("tools").GetProperty("recoup.cli");
        tool.GetProperty("version").GetString().ShouldBe(version.Value);
    }

    [Fact]
    public void The_tool_comes_from_one_source()
    {
        var configuration = XDocument.Load(Path.Combine(TestData.Repository, "assets", "action.nuget.config"));

        configuration.Descendants("packageSources").Elements().Select(element => element.Name.LocalName).ShouldBe(["clear", "add"]);
    }

    [Fact]
    public async Task A_pull_request_is_compared_with_its_target_branch()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The action runs on Linux.");
        var stored = await File.ReadAllTextAsync(TestData.QuickStartCatalog, TestContext.Current.CancellationToken);
        Prepare();
        Commit(stored);
        Commit(stored.Replace("\"maximum\": 50,", "\"maximum\": 20,", StringComparison.Ordinal));

        var (code, output) = await RunAsync("Compare");

        code.ShouldBe(0, output);
        output.ShouldContain("::error file=recoup.catalog.json,line=2714,");
        Outputs().ShouldBe("code=1\n");
        Written("recoup.md").ShouldContain("at most 20 now");
        Written("recoup.txt").ShouldContain("1 breaking");
        Written("summary").ShouldContain("## Catalog");
        JsonElement.Parse(Written("recoup.sarif")).GetProperty("version").GetString().ShouldBe("2.1.0");
        (await RunAsync("Fail if a finding is severe enough")).Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_first_run_without_a_stored_catalog_passes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The action runs on Linux.");
        Prepare();
        Commit(null);
        Commit(await File.ReadAllTextAsync(TestData.QuickStartCatalog, TestContext.Current.CancellationToken));

        var (code, output) = await RunAsync("Compare");

        code.ShouldBe(0, output);
        output.ShouldContain("::notice::");
        Outputs().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clone_without_the_target_branch_is_reported()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The action runs on Linux.");
        Prepare();
        Commit(null);

        var (code, output) = await RunAsync("Compare");

        code.ShouldBe(2, output);
        output.ShouldContain("fetch-depth: 2");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Verify_writes_the_report_for_the_issues(bool hasCatalog)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The action runs on Linux.");
        Prepare();
        if (hasCatalog)
            File.Copy(TestData.QuickStartCatalog, Path.Combine(Workspace, Catalog));
        await using var emulator = RecoupEmulator.Start(
            RecoupCatalog.Load(TestData.QuickStartCatalog), new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });
        _inputs["url"] = (await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken)).ToString();
        _inputs["api-key"] = RecoupEmulator.DefaultApiKey;

        var (code, output) = await RunAsync("Verify");

        code.ShouldBe(0, output);
        output.Contains("::notice::", StringComparison.Ordinal).ShouldBe(!hasCatalog);
        var report = Written("report.json");
        var step = ActionFile.Step(ActionFile.IssueStep);
        GitHubState.Empty.Run(step.Script, Resolved(step), path =>
        {
            path.ShouldBe(Path.Combine(Temp, "report.json"));
            return report;
        }).Issues.ShouldBeEmpty();
    }

    [Fact]
    public async Task Verify_fails_without_a_reliable_result()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The action runs on Linux.");
        Prepare();
        _inputs["url"] = "http://127.0.0.1:1";
        _inputs["api-key"] = RecoupEmulator.DefaultApiKey;

        var (code, output) = await RunAsync("Verify");

        code.ShouldBe(3, output);
        output.ShouldNotContain(RecoupEmulator.DefaultApiKey);
    }

    /// <summary>A repository, and a command dotnet that runs the tool of this build instead of a restored one.</summary>
    private void Prepare()
    {
        foreach (var folder in (string[])[Workspace, Temp, Path.Combine(_folder, "bin")])
            Directory.CreateDirectory(folder);
        var command = Path.Combine(_folder, "bin", "dotnet");
        File.WriteAllText(command, $"#!/bin/sh\nshift\nexec '{Environment.ProcessPath switch
        {
            { } path when Path.GetFileNameWithoutExtension(path) == "dotnet" => path,
            _ => Path.Combine(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "/usr/share/dotnet", "dotnet"),
        }}' exec '{typeof(RecoupTool).Assembly.Location}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Git("init", "--quiet");
    }

    private void Commit(string? catalog)
    {
        if (catalog is not null)
            File.WriteAllText(Path.Combine(Workspace, Catalog), catalog);
        Git("add", "--all");
        Git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "--allow-empty", "--message", "m");
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Workspace })!;
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
    }

    private string Outputs() => File.Exists(Path.Combine(Temp, "outputs")) ? Written("outputs") : "";

    private string Written(string name) => File.ReadAllText(Path.Combine(Temp, name));

    private async Task<(int Code, string Output)> RunAsync(string name)
    {
        var step = ActionFile.Step(name);
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run])
        {
            WorkingDirectory = Workspace,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Path.Combine(_folder, "bin")}:{start.Environment["PATH"]}";
        foreach (var (variable, value) in Resolved(step))
            start.Environment[variable] = value;
        using var shell = Process.Start(start)!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (shell.ExitCode, await output + await error);
    }

    private Dictionary<string, string> Resolved(ActionStep step)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RUNNER_TEMP"] = Temp,
            ["GITHUB_OUTPUT"] = Path.Combine(Temp, "outputs"),
            ["GITHUB_STEP_SUMMARY"] = Path.Combine(Temp, "summary"),
        };
        foreach (var (name, value) in step.Environment)
            environment[name] = Expression().Replace(value, match => Value(match.Groups["name"].Value));
        return environment;
    }

    private string Value(string expression) => expression switch
    {
        "runner.temp" => Temp,
        "steps.diff.outputs.code" => Outputs().Replace("code=", "", StringComparison.Ordinal).Trim(),
        _ when expression.StartsWith("inputs.", StringComparison.Ordinal) => _inputs[expression["inputs.".Length..]],
        _ => throw new InvalidOperationException($"The test does not know the expression '{expression}'."),
    };

    [GeneratedRegex(@"^[\w-]+/[\w-]+(/[\w-]+)?@[0-9a-f]{40}$")]
    private static partial Regex Commit();

    [GeneratedRegex(@"\$\{\{ (?<name>[\w.-]+) \}\}")]
    private static partial Regex Expression();
}
