using System.Text.Json;
using Recoup.Typed;

namespace ReleaseWorker.Channels;

/// <summary>A post that is ready to be published.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Slug">The slug of the action that publishes the post.</param>
/// <param name="SendAsync">Publishes the post and returns its id.</param>
internal sealed record Post(Channel Channel, string Slug, Func<CancellationToken, ValueTask<string>> SendAsync)
{
    public static Post Of<T>(Channel channel, ActionCall<T> call, RecoupClient recoup, Retries retries) =>
        new(channel, call.Slug, async token =>
    {
        // The token ends the wait for the next attempt, but not an attempt itself: if one were cut off, nobody would know whether the post
        // is published. AddRecoupRetries would not stop waiting.
        var done = await retries.Once.ExecuteAsync(
            async _ => await recoup.ExecuteAsync(call, cancellationToken: CancellationToken.None), token);

        // The post is published, whatever the response contains: a missing id is not a failure.
        return done.Data.ValueKind is JsonValueKind.Object && done.Data.TryGetProperty("id", out var id) ? id.ToString() : "posted";
    });
}
