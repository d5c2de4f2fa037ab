using System.Net;
using System.Text.Json;

namespace Recoup.Typed;

/// <summary>The action was executed, but reports that it failed: status 200, and <c>result.successful</c> is false.</summary>
/// <remarks>Not thrown when <see cref="RecoupClientOptions.ThrowOnUnsuccessfulResult"/> is off.</remarks>
public sealed class ActionFailedException : RecoupException
{
    /// <summary>Initializes an exception as the client throws it, for example for a test of error handling.</summary>
    /// <param name="message">The message: what was called, what happened, and the reason that the action gave.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public ActionFailedException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.OK, innerException)
    {
    }

    /// <summary>The result as received; its kind is Undefined if the exception was created without one.</summary>
    public JsonElement Result { get; init; }
}
