using System.Globalization;
using System.Text;
using Recoup.Typed.Transport;

namespace Recoup.Typed;

/// <summary>The words of error messages. What is foreign is cut to a line; what is secret never gets here.</summary>
internal static class ErrorText
{
    /// <summary>What was called: the slug of the action, or the operation.</summary>
    public static string Subject<T>(ApiRequest<T> request)
    {
        var name = request.Subject.Slug is { } slug ? Excerpt.Of(slug) : request.Operation.Id;
        return request.Subject.Account is { } account ? $"{name} (for account {account})" : name;
    }

    /// <summary>The message of an answer that is no success.</summary>
    public static string Refusal<T>(ApiRequest<T> request, ApiAnswer answer, ErrorBody body)
    {
        var text = new StringBuilder(Subject(request)).Append(" was answered ").Append(Status(answer));
        if (answer.IsRedirect)
            text.Append(", a redirect").Append(Destination(answer)).Append(". It was not followed: the credential would have gone with it. Check the base address.");
        else if (body.Message is { } words)
            text.Append(": ").Append(Excerpt.Of(words));
        else
            text.Append(" and ").Append(Body(answer));
        if (body.MissingFields.Count > 0)
            text.Append(" (").AppendJoin('.', body.MissingFields.Select(Excerpt.Of)).Append(')');
        if (request.Operation.Statuses.TryGetValue((int)answer.Status, out var meaning))
            text.Append(" [documented as: ").Append(meaning).Append(']');
        return text.ToString();
    }

    /// <summary>The message of a success whose body is not what the contract promises.</summary>
    public static string Unreadable<T>(ApiRequest<T> request, ApiAnswer answer, ErrorBody body, string reason)
    {
        var text = new StringBuilder(Subject(request)).Append(" was answered ").Append(Status(answer)).Append(", but ").Append(reason);
        text.Append(". It came with ").Append(Body(answer));
        if (body.Message is { } words)
            text.Append(" The server says: ").Append(Excerpt.Of(words));
        return text.ToString();
    }

    private static string Status(ApiAnswer answer)
    {
        using var named = new HttpResponseMessage(answer.Status);
        return $"{((int)answer.Status).ToString(CultureInfo.InvariantCulture)} {named.ReasonPhrase}".TrimEnd();
    }

    private static string Destination(ApiAnswer answer) => answer.Location switch
    {
        null => "",
        { IsAbsoluteUri: true } location => $" to {location.Host}",
        _ => " to the same host",
    };

    private static string Body(ApiAnswer answer) => answer.Body.IsEmpty
        ? "an empty body."
        : $"a body of {(answer.MediaType is { } type ? Excerpt.Of(type) : "unknown type")}: {Excerpt.Of(answer.Text)}";
}
