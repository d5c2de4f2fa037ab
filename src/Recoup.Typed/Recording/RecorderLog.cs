using Microsoft.Extensions.Logging;

namespace Recoup.Typed.Recording;

/// <summary>The messages that the recorder logs. None of them contains a value of a call.</summary>
internal static partial class RecorderLog
{
    /// <summary>The full name of <see cref="RecoupRecorder"/>.</summary>
    public const string Category = "Recoup.Typed.RecoupRecorder";

    [LoggerMessage(1, LogLevel.Warning, "Calls are not recorded until this is solved; they succeed. {Problem}")]
    public static partial void CannotWrite(this ILogger logger, string problem);

    [LoggerMessage(2, LogLevel.Information, "Calls are recorded again in {Path}")]
    public static partial void CanWriteAgain(this ILogger logger, string path);

    [LoggerMessage(
        3, LogLevel.Warning, "A call was not recorded: its {Part} has more than {Limit} bytes (RecoupRecorderOptions.MaxBodyBytes)")]
    public static partial void TooLarge(this ILogger logger, string part, int limit);

    [LoggerMessage(4, LogLevel.Warning, "A call was not recorded: the content of its request can be read only once, to send it")]
    public static partial void ReadOnce(this ILogger logger);

    [LoggerMessage(5, LogLevel.Warning, "A call was not recorded: {Path} cannot be written as fast as calls are made")]
    public static partial void TooFast(this ILogger logger, string path);

    [LoggerMessage(6, LogLevel.Warning, "A call was not recorded: it cannot be read ({Problem})")]
    public static partial void Unreadable(this ILogger logger, string problem);
}
