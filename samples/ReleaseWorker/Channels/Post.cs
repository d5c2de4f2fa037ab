using System.Text.Json;
using Recoup.Typed;

namespace ReleaseWorker.Channels;

/// <summary>A post that is ready to be published.</summary>
internal sealed class Post
{
    private readonly Func<CancellationToken, ValueTask<string>> _send;

    private Post(Channel channel, string slug, Func<CancellationToken, ValueTask<string>> send) =>
        (Channel, Slug, _send) = (channel, slug, send);

    public Channel Channel { get; }

    /// <summary>The slug of the action that publishes the post.</summary>
    public string Slug { get; }

    public static Post Of<T>(Channel channel, ActionCall<T> call, RecoupClient recoup, Retries retries) =>
        new(channel, call.Slug, async cancellationToken =>
    {
        // The token ends the wait for the next attempt, but not an attempt itself: if one were cut off, nobody would know whether the post
        // is published.
        var done = await retries.Once.ExecuteAsync(
            async _ => await recoup.ExecuteAsync(call, cancellationToken: CancellationToken.None), cancellationToken);
        return Id(done.Data);
    });

    /// <summary>Publishes the post and returns its id.</summary>
    public ValueTask<string> SendAsync(CancellationToken cancellationToken) => _send(cancellationToken);

    // The post is published, whatever the response contains: a missing id is not a failure.
    private static string Id(JsonElement data) =>
        data.ValueKind is JsonValueKind.Object && data.TryGetProperty("id", out var id) ? id.ToString() : "posted";
}
