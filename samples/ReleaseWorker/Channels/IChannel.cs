namespace ReleaseWorker.Channels;

internal interface IChannel
{
    Channel Channel { get; }

    /// <summary>The slug of the connector it needs.</summary>
    string Connector { get; }

    /// <summary>Does all that can fail without harm: uploads, and checks the post against the schema of its action by making its call.</summary>
    Task<Post> PrepareAsync(CancellationToken cancellationToken);
}
