using System.Diagnostics;
using Recoup.Documentation.Tests.Pages;

namespace Recoup.Documentation.Tests;

public sealed class QuickStartTests
{
    [Fact]
    public async Task The_README_shows_what_the_quick_start_prints()
    {
        var quoted = Page.All["README.md"].Snippets.First(snippet => snippet.Text.StartsWith('…'));
        using var program = Process.Start(new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? Environment.ProcessPath
            : "dotnet")
        {
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "QuickStart.dll") },
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        })!;
        var printed = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        program.ExitCode.ShouldBe(0);
        Wording.Quotes(quoted.Text + "…", printed.ReplaceLineEndings("\n"))
            .ShouldBeTrue($"{quoted.Place} shows\n{quoted.Text}\nbut it prints\n{printed}");
    }
}
