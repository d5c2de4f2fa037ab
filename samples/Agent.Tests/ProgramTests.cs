using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Agent.Tests;

/// <summary>Runs the program as a user starts it.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task It_posts_the_sample_release_on_the_emulator_as_its_README_shows()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Agent.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0, await error);
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), TestContext.Current.CancellationToken);
        var shown = page.Split("```\n")[1];
        var pattern = Regex.Escape(shown.TrimEnd()).Replace("…", "[^\n]*", StringComparison.Ordinal);
        Regex.IsMatch((await output).ReplaceLineEndings("\n"), pattern)
            .ShouldBeTrue($"README.md shows\n{shown}\nbut the program wrote\n{await output}");
    }
}
