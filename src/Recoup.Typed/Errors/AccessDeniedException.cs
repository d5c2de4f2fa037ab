using System.Net;

namespace Recoup.Typed;

/// <summary>The caller may not act for the account that the call named (status 403).</summary>
/// <remarks>Listing for an account may be allowed where executing for it is not (divergence D17).</remarks>
public sealed class AccessDeniedException : RecoupException
{
    /// <summary>Makes an exception as the client would throw it, for example in a test of a caller's error handling.</summary>
    /// <param name="message">What happened, to whom, and in the server's words why.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public AccessDeniedException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.Forbidden, innerException)
    {
    }
}
