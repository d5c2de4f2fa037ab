using Recoup.Catalogs;
using Recoup.Emulator;

namespace Rehearsal;

public sealed class ReleaseTests : IAsyncDisposable
{
    // The catalog is named as in any other test. During a rehearsal, this line loads tomorrow's catalog.
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Load("recoup.catalog.json");

    private readonly RecoupEmulator _emulator = RecoupEmulator.Start(Catalog);

    private Release Release => new(_emulator.CreateClient(), "The Mill");

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task The_notes_are_written()
    {
        await Release.WriteNotesAsync(TestContext.Current.CancellationToken);

        _emulator.Journal.ShouldHaveExecuted(GoogleDocs.CreateDocument);
    }

    [Theory]
    [InlineData("PUBLIC_TO_EVERYONE")]
    [InlineData("MUTUAL_FOLLOW_FRIENDS")]
    [InlineData("SELF_ONLY")]
    public async Task The_teaser_is_published(string audience)
    {
        await Release.PublishTeaserAsync(audience, TestContext.Current.CancellationToken);

        _emulator.Journal.ShouldHaveExecuted(TikTok.PublishVideo);
    }

    [Fact]
    public async Task The_streams_are_recorded()
    {
        await Release.RecordStreamsAsync(41, TestContext.Current.CancellationToken);

        _emulator.Journal.ShouldHaveExecuted(GoogleSheets.BatchUpdate);
    }
}
