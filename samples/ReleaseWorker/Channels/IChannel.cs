namespace ReleaseWorker.Channels;

internal interface IChannel
{
    Channel Channel { get; }

    /// <summary>The action that posts.</summary>
    Delegate Action { get; }

    /// <summary>
    /// Does everything that may fail harmlessly before the post: uploads the cover, and creates the call, which checks the post against the
    /// schema of its action.
    /// </summary>
    Task<Post> PrepareAsync(CancellationToken cancellationToken);
}
