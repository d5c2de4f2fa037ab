using System.Net;

namespace Recoup.Typed;

/// <summary>The third-party service failed or did not answer in time (status 502).</summary>
/// <remarks>
/// Nothing is known about whether the service acted, so nothing is retried. A deployed server answers 500, or 200 with an unsuccessful
/// result, instead (divergence D4).
/// </remarks>
public sealed class UpstreamFailureException : RecoupException
{
    /// <summary>Makes an exception as the client would throw it, for example in a test of a caller's error handling.</summary>
    /// <param name="message">What happened, to whom, and in the server's words why.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public UpstreamFailureException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.BadGateway, innerException)
    {
    }
}
