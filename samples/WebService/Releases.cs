using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Recoup.Actions;
using Recoup.Typed;

namespace WebService;

/// <summary>Posts a release on LinkedIn for an artist, or for the account of the key if no artist is given.</summary>
internal static class Releases
{
    public static void MapReleases(this IEndpointRouteBuilder app) =>
        app.MapPost("/releases", PostAsync);

    private static async Task<Results<Ok<Posted>, ValidationProblem>> PostAsync(
        Guid? artist, Release release, RecoupClient recoup, CancellationToken cancellationToken)
    {
        var cover = release.Cover is null
            ? null
            : await recoup.StageFileAsync(LinkedIn.CreateLinkedInPost, release.Cover, cancellationToken);

        ActionCall<JsonElement> post;
        try
        {
            post = LinkedIn.CreateLinkedInPost(author: release.Author, commentary: release.Text, images: cover is null ? null : [cover]);
        }
        catch (ArgumentException e)
        {
            // The call is created here and sent below, so the exception can only come from a bound of the action's schema.
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [e.ParamName ?? ""] = [e.Message] });
        }

        // Do not pass the request's token: if the browser disconnects, the post must not be left in an unknown state.
        var done = await recoup.ExecuteAsync(post, artist, CancellationToken.None);
        return TypedResults.Ok(new Posted(done.Data.TryGetProperty("id", out var id) ? id.ToString() : null));
    }

    internal sealed record Release(string Author, string Text, Uri? Cover);

    /// <param name="Id">The id of the post; null if LinkedIn returned none.</param>
    internal sealed record Posted(string? Id);
}
