using System.Globalization;
using System.Text.Json;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Executions;

/// <summary>Writes the 200 response of an execution.</summary>
internal static class ExecutionResponse
{
    /// <summary>The result as it is; null omits the member.</summary>
    public static ApiResponse WithResult(Execution execution, JsonElement? result) => Write(execution, writer =>
    {
        if (result is null)
            return;
        writer.WritePropertyName("result");
        result.Value.WriteTo(writer);
    });

    /// <summary>The payload inside the provider's envelope.</summary>
    public static ApiResponse WithEnvelope(Execution execution, JsonElement? data, string? error = null) =>
        Write(execution, writer => WriteEnvelope(writer, execution, error, () =>
        {
            if (data is { } payload)
            {
                payload.WriteTo(writer);
                return;
            }
            writer.WriteStartObject();
            writer.WriteEndObject();
        }));

    /// <summary>The slug and parameters of the call, inside the envelope if results have one.</summary>
    public static ApiResponse WithEcho(Execution execution) => Write(execution, writer =>
    {
        if (execution.Rules.WrapsResults)
        {
            WriteEnvelope(writer, execution, null, WriteEcho);
            return;
        }
        writer.WritePropertyName("result");
        WriteEcho();

        void WriteEcho()
        {
            writer.WriteStartObject();
            writer.WriteString("slug", execution.Slug);
            writer.WritePropertyName("parameters");
            execution.Parameters.WriteTo(writer);
            writer.WriteEndObject();
        }
    });

    /// <summary>
    /// A recorded result. It gets the envelope if results have one and it has none. The time is the recorded one, if there is one.
    /// </summary>
    public static ApiResponse Recorded(Execution execution, JsonElement? result, string? executedAt) =>
        Write(execution, executedAt, writer =>
        {
            if (result is not { } recorded)
                return;
            if (execution.Rules.WrapsResults && !(recorded.ValueKind == JsonValueKind.Object && ResultEnvelope.Is(recorded)))
            {
                WriteEnvelope(writer, execution, null, () => recorded.WriteTo(writer));
                return;
            }

            writer.WritePropertyName("result");
            recorded.WriteTo(writer);
        });

    private static void WriteEnvelope(Utf8JsonWriter writer, Execution execution, string? error, Action writeData)
    {
        writer.WriteStartObject("result");
        writer.WritePropertyName("data");
        writeData();
        writer.WriteString("error", error);
        writer.WriteBoolean("successful", error is null);
        if (execution.LogId is { } logId)
        {
            writer.WriteString("logId", logId);
            writer.WriteNull("sessionInfo");
        }
        writer.WriteEndObject();
    }

    private static ApiResponse Write(Execution execution, Action<Utf8JsonWriter> writeResult) =>
        Write(execution, Timestamp(execution.Clock.GetUtcNow()), writeResult);

    private static ApiResponse Write(Execution execution, string? executedAt, Action<Utf8JsonWriter> writeResult) =>
        ApiResponse.Json(200, (execution, executedAt, writeResult), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            state.writeResult(writer);
            if (state.execution.Rules.ShowsExecutedAt && state.executedAt is { } time)
                writer.WriteString("executedAt", time);
            writer.WriteEndObject();
        });

    // Milliseconds and Z, like JavaScript's toISOString.
    private static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
