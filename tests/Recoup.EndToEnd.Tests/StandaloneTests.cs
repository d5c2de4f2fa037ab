using System.Diagnostics;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.EndToEnd.Tests;

/// <summary>Runs the sample program, published trimmed and self-contained, against an emulator on a port.</summary>
public sealed class StandaloneTests
{
    // The build script publishes the program, which needs a runtime pack from the package source, and sets this to its path.
    private static readonly string? Published = Environment.GetEnvironmentVariable("RECOUP_STANDALONE");

    [Fact]
    public async Task A_trimmed_program_executes_typed_calls()
    {
        Assert.SkipUnless(File.Exists(Published), "RECOUP_STANDALONE names no program: .ci/run publishes it.");
        await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load("recoup.catalog.json"));
        emulator.On(GitHub.CreateIssue).Returns(new { number = 17 });
        emulator.On(GoogleSheets.WriteSpreadsheet).Returns(new { updatedRows = 2 });

        var (exit, output, errors) = await RunAsync(emulator);

        errors.ShouldBeEmpty();
        exit.ShouldBe(0);
        output.ShouldBe(["Opened issue 17.", "Wrote the row."]);
        emulator.Journal.Single(GoogleSheets.WriteSpreadsheet).Parameters.GetProperty("rows")
            .GetRawText()
            .ShouldBe("""[["Issue",17],["Open",true]]""");
    }

    [Fact]
    public async Task A_trimmed_program_reads_the_errors_of_the_service()
    {
        Assert.SkipUnless(File.Exists(Published), "RECOUP_STANDALONE names no program: .ci/run publishes it.");
        await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load("recoup.catalog.json"));
        emulator.Disconnect("github");

        var (exit, _, errors) = await RunAsync(emulator);

        exit.ShouldBe(3);
        errors.ShouldStartWith("Connect the account first: ");
    }

    [Fact]
    public async Task A_trimmed_program_reads_the_catalog_that_it_embeds()
    {
        Assert.SkipUnless(File.Exists(Published), "RECOUP_STANDALONE names no program: .ci/run publishes it.");
        await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load("recoup.catalog.json"));

        var (exit, output, errors) = await RunAsync(emulator, "describe");

        errors.ShouldBeEmpty();
        exit.ShouldBe(0);
        output.ShouldBe(
            ["""GITHUB_CREATE_ISSUE: ["owner","repo","title"]""", """GOOGLESHEETS_WRITE_SPREADSHEET: ["spreadsheet_id","rows"]"""]);
    }

    private static async Task<(int Exit, string[] Output, string Errors)> RunAsync(RecoupEmulator emulator, params string[] arguments)
    {
        var address = await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo(Published!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["RECOUP_URL"] = address.ToString(), ["RECOUP_API_KEY"] = emulator.DefaultAccount.ApiKey },
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), await errors);
    }
}
