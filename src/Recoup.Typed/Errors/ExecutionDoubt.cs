using System.Net;

namespace Recoup.Typed;

/// <summary>Whether an action may have been executed although its call failed. If it is not known, the answer is true.</summary>
internal static class ExecutionDoubt
{
    // Nginx's status for a client that closed the connection before the response. The server may have gone on.
    private const HttpStatusCode ClientClosedRequest = (HttpStatusCode)499;

    public static bool Of(HttpStatusCode status) => (int)status is not (>= 300 and < 500)
        || status is HttpStatusCode.SeeOther or HttpStatusCode.RequestTimeout or ClientClosedRequest;

    public static bool Of(Exception failure) => failure switch
    {
        RecoupException response => Of(response.StatusCode),
        HttpRequestException exception => exception.HttpRequestError
            is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError),
        ArgumentException => false,

        // A handler sent the request twice: the first one decides.
        InvalidOperationException { InnerException: { } first } when first is RecoupException or HttpRequestException => Of(first),
        _ => true,
    };
}
