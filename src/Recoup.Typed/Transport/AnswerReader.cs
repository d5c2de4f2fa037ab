using System.Text.Json;

namespace Recoup.Typed.Transport;

/// <summary>Turns an answer into what the operation promises, or into the exception that tells why not.</summary>
internal static class AnswerReader
{
    // Results are foreign and may nest deeper than the usual 64; reading is not recursive, so the bound is only there to be one.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    public static T Read<T>(ApiAnswer answer, ApiRequest<T> request)
    {
        if (!answer.IsSuccess)
        {
            var body = ErrorBody.Read(answer);
            throw Described(StatusExceptionTable.Of(answer.Status, ErrorText.Refusal(request, answer, body)), answer, request, body);
        }

        if (request.Read is not { } read)
            return default!;
        if (answer.Body.IsEmpty)
            throw Unreadable(answer, request, "there is nothing to read");
        if (!TryParse(answer.Body, out var json))
            throw Unreadable(answer, request, "the body is not JSON");
        T value;
        try
        {
            value = read(new ResponseElement(json));
        }
        catch (ResponseShapeException exception)
        {
            throw Unreadable(answer, request, exception.Message);
        }

        return request.FindFailure?.Invoke(value) is { } failure ? throw Failed(answer, request, failure) : value;
    }

    public static bool TryParse(ReadOnlyMemory<byte> body, out JsonElement json)
    {
        try
        {
            json = JsonElement.Parse(body.Span, Options);
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }

    /// <summary>An exception about an answer, with a message of its own.</summary>
    public static RecoupException Failure<T>(ApiAnswer answer, ApiRequest<T> request, string message) =>
        Described(new RecoupException(message), answer, request, ErrorBody.Read(answer));

    private static RecoupException Unreadable<T>(ApiAnswer answer, ApiRequest<T> request, string reason)
    {
        var body = ErrorBody.Read(answer);
        return Described(new RecoupException(ErrorText.Unreadable(request, answer, body, reason)), answer, request, body);
    }

    private static ActionFailedException Failed<T>(ApiAnswer answer, ApiRequest<T> request, ActionFailure failure)
    {
        var words = failure.Message is { } said ? answer.Redact(said) : ErrorBody.Read(answer).Message;
        var message = $"{ErrorText.Subject(request)} was executed and failed: {(words is null ? "it gives no reason." : Excerpt.Of(words))}";
        return Described(new ActionFailedException(message) { Result = failure.Result }, answer, request, new ErrorBody(words, []));
    }

    private static TException Described<TException, T>(TException exception, ApiAnswer answer, ApiRequest<T> request, ErrorBody body)
        where TException : RecoupException
    {
        exception.Describe(new ErrorDetails
        {
            StatusCode = answer.Status,
            Operation = request.Operation.Id,
            Slug = request.Subject.Slug,
            Account = request.Subject.Account,
            ServerMessage = body.Message,
            MissingFields = body.MissingFields,
            ResponseBody = answer.Text,
        });
        return exception;
    }
}
