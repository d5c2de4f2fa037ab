using Recoup.Actions;
using Recoup.Typed;

namespace ReleaseWorker.Channels;

/// <summary>A post on X, formerly Twitter, with the cover as its picture.</summary>
internal sealed class XChannel(RecoupClient recoup, Retries retries, Release release) : IChannel
{
    public Channel Channel => Channel.X;

    public string Connector => "twitter";

    public async Task<Post> PrepareAsync(CancellationToken cancellationToken)
    {
        // A string position of the schema: it takes an address, which the API fetches.
        var upload = Twitter.UploadLargeMedia(
            media: release.Cover.AbsoluteUri,
            mediaCategory: Twitter.UploadLargeMediaMediaCategory.TweetImage);
        // Repeatable: a picture that no post shows is seen by nobody.
        var uploaded = await retries.Repeatable.ExecuteAsync(
            async token => await recoup.ExecuteAsync(upload, cancellationToken: token), cancellationToken);

        if (!uploaded.Data.TryGetProperty("id", out var id))
            throw new StoppedException(ExitCode.Failed, $"{Channel}: expected the upload to answer an id, got {uploaded.Data}");

        return Post.Of(Channel, Twitter.CreationOfAPost(
            text: release.Announcement,
            media: new() { MediaIds = [id.ToString()] }), recoup, retries);
    }
}
