using Recoup.Actions;
using Recoup.Typed;

namespace ReleaseWorker.Channels;

/// <summary>Prepares a post on X, formerly Twitter, with the cover as its picture.</summary>
internal sealed class XChannel(RecoupClient recoup, Retries retries, Release release) : IChannel
{
    public Channel Channel => Channel.X;

    public Delegate Action => Twitter.CreationOfAPost;

    public async Task<Post> PrepareAsync(CancellationToken cancellationToken)
    {
        // The schema has a string here, so it accepts an address from which the API fetches the file.
        var upload = Twitter.UploadLargeMedia(
            media: release.Cover.AbsoluteUri,
            mediaCategory: Twitter.UploadLargeMediaMediaCategory.TweetImage);
        // Repeatable: nobody sees a picture that is not in a post.
        var uploaded = await retries.Repeatable.ExecuteAsync(
            async token => await recoup.ExecuteAsync(upload, cancellationToken: token), cancellationToken);

        if (!uploaded.Data.TryGetProperty("id", out var id))
            throw new StoppedException(ExitCode.Failed, $"{Channel}: expected the upload to return an id, got {uploaded.Data}");

        return Post.Of(Channel, Twitter.CreationOfAPost(
            text: release.Announcement,
            media: new() { MediaIds = [id.ToString()] }), recoup, retries);
    }
}
