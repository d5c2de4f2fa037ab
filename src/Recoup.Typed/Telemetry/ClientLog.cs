using Microsoft.Extensions.Logging;

namespace Recoup.Typed.Telemetry;

/// <summary>What the client logs. Failures are the caller's to judge, so nothing is above Debug but them, and they are warnings.</summary>
internal static partial class ClientLog
{
    /// <summary>Stands for the slug where no action was called.</summary>
    public const string NoSlug = "-";

    [LoggerMessage(1, LogLevel.Debug, "{Operation} {Slug} was answered {Status} after {Milliseconds} ms")]
    public static partial void Succeeded(this ILogger logger, string operation, string slug, int? status, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Operation} {Slug} failed with {ErrorType}, status {Status}, after {Milliseconds} ms")]
    public static partial void Failed(this ILogger logger, string operation, string slug, string errorType, int status, double milliseconds);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} {Slug} got no answer: {ErrorType} after {Milliseconds} ms")]
    public static partial void Unanswered(this ILogger logger, string operation, string slug, string errorType, double milliseconds);
}
