using System.Text.Json;
using Recoup.Emulator;

namespace Recoup.Cli.Tests;

public sealed class PullTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    private string Target => Path.Combine(_folder, "recoup.catalog.json");

    private string Origin => Path.Combine(_folder, "recoup.catalog.origin.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_catalog_is_stored_sorted_with_its_origin_next_to_it()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Documented);

        (await PullAsync(emulator)).ExitCode.ShouldBe(ExitCode.Clean);

        Catalogs.RecoupCatalog.Load(Target).Actions.Select(action => action.Slug).ShouldBe(
            [
                "COMPOSIO_SEARCH_TOOLS",
                "GOOGLESHEETS_BATCH_UPDATE",
                "GOOGLESHEETS_LOOKUP_ROW",
                "LINKEDIN_GET_MY_INFO",
                "YOUTUBE_LIST_VIDEOS",
            ]);
        var origin = JsonElement.Parse(await File.ReadAllTextAsync(Origin, TestContext.Current.CancellationToken));
        origin.GetProperty("origin").GetString().ShouldBe("http://localhost/");
        origin.GetProperty("pulledAt").GetString().ShouldBe("2026-01-01T00:00:00Z");
        origin.GetProperty("actions").GetInt32().ShouldBe(5);
        Directory.GetFiles(_folder).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_second_pull_of_the_same_actions_writes_no_file()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);
        await PullAsync(emulator);
        var (catalog, origin) = (await File.ReadAllBytesAsync(
            Target, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Origin, TestContext.Current.CancellationToken));
        foreach (var file in (string[])[Target, Origin])
            File.SetAttributes(file, FileAttributes.ReadOnly);

        var run = await PullAsync(emulator);

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        run.Out.ShouldContain("no change");
        (await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken)).ShouldBe(catalog);
        (await File.ReadAllBytesAsync(Origin, TestContext.Current.CancellationToken)).ShouldBe(origin);
        foreach (var file in (string[])[Target, Origin])
            File.SetAttributes(file, FileAttributes.Normal);
    }

    [Fact]
    public async Task A_catalog_is_not_overwritten_during_an_outage()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);
        await PullAsync(emulator);
        var stored = await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken);

        emulator.IsUpstreamDown = true;
        (await PullAsync(emulator)).ExitCode.ShouldBe(ExitCode.Undecided);
        emulator.IsUpstreamDown = false;
        emulator.SetUpstreamDown(emulator.DefaultAccount);
        (await PullAsync(emulator)).ExitCode.ShouldBe(ExitCode.Undecided);
        (await File.ReadAllBytesAsync(Target, TestContext.Current.CancellationToken)).ShouldBe(stored);

        (await PullAsync(emulator, "--trust-missing")).ExitCode.ShouldBe(ExitCode.Clean);
        Catalogs.RecoupCatalog.Load(Target).Actions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_pulled_catalog_verifies_without_findings()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);
        await PullAsync(emulator);

        var run = await Tool.VerifyAsync(emulator, "--catalog", Target);

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
    }

    private async Task<Tool> PullAsync(RecoupEmulator emulator, params string[] args)
    {
        using var handler = emulator.CreateHandler();
        return await Tool.RunAsync(
            host => host with { Handler = handler }, ["pull", "--url", "http://localhost/", "--output", Target, .. args]);
    }
}
