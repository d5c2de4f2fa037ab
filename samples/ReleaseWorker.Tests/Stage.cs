using Microsoft.Extensions.Logging;
using Recoup.Catalogs;
using ReleaseWorker.Emulated;

namespace ReleaseWorker.Tests;

/// <summary>Runs the whole program on an emulator where everything succeeds; a test scripts the failures.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string XPost = "1849201999123456789";
    public const string LinkedInPost = "urn:li:share:7251";

    private static readonly RecoupCatalog Catalog = RecoupCatalog.Load("recoup.catalog.json");

    public Stage(ApiBehavior behavior = ApiBehavior.Documented)
    {
        Emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = behavior });
        Emulator.Connect("linkedin");
        Sheet = EmulatedSheet.On(Emulator);
        Emulator.On(Twitter.UploadLargeMedia).Returns(new { id = "710511363345354753" });
        Emulator.On(Twitter.CreationOfAPost).Returns(new { id = XPost, text = "" });
        Emulator.On(LinkedIn.CreateLinkedInPost).Returns(new { id = LinkedInPost });
    }

    public RecoupEmulator Emulator { get; }

    public EmulatedSheet Sheet { get; }

    public RecordedLog Log { get; } = new();

    public Release Release { get; } = new()
    {
        Id = "ada-001",
        Artist = "Ada",
        Title = "Difference",
        Link = new Uri("https://music.example/1"),
        Cover = new Uri("https://cdn.music.example/1.png"),
        LinkedInAuthor = "urn:li:person:ada",
        SpreadsheetId = "1AbC",
    };

    public Task<ExitCode> RunAsync(Release? release = null) => PublishAsync(release ?? Release, TestContext.Current.CancellationToken);

    public Task<ExitCode> RunUntilAsync(CancellationToken stop) => PublishAsync(Release, stop);

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();

    private async Task<ExitCode> PublishAsync(Release release, CancellationToken stop)
    {
        var builder = ReleaseHost.Create(release, Emulator.Clock, RecoupEmulator.DefaultApiKey, Emulator.CreateHandler);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        var exitCode = await ReleaseHost.RunAsync(builder, stop);
        Log.Lines.ShouldAllBe(line => !line.Contains(RecoupEmulator.DefaultApiKey));
        return exitCode;
    }
}
