using System.Net;

namespace Recoup.Typed;

/// <summary>The server refused the request as malformed (status 400), for example because the parameters do not match the schema of the action.</summary>
/// <remarks>A deployed server does not check parameters (divergence D5); it answers 500, or 200 with an unsuccessful result, instead.</remarks>
public sealed class InvalidRequestException : RecoupException
{
    /// <summary>Makes an exception as the client would throw it, for example in a test of a caller's error handling.</summary>
    /// <param name="message">What happened, to whom, and in the server's words why.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public InvalidRequestException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.BadRequest, innerException)
    {
    }
}
