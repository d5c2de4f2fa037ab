namespace Recoup.Emulator;

/// <summary>
/// An error of the emulator itself, which the test has to resolve: an unscripted call in strict mode, a stub for an unknown action,
/// an expectation that failed. It is never a response of the API. In process, the client throws it and the test fails with it;
/// on a port, the response is a 501 with a problem document (RFC 9457).
/// </summary>
public sealed class RecoupEmulatorException : Exception
{
    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The problem and its solution.</param>
    public RecoupEmulatorException(string message)
        : base(message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">The problem and its solution.</param>
    /// <param name="innerException">The exception that the test's own code threw.</param>
    public RecoupEmulatorException(string message, Exception innerException)
        : base(message, innerException) { }

    internal RecoupEmulatorException(string message, IReadOnlyList<object> problems)
        : base(message) => Problems = problems;

    /// <summary>What is wrong with a world, for the control API.</summary>
    internal IReadOnlyList<object> Problems { get; } = [];

    /// <summary>Creates an exception with a general message.</summary>
    public RecoupEmulatorException()
        : base("The emulator cannot continue.") { }
}
