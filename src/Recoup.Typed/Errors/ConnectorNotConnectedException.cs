using System.Net;

namespace Recoup.Typed;

/// <summary>The connector of the action is not connected (status 409). Authorize it with POST /api/connectors, then call again.</summary>
/// <remarks>A deployed server returns 404 instead (divergence D3).</remarks>
public sealed class ConnectorNotConnectedException : RecoupException
{
    /// <summary>Initializes an exception as the client throws it, for example for a test of error handling.</summary>
    /// <param name="message">The message: what was called, what happened, and the reason that the server gave.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public ConnectorNotConnectedException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.Conflict, innerException)
    {
    }
}
