using Microsoft.Extensions.Logging;

namespace ReleaseWorker;

/// <summary>The messages that this program logs. The messages of the client's exceptions never contain the key.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Release {Release} is in row {Row}: {Posts}")]
    public static partial void Found(this ILogger logger, string release, int row, string posts);

    [LoggerMessage(2, LogLevel.Information, "{Channel}: already posted as {Post}")]
    public static partial void AlreadyPosted(this ILogger logger, Channel channel, string post);

    [LoggerMessage(3, LogLevel.Information, "{Channel}: {Slug} is ready")]
    public static partial void Prepared(this ILogger logger, Channel channel, string slug);

    [LoggerMessage(4, LogLevel.Information, "{Channel}: posted as {Post}")]
    public static partial void Posted(this ILogger logger, Channel channel, string post);

    [LoggerMessage(5, LogLevel.Warning, "{Channel}: not posted: {Reason}")]
    public static partial void NotPosted(this ILogger logger, Channel channel, string reason);

    [LoggerMessage(6, LogLevel.Warning, "Retrying in {Seconds} s: {Reason}")]
    public static partial void Retrying(this ILogger logger, double seconds, string reason);

    [LoggerMessage(7, LogLevel.Information, "Release {Release} is posted in every channel")]
    public static partial void Done(this ILogger logger, string release);

    [LoggerMessage(8, LogLevel.Error, "{Reason}")]
    public static partial void Stopped(this ILogger logger, string reason);

    [LoggerMessage(9, LogLevel.Warning, "Interrupted between two steps. Run it again to continue here")]
    public static partial void Interrupted(this ILogger logger);
}
