using System.Net;
using Recoup.Typed;

namespace ReleaseWorker;

/// <summary>What a failed call tells. Two questions, and they are not the same.</summary>
internal static class Failures
{
    /// <summary>Could the same call succeed a little later?</summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        RecoupException e => e.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
        HttpRequestException => true,
        TaskCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    /// <summary>Could the action have taken effect, although its caller got no good answer? When in doubt: yes.</summary>
    public static bool MayHaveTakenEffect(Exception failure) => failure switch
    {
        // It was executed, and says itself that it came to nothing.
        ActionFailedException => false,
        // Only a stop before the call: a post that is under way is never canceled, see Publication.
        OperationCanceledException and not TaskCanceledException { InnerException: TimeoutException } => false,
        _ => RecoupClient.MayHaveExecuted(failure),
    };
}
