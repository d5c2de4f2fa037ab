using System.Text;
using System.Text.Json;

namespace Recoup.Contracts.Live.Api;

/// <summary>A response as data.</summary>
/// <param name="Status">The status code.</param>
/// <param name="MediaType">The media type of the body, or null.</param>
/// <param name="Headers">The headers by name; case does not matter.</param>
/// <param name="Body">The body.</param>
internal sealed record LiveResponse(int Status, string? MediaType, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    private const int Shown = 160;

    /// <summary>The body as JSON; undefined if it is not JSON.</summary>
    public JsonElement Json { get; } = Parse(Body);

    public bool IsHtml => MediaType is "text/html" || Body.Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    /// <summary>For 429, what it means and what to do, as the end of a sentence; otherwise null (RFC 6585, section 4).</summary>
    public string? Limit => Status != 429 ? null
        : "429: the server limits the number of requests in a period. "
            + (HeaderOf("Retry-After") is { } wait ? $"Try again later (Retry-After: {wait})." : "Try again later.");

    /// <summary>A header, shortened; null if it is missing.</summary>
    public string? HeaderOf(string name) =>
        !Headers.TryGetValue(name, out var value) ? null : value.Length <= Shown ? value : value[..Shown] + "…";

    /// <summary>Status and body, shortened to one line.</summary>
    public string Describe()
    {
        var text = string.Join(' ', Encoding.UTF8.GetString(Body.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return FormattableString.Invariant(
            $"{Status}{(text.Length == 0 ? " without a body" : " " + (text.Length <= Shown ? text : text[..Shown] + "…"))}");
    }

    /// <summary>
    /// Like <see cref="Describe"/>, but without the body of a success, which is the account's private data and must not appear in a report.
    /// </summary>
    public string Outline() =>
        Status < 400 && Body.Length > 0 ? FormattableString.Invariant($"{Status} with {Body.Length} bytes") : Describe();

    private static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.Length == 0 ? default : JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
