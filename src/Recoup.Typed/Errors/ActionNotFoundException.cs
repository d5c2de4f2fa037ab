using System.Net;

namespace Recoup.Typed;

/// <summary>No connector of the account has an action with this slug (status 404).</summary>
/// <remarks>A deployed server answers so as well when the connector is not connected, or when its catalog cannot be had (divergences D3 and D6).</remarks>
public sealed class ActionNotFoundException : RecoupException
{
    /// <summary>Makes an exception as the client would throw it, for example in a test of a caller's error handling.</summary>
    /// <param name="message">What happened, to whom, and in the server's words why.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ActionNotFoundException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.NotFound, innerException)
    {
    }
}
