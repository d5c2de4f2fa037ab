using System.Net;

namespace Recoup.Typed;

/// <summary>No connector of the account has an action with this slug (status 404).</summary>
/// <remarks>
/// A deployed server also returns 404 when the connector is not connected, or when the catalog is not available (divergences D3 and D6).
/// </remarks>
public sealed class ActionNotFoundException : RecoupException
{
    /// <summary>Initializes an exception as the client throws it, for example for a test of error handling.</summary>
    /// <param name="message">The message: what was called, what happened, and the reason that the server gave.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public ActionNotFoundException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.NotFound, innerException)
    {
    }
}
