using System.Net;

namespace Recoup.Typed;

/// <summary>The credential is missing, unknown or expired, or there were two of them (status 401).</summary>
/// <remarks>The server does not tell an unknown key from an expired one.</remarks>
public sealed class UnauthorizedException : RecoupException
{
    /// <summary>Makes an exception as the client would throw it, for example in a test of a caller's error handling.</summary>
    /// <param name="message">What happened, to whom, and in the server's words why.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public UnauthorizedException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.Unauthorized, innerException)
    {
    }
}
