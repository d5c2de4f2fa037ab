using System.Text.Json;

namespace Recoup.Typed.Transport;

/// <summary>The server's words, out of whatever form an error's body takes.</summary>
/// <param name="Message">The text, or null where the body has none.</param>
/// <param name="MissingFields">The path of the member the server objected to.</param>
internal sealed record ErrorBody(string? Message, IReadOnlyList<string> MissingFields)
{
    private static readonly ErrorBody Nothing = new(null, []);

    /// <summary>
    /// Reads a text <c>error</c> (divergence D1: forms E1, E3 and E4), else the documented form, else a text <c>message</c> (E2). Never
    /// throws: an error must not hide behind the way it is told.
    /// </summary>
    public static ErrorBody Read(ApiAnswer answer)
    {
        if (!AnswerReader.TryParse(answer.Body, out var json) || json.ValueKind != JsonValueKind.Object)
            return Nothing;
        var message = Text(json, "error") ?? Documented(json) ?? Text(json, "message");
        return new ErrorBody(message is null ? null : answer.Redact(message), Path(json, answer));
    }

    /// <summary>The value as text: a string itself, anything else as JSON.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ToString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8: JSON's grammar lets both pass.
            return null;
        }
    }

    private static string? Documented(JsonElement json)
    {
        try
        {
            return ApiError.__Read(new ResponseElement(json)).Message is var message && !string.IsNullOrWhiteSpace(message) ? message : null;
        }
        catch (ResponseShapeException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && Text(value) is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    private static string[] Path(JsonElement json, ApiAnswer answer) =>
        json.TryGetProperty("missing_fields", out var path) && path.ValueKind == JsonValueKind.Array
            ? [.. path.EnumerateArray().Select(Text).OfType<string>().Select(answer.Redact)]
            : [];
}
