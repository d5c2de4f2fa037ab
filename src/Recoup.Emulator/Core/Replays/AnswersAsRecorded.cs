using System.Text.Json;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Outcomes;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Core.Rules;
using Recoup.Recordings;

namespace Recoup.Emulator.Core.Replays;

/// <summary>
/// The recorded response. A result that was recorded without the provider's envelope gets one where results have it; one that has it stays
/// as it is. A failure of the server is that of the emulator's behavior.
/// </summary>
internal sealed class AnswersAsRecorded(ReplayedCall recorded) : Outcome
{
    public override string Name => $"replays {recorded.Place}";

    public override int Executions(ApiRules rules) => recorded.Status switch
    {
        200 => 1,
        >= 500 and < 600 => rules.UpstreamTries,
        _ => 0,
    };

    public override ValueTask<ApiResponse> RespondAsync(Execution execution) => new(Respond(execution));

    private ApiResponse Respond(Execution execution)
    {
        if (recorded.Status is >= 500 and < 600)
            return Failure(execution);
        // HTTP has no body with these, whatever a handler has given to the recorder.
        if (recorded.Status is 204 or 205 or 304)
            return ApiResponse.Empty(recorded.Status);
        if (recorded.Error is { } error)
            return new ApiResponse(recorded.Status, "application/json", error);
        if (recorded.Text is { } text)
        {
            var isHtml = text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);
            return ApiResponse.Text(recorded.Status, isHtml ? "text/html; charset=utf-8" : "text/plain; charset=utf-8", text);
        }

        return ExecutionResponse.Recorded(execution, Parse(recorded.Result), recorded.ExecutedAt);
    }

    private ApiResponse Failure(Execution execution)
    {
        var body = Parse(recorded.Error);
        var failure = FailsUpstream.Write(execution, Message(body) ?? FormattableString.Invariant($"status {recorded.Status}."));
        // Recorded from a server that behaves like this emulator, so the message is the server's own.
        return body is { } json && recorded.Status == failure.Status && HasSameMembers(json, Parse(failure.Body.ToArray())!.Value)
            ? failure with { Body = recorded.Error }
            : failure;
    }

    private static string? Message(JsonElement? body)
    {
        if (body is not { ValueKind: JsonValueKind.Object } json)
            return null;
        foreach (var name in (string[])["message", "error"])
        {
            if (json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String)
                return text.GetString();
        }

        return null;
    }

    private static bool HasSameMembers(JsonElement one, JsonElement other) =>
        one.ValueKind == JsonValueKind.Object && one.GetPropertyCount() == other.GetPropertyCount()
        && other.EnumerateObject().All(member => one.TryGetProperty(member.Name, out var value)
            && value.ValueKind == member.Value.ValueKind);

    private static JsonElement? Parse(byte[]? json) => json is null ? null : RecordedCall.Parse(json);
}
