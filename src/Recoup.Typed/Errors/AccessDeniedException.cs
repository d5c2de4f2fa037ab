using System.Net;

namespace Recoup.Typed;

/// <summary>The caller may not act for the account that the call names (status 403).</summary>
/// <remarks>The server may list the actions of an account for a caller who may not execute them (divergence D17).</remarks>
public sealed class AccessDeniedException : RecoupException
{
    /// <summary>Initializes an exception as the client throws it, for example for a test of error handling.</summary>
    /// <param name="message">The message: what was called, what happened, and the reason that the server gave.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public AccessDeniedException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.Forbidden, innerException)
    {
    }
}
