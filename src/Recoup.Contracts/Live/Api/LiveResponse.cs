using System.Text;
using System.Text.Json;

namespace Recoup.Contracts.Live.Api;

/// <summary>An answer as data.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">The media type of the body, or null.</param>
/// <param name="Headers">The headers by name, whatever its case.</param>
/// <param name="Body">The body.</param>
internal sealed record LiveResponse(int Status, string? MediaType, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    private const int Shown = 160;

    /// <summary>The body as JSON; undefined where it is none.</summary>
    public JsonElement Json { get; } = Parse(Body);

    public bool IsHtml => MediaType is "text/html" || Body.Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    /// <summary>Status and body, short and in one line.</summary>
    public string Describe()
    {
        var text = string.Join(' ', Encoding.UTF8.GetString(Body.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return FormattableString.Invariant($"{Status}{(text.Length == 0 ? " without a body" : " " + (text.Length <= Shown ? text : text[..Shown] + "…"))}");
    }

    /// <summary>As <see cref="Describe"/>, of an error only: what a success holds is the account's own and belongs into no report.</summary>
    public string Outline() => Status < 400 && Body.Length > 0 ? FormattableString.Invariant($"{Status} with {Body.Length} bytes") : Describe();

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
