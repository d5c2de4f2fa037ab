using System.Diagnostics;
using Recoup.Catalogs;
using Recoup.Documentation.Tests.Pages;
using Recoup.Emulator;

namespace Recoup.Documentation.Tests;

/// <summary>The page about other languages: its excerpts stand in files that are tested, and its requests succeed.</summary>
public sealed class HttpPageTests
{
    private const string Name = "docs/emulator-http.md";
    private const string Address = "http://127.0.0.1:4010";

    public static TheoryData<string, string> Excerpts =>
    [
        .. Snippet.Of("python").Select(snippet => (snippet.Place, "*.py")),
        .. Snippet.Of("typescript").Select(snippet => (snippet.Place, "*.ts")),
    ];

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void An_excerpt_stands_in_a_sample(string place, string pattern)
    {
        var excerpt = Snippet.At(place).Text.TrimEnd('\n');

        Directory.GetFiles(Path.Combine(TestData.Repository, "samples", "OtherLanguages"), pattern, SearchOption.AllDirectories)
            .Select(file => File.ReadAllText(file).ReplaceLineEndings("\n"))
            .ShouldContain(text => text.Contains(excerpt, StringComparison.Ordinal), place);
    }

    [Fact]
    public async Task The_requests_of_the_page_succeed()
    {
        await using var emulator = RecoupEmulator.Start(
            RecoupCatalog.Load(TestData.QuickStartCatalog), new RecoupEmulatorOptions { ApiKey = "key-for-tests" });
        var address = await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);
        var commands = Page.All[Name].Snippets.Where(snippet => snippet.Language == "sh")
            .Select(snippet => snippet.Text)
            .Where(text => text.StartsWith("curl ", StringComparison.Ordinal))
            .ToList();
        commands.Count.ShouldBe(4);

        // The first call gets the 502 that the page scripts.
        var script = "set -eu\ncurl() { body=$(command curl --noproxy '*' -w '\\n%{http_code}' \"$@\")\n"
            + "  code=$(printf '%s' \"$body\" | tail -n 1)\n  printf '%s\\n' \"$body\" | sed '$d'\n"
            + "  [ \"$code\" -lt 400 ] || [ \"$code\" -eq 502 ] || { echo \"$body: $*\" >&2; exit 1; }; }\n"
            + string.Join('\n', commands).Replace(Address, address.ToString().TrimEnd('/'), StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("recoup-").FullName;
        try
        {
            using var shell = Start(folder);
            var errors = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await shell.StandardInput.WriteAsync(script.AsMemory(), TestContext.Current.CancellationToken);
            shell.StandardInput.Close();
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

            shell.ExitCode.ShouldBe(0, await errors + await output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        emulator.SaveWorld().ToJson().ShouldContain("linkedin");
    }

    private static Process Start(string folder)
    {
        Assert.SkipUnless(File.Exists("/bin/sh") && File.Exists("/usr/bin/curl"), "The requests need a shell and curl.");
        return Process.Start(new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
