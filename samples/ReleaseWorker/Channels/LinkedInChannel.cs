using Recoup.Actions;
using Recoup.Typed;

namespace ReleaseWorker.Channels;

/// <summary>Prepares a post on LinkedIn with the cover as its picture.</summary>
internal sealed class LinkedInChannel(RecoupClient recoup, Retries retries, Release release) : IChannel
{
    public Channel Channel => Channel.LinkedIn;

    public Delegate Action => LinkedIn.CreateLinkedInPost;

    public async Task<Post> PrepareAsync(CancellationToken cancellationToken)
    {
        // An array of files accepts only descriptors, so stage the cover first. This is repeatable: at worst, there is one more copy.
        var cover = await retries.Repeatable.ExecuteAsync(
            async token => await recoup.StageFileAsync(LinkedIn.CreateLinkedInPost, release.Cover, token), cancellationToken);

        return Post.Of(Channel, LinkedIn.CreateLinkedInPost(
            author: release.LinkedInAuthor,
            commentary: release.Announcement,
            images: [cover]), recoup, retries);
    }
}
