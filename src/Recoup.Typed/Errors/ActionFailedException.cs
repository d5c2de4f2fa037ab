using System.Net;
using System.Text.Json;

namespace Recoup.Typed;

/// <summary>The action was executed and says itself that it failed: status 200, and <c>result.successful</c> is false.</summary>
/// <remarks>Not thrown when <see cref="RecoupClientOptions.ThrowOnUnsuccessfulResult"/> is off.</remarks>
public sealed class ActionFailedException : RecoupException
{
    /// <summary>Makes an exception as the client would throw it, for example in a test of a caller's error handling.</summary>
    /// <param name="message">What happened, to whom, and in the action's words why.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ActionFailedException(string message, Exception? innerException = null)
        : base(message, HttpStatusCode.OK, innerException)
    {
    }

    /// <summary>The result as it came; of kind Undefined where the exception was made without one.</summary>
    public JsonElement Result { get; init; }
}
