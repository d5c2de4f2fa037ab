using System.Net;

namespace Recoup.Typed;

/// <summary>The connector of the action is not connected (status 409). Authorize it with POST /api/connectors, then call again.</summary>
/// <remarks>A deployed server answers 404 instead (divergence D3).</remarks>
public sealed class ConnectorNotConnectedException : RecoupException
{
    /// <summary>Makes an exception as the client would throw it, for example in a test of a caller's error handling.</summary>
    /// <param name="message">What happened, to whom, and in the server's words why.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ConnectorNotConnectedException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.Conflict, innerException)
    {
    }
}
