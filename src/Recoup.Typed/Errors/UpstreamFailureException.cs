using System.Net;

namespace Recoup.Typed;

/// <summary>The third-party service failed or did not respond in time (status 502).</summary>
/// <remarks>
/// The service may have executed the action, so the client does not retry it. A deployed server returns 500, or 200 with an unsuccessful
/// result, instead (divergence D4).
/// </remarks>
public sealed class UpstreamFailureException : RecoupException
{
    /// <summary>Initializes an exception as the client throws it, for example for a test of error handling.</summary>
    /// <param name="message">The message: what was called, what happened, and the reason that the server gave.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public UpstreamFailureException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.BadGateway, innerException)
    {
    }
}
