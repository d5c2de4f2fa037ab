namespace Rehearsal;

/// <summary>Announces a release: liner notes in a document, a teaser as a video, the first streams in a sheet.</summary>
public sealed class Release(RecoupClient recoup, string title)
{
    public Task WriteNotesAsync(CancellationToken cancellationToken) =>
        recoup.ExecuteAsync(GoogleDocs.CreateDocument(title: $"{title}: liner notes"), cancellationToken: cancellationToken);

    public Task PublishTeaserAsync(TikTok.PublishVideoPrivacyLevel audience, CancellationToken cancellationToken) => recoup.ExecuteAsync(
        TikTok.PublishVideo(videoUrl: "https://ada.example/teaser.mp4", privacyLevel: audience, title: title),
        cancellationToken: cancellationToken);

    public Task RecordStreamsAsync(int plays, CancellationToken cancellationToken) => recoup.ExecuteAsync(
        GoogleSheets.BatchUpdate(spreadsheetId: "1AbC", sheetName: "Streams", values: [[title, plays]]),
        cancellationToken: cancellationToken);
}
