using System.Net;

namespace Recoup.Typed;

/// <summary>The credential is missing, unknown or expired, or the request had two of them (status 401).</summary>
/// <remarks>The server does not distinguish an unknown key from an expired one.</remarks>
public sealed class UnauthorizedException : RecoupException
{
    /// <summary>Initializes an exception as the client throws it, for example for a test of error handling.</summary>
    /// <param name="message">The message: what was called, what happened, and the reason that the server gave.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public UnauthorizedException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.Unauthorized, innerException)
    {
    }
}
