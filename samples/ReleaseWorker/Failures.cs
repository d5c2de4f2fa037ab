using System.Net;
using Recoup.Typed;

namespace ReleaseWorker;

/// <summary>Answers two different questions about a failed call.</summary>
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

    /// <summary>Could the action have taken effect although the call failed? If it is not known: yes.</summary>
    public static bool MayHaveTakenEffect(Exception failure) => failure switch
    {
        // The action was executed, but reports that it failed.
        ActionFailedException => false,
        // This is always a stop before the call, because a post that is being sent is never canceled: see Post.
        OperationCanceledException and not TaskCanceledException { InnerException: TimeoutException } => false,
        _ => RecoupClient.MayHaveExecuted(failure),
    };
}
