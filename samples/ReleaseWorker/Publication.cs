using Microsoft.Extensions.Logging;
using ReleaseWorker.Channels;

namespace ReleaseWorker;

/// <summary>Posts a release once in each channel, over as many runs as that takes.</summary>
/// <remarks>
/// A post cannot be taken back, and an answer can be lost. So the sheet says "posting" before a post goes out, and its id afterwards. Whatever
/// happens in between, the next run sees which posts are out, which are not, and which somebody has to look at. Two runs for the same
/// release at one time are not foreseen: a sheet is no lock.
/// </remarks>
internal sealed class Publication(
    Connections connections, ReleaseSheet sheet, IEnumerable<IChannel> channels, ILogger<Publication> logger)
{
    /// <exception cref="StoppedException">Somebody has to do something first.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        await connections.RequireAsync(["googlesheets", .. channels.Select(channel => channel.Connector)], stopping);

        var row = await sheet.ReadAsync(stopping);
        logger.Found(row.Release, row.Number, row.ToString());

        // All that can fail without harm, for all channels, before the first post.
        var posts = new List<Post>();
        foreach (var channel in channels.Where(channel => IsPending(row, channel.Channel)))
        {
            var post = await channel.PrepareAsync(stopping);
            logger.Prepared(post.Channel, post.Slug);
            posts.Add(post);
        }

        foreach (var post in posts)
            row = await PostAsync(row, post, stopping);
        logger.Done(row.Release);
    }

    private bool IsPending(ReleaseRow row, Channel channel)
    {
        switch (row[channel])
        {
            case "":
                return true;
            case ReleaseRow.Posting:
                throw Unsettled(row, channel, "An earlier run began to post and never learned how it ended");
            case var post:
                logger.AlreadyPosted(channel, post);
                return false;
        }
    }

    private async Task<ReleaseRow> PostAsync(ReleaseRow row, Post post, CancellationToken stopping)
    {
        await sheet.WriteAsync(row.With(post.Channel, ReleaseRow.Posting), stopping);
        string id;
        try
        {
            id = await post.SendAsync(stopping);
        }
        catch (Exception failure) when (Failures.MayHaveTakenEffect(failure))
        {
            throw Unsettled(row, post.Channel, failure.Message, failure);
        }
        catch (Exception failure)
        {
            logger.NotPosted(post.Channel, failure.Message);
            await sheet.WriteAsync(row, CancellationToken.None);
            throw;
        }

        logger.Posted(post.Channel, id);
        row = row.With(post.Channel, id);
        // What is out has to be written down, even when the program is to stop.
        await sheet.WriteAsync(row, CancellationToken.None);
        return row;
    }

    private static StoppedException Unsettled(ReleaseRow row, Channel channel, string reason, Exception? cause = null) => new(
        ExitCode.LookFirst,
        $"{channel}: the post may be out. {reason}. Look at the account; then write the id of the post into cell {row.CellOf(channel)}, or clear it to post again",
        cause);
}
