using System.Globalization;
using System.Text.Json;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The 200 of an execution.</summary>
internal static class ExecutionAnswer
{
    /// <summary>The result as it is; null leaves the member out.</summary>
    public static ApiAnswer WithResult(OutcomeContext context, JsonElement? result) => Write(context, writer =>
    {
        if (result is null)
            return;
        writer.WritePropertyName("result");
        result.Value.WriteTo(writer);
    });

    /// <summary>The provider's envelope around the payload.</summary>
    public static ApiAnswer WithEnvelope(OutcomeContext context, JsonElement? data, string? error = null) => Write(context, writer =>
    {
        writer.WriteStartObject("result");
        writer.WritePropertyName("data");
        if (data is { } payload)
        {
            payload.WriteTo(writer);
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
        writer.WriteString("error", error);
        writer.WriteBoolean("successful", error is null);
        writer.WriteEndObject();
    });

    private static ApiAnswer Write(OutcomeContext context, Action<Utf8JsonWriter> writeResult) =>
        ApiAnswer.Json(200, (context, writeResult), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            state.writeResult(writer);
            if (state.context.Rules.ShowsExecutedAt)
                writer.WriteString("executedAt", Timestamp(state.context.Api.Clock.GetUtcNow()));
            writer.WriteEndObject();
        });

    // Milliseconds and Z, as JavaScript's toISOString writes it.
    private static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
