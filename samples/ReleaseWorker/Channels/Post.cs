using System.Text.Json;
using Recoup.Typed;

namespace ReleaseWorker.Channels;

/// <summary>A post that is ready to go out.</summary>
internal sealed class Post
{
    private readonly Func<CancellationToken, ValueTask<string>> _send;

    private Post(Channel channel, string slug, Func<CancellationToken, ValueTask<string>> send) => (Channel, Slug, _send) = (channel, slug, send);

    public Channel Channel { get; }

    /// <summary>The action that publishes it.</summary>
    public string Slug { get; }

    public static Post Of<T>(Channel channel, ActionCall<T> call, RecoupClient recoup, Retries retries) => new(channel, call.Slug, async cancellationToken =>
    {
        // The token ends the wait for the next attempt, not an attempt: one that is cut off leaves nobody knowing whether the post is out.
        var done = await retries.Once.ExecuteAsync(async _ => await recoup.ExecuteAsync(call, cancellationToken: CancellationToken.None), cancellationToken);
        return Id(done.Data);
    });

    /// <summary>Publishes it and tells its id.</summary>
    public ValueTask<string> SendAsync(CancellationToken cancellationToken) => _send(cancellationToken);

    // It is out, whatever the answer looks like: a missing id is no reason to fail.
    private static string Id(JsonElement data) =>
        data.ValueKind is JsonValueKind.Object && data.TryGetProperty("id", out var id) ? id.ToString() : "posted";
}
