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

    [Fact]
    public async Task Several_pulls_can_write_the_same_file_at_once()
    {
        await using var emulator = Emulators.Start();
        await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PullAsync(emulator))));

        runs.ShouldAllBe(run => run.ExitCode == ExitCode.Clean);
        Catalogs.RecoupCatalog.Load(Target).Actions.ShouldNotBeEmpty();
        Directory.GetFiles(_folder).ShouldBe([Target, Origin], ignoreOrder: true);
    }

    [Fact]
    public async Task A_link_without_a_target_is_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only administrators create links.");
        await using var emulator = Emulators.Start();
        File.CreateSymbolicLink(Target, Path.Combine(_folder, "nothing"));

        (await PullAsync(emulator)).ExitCode.ShouldBe(ExitCode.Clean);

        Catalogs.RecoupCatalog.Load(Target).Actions.ShouldNotBeEmpty();
        File.Exists(Path.Combine(_folder, "nothing")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(".tmp")]
    [InlineData("")]
    public async Task A_planted_link_does_not_lead_the_catalog_elsewhere(string ending)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only administrators create links.");
        await using var emulator = Emulators.Start();
        var victim = Path.Combine(_folder, "victim");
        await File.WriteAllTextAsync(victim, ending.Length == 0 ? Stored() : "precious", TestContext.Current.CancellationToken);
        var before = await File.ReadAllTextAsync(victim, TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Target + ending, victim);

        (await PullAsync(emulator)).ExitCode.ShouldBe(ExitCode.Clean);

        (await File.ReadAllTextAsync(victim, TestContext.Current.CancellationToken)).ShouldBe(before);
        Catalogs.RecoupCatalog.Load(Target).Actions.ShouldNotBeEmpty();
        new FileInfo(Target).LinkTarget.ShouldBeNull();

        static string Stored() =>
            File.ReadAllText("catalog.json").Replace("\"maximum\": 50", "\"maximum\": 20", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.97)]
    public async Task A_truncated_response_does_not_replace_the_stored_catalog(double part)
    {
        await using var emulator = Emulators.Start();
        (await PullAsync(emulator)).ExitCode.ShouldBe(ExitCode.Clean);
        var stored = await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken);
        using var handler = new StubHandler(_ => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK)
        {
            Content = new StringContent(stored[..(int)(stored.Length * part)], System.Text.Encoding.UTF8, "application/json"),
        }));

        var run = await Tool.RunAsync(
            host => host with { Handler = handler }, ["pull", "--url", "https://api.example.com", "--output", Target]);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        (await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken)).ShouldBe(stored);
        Directory.GetFiles(_folder).Length.ShouldBe(2);
    }

    private async Task<Tool> PullAsync(RecoupEmulator emulator, params string[] args)
    {
        using var handler = emulator.CreateHandler();
        return await Tool.RunAsync(
            host => host with { Handler = handler }, ["pull", "--url", "http://localhost/", "--output", Target, .. args]);
    }
}
