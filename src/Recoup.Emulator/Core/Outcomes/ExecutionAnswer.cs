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
    public static ApiAnswer WithEnvelope(OutcomeContext context, JsonElement? data, string? error = null) =>
        Write(context, writer => WriteEnvelope(writer, error, () =>
        {
            if (data is { } payload)
            {
                payload.WriteTo(writer);
                return;
            }
            writer.WriteStartObject();
            writer.WriteEndObject();
        }));

    /// <summary>Slug and parameters of the call, in the envelope where results have one.</summary>
    public static ApiAnswer WithEcho(OutcomeContext context) => Write(context, writer =>
    {
        if (context.Rules.WrapsResults)
        {
            WriteEnvelope(writer, null, WriteEcho);
            return;
        }
        writer.WritePropertyName("result");
        WriteEcho();

        void WriteEcho()
        {
            writer.WriteStartObject();
            writer.WriteString("slug", context.Slug);
            writer.WritePropertyName("parameters");
            context.Parameters.WriteTo(writer);
            writer.WriteEndObject();
        }
    });

    private static void WriteEnvelope(Utf8JsonWriter writer, string? error, Action writeData)
    {
        writer.WriteStartObject("result");
        writer.WritePropertyName("data");
        writeData();
        writer.WriteString("error", error);
        writer.WriteBoolean("successful", error is null);
        writer.WriteEndObject();
    }

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
