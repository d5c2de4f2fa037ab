using System.Net;

namespace Recoup.Typed;

/// <summary>
/// The API responded, but the response is an error or cannot be read. Each documented status has its own subclass; any other status
/// throws this class.
/// </summary>
/// <remarks>
/// If there is no response, the exceptions of <see cref="HttpClient"/> reach the caller unchanged: <see cref="HttpRequestException"/>
/// for a network failure, <see cref="TaskCanceledException"/> for a cancellation, and the same with an inner
/// <see cref="TimeoutException"/> for a timeout. The message and <see cref="Exception.ToString"/> never contain the credential: if the
/// server quotes it, it is replaced by <c>***</c>.
/// </remarks>
public class RecoupException : Exception
{
    private ErrorDetails _details = new();

    /// <summary>Initializes an exception as the client throws it, for example for a test of error handling.</summary>
    /// <param name="message">The message: what was called, what happened, and the reason that the server gave.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public RecoupException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes an exception with a status.</summary>
    private protected RecoupException(string message, HttpStatusCode statusCode, Exception? innerException)
        : base(message, innerException) => _details = new ErrorDetails { StatusCode = statusCode };

    /// <summary>
    /// The status of the response: 200 if a successful response cannot be read or reports a failure; 0 if the exception was created
    /// without one.
    /// </summary>
    public HttpStatusCode StatusCode { get => _details.StatusCode; init => _details = _details with { StatusCode = value }; }

    /// <summary>The <c>operationId</c> of the operation, for example <c>executeConnectorAction</c>.</summary>
    public string? Operation { get => _details.Operation; init => _details = _details with { Operation = value }; }

    /// <summary>The slug of the action; null if the operation executes none.</summary>
    public string? Slug { get => _details.Slug; init => _details = _details with { Slug = value }; }

    /// <summary>
    /// The slug of the action's connector, for example <c>googlesheets</c>; null if the operation executes no action. It is the text of
    /// <see cref="Slug"/> before the first <c>_</c>, in lower case, as the server reads it (divergence D10).
    /// </summary>
    public string? ConnectorSlug => Slug is { } slug ? ConnectorPrefix.Of(slug) : null;

    /// <summary>The account that the call names; null for the caller's own.</summary>
    public Guid? Account { get => _details.Account; init => _details = _details with { Account = value }; }

    /// <summary>
    /// The error message of the server, read from any form of its errors: the documented one (<c>error</c> is a number, <c>message</c> a
    /// string), and the forms that deployed servers send instead (divergence D1). Null if the body has none.
    /// </summary>
    public string? ServerMessage { get => _details.ServerMessage; init => _details = _details with { ServerMessage = value }; }

    /// <summary>
    /// The path of the first member of the request to which the server objects (<c>missing_fields</c>; the member may be present but
    /// wrong). Empty if the server names none.
    /// </summary>
    public IReadOnlyList<string> MissingFields
    {
        get =>
        _details.MissingFields; init => _details = _details with { MissingFields = value };
    }

    /// <summary>
    /// The body of the response as received, at most its first 1 MiB, with the credential replaced by <c>***</c>; empty if there was none.
    /// </summary>
    public string ResponseBody { get => _details.ResponseBody; init => _details = _details with { ResponseBody = value }; }

    /// <summary>Sets the data before the exception is thrown.</summary>
    internal void Describe(ErrorDetails details) => _details = details;
}
