namespace Recoup.Emulator;

/// <summary>
/// The emulator's own complaint about the test that uses it: an unscripted call in strict mode, a stub for an unknown action, an
/// expectation that does not hold. Never an answer of the API. In process it travels out of the client to the test;
/// on a port it is a 501 with a problem document (RFC 9457).
/// </summary>
public sealed class RecoupEmulatorException : Exception
{
    /// <summary>Creates a complaint.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public RecoupEmulatorException(string message)
        : base(message) { }

    /// <summary>Creates a complaint that has a cause.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What the test's own code threw.</param>
    public RecoupEmulatorException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Creates a complaint without words.</summary>
    public RecoupEmulatorException()
        : base("The emulator cannot go on.") { }
}
