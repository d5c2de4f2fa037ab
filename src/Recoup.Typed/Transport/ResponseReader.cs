using Recoup.Typed.Generated;

namespace Recoup.Typed.Transport;

/// <summary>Reads a response as the operation promises, or throws the exception that explains why that is not possible.</summary>
internal static class ResponseReader
{
    public static T Read<T>(ApiResponse response, ApiRequest<T> request)
    {
        if (!response.IsSuccess)
            throw Refused(response, request);
        if (request.Read is not { } read)
            return default!;
        if (response.Flaw is { } flaw)
            throw Unreadable(response, request, flaw);
        if (response.Body.IsEmpty)
            throw Unreadable(response, request, "the body is missing");
        if (!response.TryParse(out var json))
            throw Unreadable(response, request, "the body is not JSON");
        T value;
        try
        {
            value = read(new ResponseElement(json));
        }
        catch (ResponseShapeException exception)
        {
            throw Unreadable(response, request, exception.Message);
        }

        return request.FindFailure?.Invoke(value) is { } failure ? throw Failed(response, request, failure) : value;
    }

    /// <summary>Creates the exception of a response by its status.</summary>
    public static RecoupException Refused<T>(ApiResponse response, ApiRequest<T> request)
    {
        var body = ErrorBody.Read(response);
        var message = ErrorText.Refusal(request, response, body);
        return Described(StatusExceptionTable.Of(response.Status, message, request.Subject.Slug is not null), response, request, body);
    }

    /// <summary>Creates an exception about a response with the given message.</summary>
    public static RecoupException Failure<T>(ApiResponse response, ApiRequest<T> request, string message) =>
        Described(new RecoupException(message), response, request, ErrorBody.Read(response));

    /// <summary>Creates the exception about the first response to a request that a handler tried to send again.</summary>
    public static RecoupException First<T>(ApiResponse response, ApiRequest<T> request) =>
        response.IsSuccess ? Failure(response, request, ErrorText.Succeeded(request, response)) : Refused(response, request);

    private static RecoupException Unreadable<T>(ApiResponse response, ApiRequest<T> request, string reason)
    {
        var body = ErrorBody.Read(response);
        return Described(new RecoupException(ErrorText.Unreadable(request, response, body, reason)), response, request, body);
    }

    private static ActionFailedException Failed<T>(ApiResponse response, ApiRequest<T> request, ActionFailure failure)
    {
        var reason = failure.Message is { } given ? response.Redact(given) : ErrorBody.Read(response).Message;
        var exception = new ActionFailedException(ErrorText.Failed(request, reason)) { Result = response.Redact(failure.Result) };
        return Described(exception, response, request, new ErrorBody(reason, []));
    }

    private static TException Described<TException, T>(TException exception, ApiResponse response, ApiRequest<T> request, ErrorBody body)
        where TException : RecoupException
    {
        exception.Describe(new ErrorDetails
        {
            StatusCode = response.Status,
            Operation = request.Operation.Id,
            Slug = request.Subject.Slug,
            Account = request.Subject.Account,
            ServerMessage = body.Message,
            MissingFields = body.MissingFields,
            ResponseBody = response.Text,
        });
        return exception;
    }
}
