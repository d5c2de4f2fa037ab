using System.Net;

namespace Recoup.Typed;

/// <summary>
/// The API answered, and the answer is an error or cannot be read. Each documented status has an exception of its own, derived from
/// this one; any other status is this one itself.
/// </summary>
/// <remarks>
/// When there is no answer, the exceptions of <see cref="HttpClient"/> reach the caller unchanged: <see cref="HttpRequestException"/>
/// for a fault of the transport, <see cref="TaskCanceledException"/> for a cancellation, and the same with an inner
/// <see cref="TimeoutException"/> for a timeout. The message and <see cref="Exception.ToString"/> never hold the credential: where
/// the server quotes it, it reads <c>***</c>.
/// </remarks>
public class RecoupException : Exception
{
    private ErrorDetails _details = new();

    /// <summary>Makes an exception as the client would throw it, for example in a test of a caller's error handling.</summary>
    /// <param name="message">What happened, to whom, and in the server's words why.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public RecoupException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of one status.</summary>
    private protected RecoupException(string message, HttpStatusCode statusCode, Exception? innerException)
        : base(message, innerException) => _details = new ErrorDetails { StatusCode = statusCode };

    /// <summary>
    /// The status of the answer: 200 where a successful answer could not be read or tells of a failure; 0 where the exception was
    /// made without one.
    /// </summary>
    public HttpStatusCode StatusCode { get => _details.StatusCode; init => _details = _details with { StatusCode = value }; }

    /// <summary>The <c>operationId</c> of the operation, for example <c>executeConnectorAction</c>.</summary>
    public string? Operation { get => _details.Operation; init => _details = _details with { Operation = value }; }

    /// <summary>The slug of the action, where one was to be executed.</summary>
    public string? Slug { get => _details.Slug; init => _details = _details with { Slug = value }; }

    /// <summary>The account the call named; null for the caller's own.</summary>
    public Guid? Account { get => _details.Account; init => _details = _details with { Account = value }; }

    /// <summary>
    /// What the server said, from any of the forms its errors take: the documented one (<c>error</c> a number, <c>message</c> a
    /// text), and those it is known to send instead (divergence D1). Null where the body has no such text.
    /// </summary>
    public string? ServerMessage { get => _details.ServerMessage; init => _details = _details with { ServerMessage = value }; }

    /// <summary>
    /// The path of the first member of the request that the server objected to, where it names one (<c>missing_fields</c>; the
    /// member may be present and merely wrong). Empty otherwise.
    /// </summary>
    public IReadOnlyList<string> MissingFields { get => _details.MissingFields; init => _details = _details with { MissingFields = value }; }

    /// <summary>The body of the answer as it came, whatever it is, with the credential struck out; empty when there was none.</summary>
    public string ResponseBody { get => _details.ResponseBody; init => _details = _details with { ResponseBody = value }; }

    /// <summary>Fills in what is known of the exchange, before the exception is thrown.</summary>
    internal void Describe(ErrorDetails details) => _details = details;
}
