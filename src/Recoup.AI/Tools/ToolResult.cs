using System.Buffers;
using System.Text.Json;
using Recoup.AI.Json;

namespace Recoup.AI.Tools;

/// <summary>What a model gets for a call: the payload of the action, or an error that it can act on.</summary>
/// <param name="Content">The JSON.</param>
/// <param name="Error">The code of the error; null if the action succeeded.</param>
internal sealed record ToolResult(JsonElement Content, string? Error)
{
    // A service may send a page of HTML as its reason.
    private const int MostCharacters = 4_000;

    /// <summary>The payload of an action, cut to a number of bytes.</summary>
    public static ToolResult Success(JsonElement data, int maxBytes) => new(ResultLimit.Apply(data, maxBytes), null);

    /// <summary>An error.</summary>
    /// <param name="code">One of <see cref="ToolErrors"/>.</param>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="mayHaveExecuted">Whether the action may have been executed nevertheless.</param>
    /// <param name="authorizeUrl">Where the owner of the account connects the connector; null if that is not the problem.</param>
    public static ToolResult Failure(string code, string message, bool mayHaveExecuted = false, Uri? authorizeUrl = null)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("error", code);
            writer.WriteString("message", message.Length <= MostCharacters ? message : message[..MostCharacters] + "…");
            if (mayHaveExecuted)
                writer.WriteBoolean("mayHaveExecuted", true);
            if (authorizeUrl is not null)
                writer.WriteString("authorizeUrl", authorizeUrl.AbsoluteUri);
            writer.WriteEndObject();
        }

        return new(JsonText.Parse(json.WrittenMemory), code);
    }
}
