using System.Text.Json;

namespace Recoup.Typed.Transport;

/// <summary>The error message of the server, read from any form that the body of an error takes.</summary>
/// <param name="Message">The message; null if the body has none.</param>
/// <param name="MissingFields">The path of the request's member to which the server objects.</param>
internal sealed record ErrorBody(string? Message, IReadOnlyList<string> MissingFields)
{
    private static readonly ErrorBody Nothing = new(null, []);

    /// <summary>
    /// Reads a string <c>error</c> (divergence D1: forms E1, E3 and E4), else a string <c>message</c> (documented, and form E2). Never
    /// throws: the form of an error must not hide the error.
    /// </summary>
    public static ErrorBody Read(ApiResponse response)
    {
        if (!response.TryParse(out var json) || json.ValueKind != JsonValueKind.Object)
            return Nothing;
        var message = Text(json, "error") ?? Text(json, "message");
        return new ErrorBody(message is null ? null : response.Redact(message), Path(json, response));
    }

    /// <summary>The value as text: a string as it is, anything else as JSON.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ToString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8: JSON's grammar allows both.
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && Text(value) is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    private static string[] Path(JsonElement json, ApiResponse response) =>
        json.TryGetProperty("missing_fields", out var path) && path.ValueKind == JsonValueKind.Array
            ? [.. path.EnumerateArray().Select(Text).OfType<string>().Select(response.Redact)]
            : [];
}
