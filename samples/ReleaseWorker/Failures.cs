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

    /// <summary>Could the action have been executed, although its caller got no good answer? When in doubt: yes.</summary>
    public static bool MayHaveExecuted(Exception failure) => failure switch
    {
        // It was executed, and says itself that it came to nothing.
        ActionFailedException => false,
        // A 3xx or 4xx is given before anything is executed. A 5xx is not, and a 200 that cannot be read least of all.
        RecoupException e => (int)e.StatusCode is not (>= 300 and < 500) || e.StatusCode is HttpStatusCode.RequestTimeout,
        // No connection stood, so no request went out. All else (a reset, a reply that broke off) may have come after the deed.
        HttpRequestException e => e.HttpRequestError
            is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError),
        // The client's time-out. A post is never cancelled by anything else: see Publication.
        TaskCanceledException { InnerException: TimeoutException } => true,
        OperationCanceledException => false,
        _ => true,
    };
}
