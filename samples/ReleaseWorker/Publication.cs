using Microsoft.Extensions.Logging;
using Recoup.Actions;
using ReleaseWorker.Channels;

namespace ReleaseWorker;

/// <summary>Posts a release once in each channel, in as many runs as necessary.</summary>
/// <remarks>
/// A post cannot be undone, and a response can be lost. So the sheet says "posting" before a post is sent, and contains its id afterwards.
/// Whatever happens in between, the next run sees which posts are published, which are not, and which a person has to check. Do not run two
/// processes for the same release at the same time: a sheet is not a lock.
/// </remarks>
internal sealed class Publication(
    Connections connections, ReleaseSheet sheet, IEnumerable<IChannel> channels, ILogger<Publication> logger)
{
    /// <exception cref="StoppedException">A person has to act first.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        await connections.RequireAsync([GoogleSheets.BatchUpdate, .. channels.Select(channel => channel.Action)], stopping);

        var row = await sheet.ReadAsync(stopping);
        logger.Found(row.Release, row.Number, row.ToString());

        // Do everything that may fail harmlessly for all channels before the first post.
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
                throw Unsettled(row, channel, "An earlier run began to post, but did not record the outcome");
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
        // A published post has to be recorded even if the program is stopping.
        await sheet.WriteAsync(row, CancellationToken.None);
        return row;
    }

    private static StoppedException Unsettled(ReleaseRow row, Channel channel, string reason, Exception? cause = null) => new(
        ExitCode.LookFirst,
        $"{channel}: the post may be published. {reason}. Check the account, then write the id of the post to cell {row.CellOf(channel)}, "
            + "or clear the cell to post again",
        cause);
}
