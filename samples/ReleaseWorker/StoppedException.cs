namespace ReleaseWorker;

/// <summary>The program cannot continue until a person acts. The message says what to do.</summary>
internal sealed class StoppedException(
    ExitCode exitCode, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public ExitCode ExitCode { get; } = exitCode;
}
