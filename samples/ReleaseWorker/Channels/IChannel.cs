namespace ReleaseWorker.Channels;

internal interface IChannel
{
    Channel Channel { get; }

    /// <summary>The slug of the connector that the channel needs.</summary>
    string Connector { get; }

    /// <summary>
    /// Does everything that may fail harmlessly before the post: uploads the cover, and creates the call, which checks the post against the
    /// schema of its action.
    /// </summary>
    Task<Post> PrepareAsync(CancellationToken cancellationToken);
}
