using System.Globalization;
using System.Net;
using System.Text;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Transport;

/// <summary>The texts of error messages. Foreign text is shortened to one line; secrets are redacted before they get here.</summary>
internal static class ErrorText
{
    /// <summary>What was called: the slug of the action, or the operation.</summary>
    public static string Subject<T>(ApiRequest<T> request)
    {
        var name = request.Subject.Slug is { } slug ? Excerpt.Of(slug) : request.Operation.Id;
        return request.Subject.Account is { } account ? $"{name} (for account {account})" : name;
    }

    /// <summary>The message for a response whose status is an error.</summary>
    public static string Refusal<T>(ApiRequest<T> request, ApiResponse response, ErrorBody body)
    {
        var text = new StringBuilder(Subject(request)).Append(" returned ").Append(Status(response));
        if (response.IsRedirect)
        {
            text.Append(", a redirect").Append(Destination(response))
                .Append(". The client did not follow it, because the credential would have gone with it. Check the base address.");
        }
        else if (body.Message is { } message)
        {
            text.Append(": ").Append(Excerpt.Of(message));
        }
        else
        {
            text.Append(" with ").Append(Body(response));
        }

        if (body.MissingFields.Count > 0)
            text.Append(" (").AppendJoin('.', body.MissingFields.Select(Excerpt.Of)).Append(')');
        if (request.Operation.Statuses.TryGetValue((int)response.Status, out var meaning))
            text.Append(" [documented as: ").Append(meaning).Append(']');
        if (response.Status == HttpStatusCode.NotFound && request.Subject.Slug is not null)
            text.Append(". A deployed server also answers so if the connector is not connected; IsNotConnectedAsync finds out");
        return text.ToString();
    }

    /// <summary>The message for a success whose body is not as documented.</summary>
    public static string Unreadable<T>(ApiRequest<T> request, ApiResponse response, ErrorBody body, string reason)
    {
        var text = new StringBuilder(Subject(request)).Append(" returned ").Append(Status(response)).Append(", but ").Append(reason);
        text.Append(". The response has ").Append(Body(response));
        if (body.Message is { } message)
            text.Append(" The server says: ").Append(Excerpt.Of(message));
        return text.ToString();
    }

    /// <summary>The message for an action that reports its own failure.</summary>
    public static string Failed<T>(ApiRequest<T> request, string? reason) =>
        $"{Subject(request)} was executed, but failed: {(reason is null ? "the action gives no reason." : Excerpt.Of(reason))}";

    /// <summary>The message for a request that took too long.</summary>
    public static string TimedOut<T>(ApiRequest<T> request, TimeSpan timeout) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Subject(request)} timed out after {timeout.TotalSeconds:0.###} seconds (RecoupClientOptions.Timeout). "
        + $"The server may have executed it.");

    /// <summary>The message for a request that a handler sent twice; <paramref name="first"/> is how the first request ended.</summary>
    public static string Repeated<T>(ApiRequest<T> request, Exception? first)
    {
        var known = first is null ? "" : "; the inner exception says how the first request ended";
        return $"A handler of the HttpClient tried to send {Subject(request)} again. The client stopped it, because the action may already "
            + $"have been executed{known}. Remove the retries from the HttpClient's handlers, and use "
            + "AddRecoupClient().AddRecoupRetries(), which repeats a request only if it had no effect.";
    }

    /// <summary>The message for a success that a handler did not pass on.</summary>
    public static string Succeeded<T>(ApiRequest<T> request, ApiResponse response) =>
        $"The first request succeeded: {Subject(request)} returned {Status(response)}, but the handler did not return this response.";

    private static string Status(ApiResponse response)
    {
        using var named = new HttpResponseMessage(response.Status);
        return $"{((int)response.Status).ToString(CultureInfo.InvariantCulture)} {named.ReasonPhrase}".TrimEnd();
    }

    private static string Destination(ApiResponse response) => response.Location switch
    {
        null => "",
        { IsAbsoluteUri: true } location => $" to {Excerpt.Of(response.Redact(location.Host))}",
        _ => " to the same host",
    };

    private static string Body(ApiResponse response)
    {
        var type = response.MediaType is { } given ? $"type {Excerpt.Of(response.Redact(given))}" : "unknown type";
        return response.Body.IsEmpty ? "an empty body." : $"a body of {type}: {Excerpt.Of(response.Text)}";
    }
}
