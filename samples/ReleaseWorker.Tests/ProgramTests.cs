using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ReleaseWorker.Tests;

/// <summary>Runs the program as a user starts it.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Without_arguments_it_posts_the_sample_release_on_the_emulator_as_its_README_shows()
    {
        var (exitCode, output, error) = await RunAsync(key: null);

        exitCode.ShouldBe(0, error);
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), TestContext.Current.CancellationToken);
        var shown = page.Split("```\n")[1];
        var pattern = Regex.Escape(shown.TrimEnd()).Replace("…", "[^\n]*", StringComparison.Ordinal);
        Regex.IsMatch(output.ReplaceLineEndings("\n"), pattern).ShouldBeTrue($"README.md shows\n{shown}\nbut the program wrote\n{output}");
    }

    [Theory]
    [InlineData(null, "--live", "release.json", "RECOUP_API_KEY")]
    [InlineData("recoup_sk_nobody", "--live", "no-release.json", "no-release.json")]
    [InlineData("recoup_sk_nobody", "--life", "release.json", "--live")]
    public async Task A_wrong_start_gives_exit_code_2_and_one_line_without_a_stack_trace(
        string? key, string argument, string file, string expected)
    {
        var (exitCode, output, error) = await RunAsync(key, argument, file);

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(expected);
        error.ShouldNotContain("recoup_sk_nobody");
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string? key, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ReleaseWorker.dll"), .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RECOUP_API_KEY"] = key;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
