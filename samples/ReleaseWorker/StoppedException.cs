namespace ReleaseWorker;

/// <summary>The program cannot go on without somebody's help; the message says whose, and the code tells a scheduler.</summary>
internal sealed class StoppedException(ExitCode exitCode, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public ExitCode ExitCode { get; } = exitCode;
}
