using Microsoft.Extensions.Logging;

namespace ReleaseWorker;

/// <summary>All that this program logs. Messages of the client's exceptions are safe to log: the key is in none of them.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Release {Release} stands in row {Row}: {Posts}")]
    public static partial void Found(this ILogger logger, string release, int row, string posts);

    [LoggerMessage(2, LogLevel.Information, "{Channel}: already posted as {Post}")]
    public static partial void AlreadyPosted(this ILogger logger, Channel channel, string post);

    [LoggerMessage(3, LogLevel.Information, "{Channel}: {Slug} is ready")]
    public static partial void Prepared(this ILogger logger, Channel channel, string slug);

    [LoggerMessage(4, LogLevel.Information, "{Channel}: posted as {Post}")]
    public static partial void Posted(this ILogger logger, Channel channel, string post);

    [LoggerMessage(5, LogLevel.Warning, "{Channel}: not posted: {Reason}")]
    public static partial void NotPosted(this ILogger logger, Channel channel, string reason);

    [LoggerMessage(6, LogLevel.Warning, "Again in {Seconds} s: {Reason}")]
    public static partial void Retrying(this ILogger logger, double seconds, string reason);

    [LoggerMessage(7, LogLevel.Information, "Release {Release} is out everywhere")]
    public static partial void Done(this ILogger logger, string release);

    [LoggerMessage(8, LogLevel.Error, "{Reason}")]
    public static partial void Stopped(this ILogger logger, string reason);

    [LoggerMessage(9, LogLevel.Warning, "Interrupted between two steps. Run it again: it goes on here")]
    public static partial void Interrupted(this ILogger logger);
}
