using Microsoft.Extensions.Logging;

namespace Recoup.Typed.Telemetry;

/// <summary>The messages that the client logs. Failures are warnings, because only the caller can tell whether one is an error.</summary>
internal static partial class ClientLog
{
    /// <summary>Replaces the slug if the operation executes no action.</summary>
    public const string NoSlug = "-";

    [LoggerMessage(1, LogLevel.Debug, "{Operation} {Slug} returned {Status} after {Milliseconds} ms")]
    public static partial void Succeeded(this ILogger logger, string operation, string slug, int? status, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Operation} {Slug} failed with {ErrorType}, status {Status}, after {Milliseconds} ms")]
    public static partial void Failed(
        this ILogger logger, string operation, string slug, string errorType, int status, double milliseconds);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} {Slug} got no response: {ErrorType} after {Milliseconds} ms")]
    public static partial void Unanswered(this ILogger logger, string operation, string slug, string errorType, double milliseconds);
}
