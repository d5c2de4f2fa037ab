using System.Net;

namespace Recoup.Typed;

/// <summary>
/// The server refused the request as malformed (status 400), for example because the parameters do not match the schema of the action.
/// </summary>
/// <remarks>
/// A deployed server does not check parameters (divergence D5). It returns 500, or 200 with an unsuccessful result, instead.
/// </remarks>
public sealed class InvalidRequestException : RecoupException
{
    /// <summary>Initializes an exception as the client throws it, for example for a test of error handling.</summary>
    /// <param name="message">The message: what was called, what happened, and the reason that the server gave.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public InvalidRequestException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.BadRequest, innerException)
    {
    }
}
