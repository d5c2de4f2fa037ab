using System.Text;
using System.Text.Json;
using Recoup.Emulator.Core.Messages;

namespace Recoup.Emulator.Core.Exchanges;

/// <summary>Writes an exchange as JSON.</summary>
internal static class ExchangeJson
{
    private const int MaxDepth = 512;
    private const int LongestText = 500;

    /// <summary>Writes an exchange without its parameters and its response, and with excerpts of long texts.</summary>
    public static void WriteSummary(Utf8JsonWriter writer, Exchange exchange) =>
        Write(writer, exchange, hasParameters: false, hasResponse: false, longest: LongestText);

    /// <param name="writer">The writer.</param>
    /// <param name="exchange">The exchange.</param>
    /// <param name="hasParameters">Whether the parameters are written.</param>
    /// <param name="hasResponse">Whether the response is written.</param>
    /// <param name="hasDuration">Whether the duration is written, which differs from run to run on a real clock.</param>
    /// <param name="longest">The length from which texts are cut.</param>
    public static void Write(
        Utf8JsonWriter writer,
        Exchange exchange,
        bool hasParameters,
        bool hasResponse,
        bool hasDuration = true,
        int longest = int.MaxValue)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", exchange.Number);
        writer.WriteString("at", exchange.At);
        writer.WriteString("operation", exchange.Operation);
        WriteText(writer, "slug", exchange.Slug, longest);
        WriteText(writer, "toolSlug", exchange.ToolSlug, longest);
        WriteText(writer, "fileUrl", exchange.FileUrl, longest);
        WriteText(writer, "caller", exchange.Caller?.Id.ToString());
        WriteText(writer, "account", exchange.Account?.Id.ToString());
        if (hasParameters && exchange.Parameters is { ValueKind: not JsonValueKind.Undefined } parameters)
        {
            writer.WritePropertyName("parameters");
            parameters.WriteTo(writer);
        }

        if (exchange.Status is { } status)
            writer.WriteNumber("status", status);
        if (exchange.Fault is { } fault)
            writer.WriteString("fault", JsonNamingPolicy.CamelCase.ConvertName($"{fault}"));
        WriteText(writer, "outcome", exchange.Outcome, longest);
        writer.WriteBoolean("executed", exchange.Executed);
        if (exchange.Executions > 1)
            writer.WriteNumber("executions", exchange.Executions);
        WriteText(writer, "error", exchange.Error, longest);
        if (exchange.Violations.Count > 0)
        {
            writer.WriteStartArray("violations");
            foreach (var violation in exchange.Violations)
                writer.WriteStringValue(Excerpt.Of(violation, longest));
            writer.WriteEndArray();
        }

        if (exchange.StubId is { } stub)
            writer.WriteNumber("stub", stub);
        if (hasDuration)
            writer.WriteNumber("duration", Math.Round(exchange.Duration.TotalMilliseconds, 3));
        if (hasResponse && !exchange.ResponseBody.IsEmpty)
            WriteResponse(writer, exchange);
        writer.WriteEndObject();
    }

    /// <summary>Reads a body as JSON, whatever its media type says.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> body, out JsonElement json)
    {
        try
        {
            json = JsonElement.Parse(body.Span, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }

    private static void WriteResponse(Utf8JsonWriter writer, Exchange exchange)
    {
        writer.WriteStartObject("response");
        WriteText(writer, "contentType", exchange.ResponseContentType);
        if (TryParse(exchange.ResponseBody, out var json))
        {
            writer.WritePropertyName("json");
            json.WriteTo(writer);
        }
        else
        {
            writer.WriteString("text", Encoding.UTF8.GetString(exchange.ResponseBody.Span));
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value, int longest = int.MaxValue)
    {
        if (value is not null)
            writer.WriteString(name, Excerpt.Of(value, longest));
    }
}
