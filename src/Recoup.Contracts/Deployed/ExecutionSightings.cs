using System.Text.Json;
using Recoup.Contracts.Verification;

namespace Recoup.Contracts.Deployed;

/// <summary>What the answer to a call of a listed, connected action with fitting parameters shows. Tells nothing of what the service answered.</summary>
internal static class ExecutionSightings
{
    /// <exception cref="LiveApiException">The answer is none of the API's.</exception>
    public static IEnumerable<Sighting> Of(ProbeRun run, string probe, LiveRequest request, LiveAnswer answer, bool isListedStill)
    {
        if (answer.Status != 200 && !(answer.Status is >= 400 and <= 500 or 502 && answer.Status != 429 && answer.Json.ValueKind == JsonValueKind.Object))
            throw AnswerJudge.Infrastructure(run.Api, probe, request, answer);
        return answer.Status == 200 ? Success(probe, request, answer) : Failure(run, probe, request, answer, isListedStill);
    }

    /// <summary>Whether there is no result, or none that the contract's schema could hold (D14).</summary>
    public static bool LacksResult(LiveAnswer answer) => Member(answer.Json, "result").ValueKind != JsonValueKind.Object;

    private static IEnumerable<Sighting> Success(string probe, LiveRequest request, LiveAnswer answer)
    {
        var result = Member(answer.Json, "result");
        if (LacksResult(answer))
            yield return See("D14", SightedState.Deployed, result.ValueKind == JsonValueKind.Undefined ? "there is no result" : $"the result is of type {result.ValueKind.ToString().ToLowerInvariant()}");
        else if (!IsEnvelope(result))
            yield return See("D13", SightedState.Documented, "the result is not the provider's envelope");
        else if (Member(result, "successful").ValueKind == JsonValueKind.True)
            yield return See("D13", SightedState.Deployed, "the result has the members data, error and successful");
        else
            yield return See("D4", SightedState.Deployed, "result.successful is false");

        // Where it is there, both behaviors look alike.
        if (Member(answer.Json, "executedAt").ValueKind == JsonValueKind.Undefined)
            yield return See("D15", SightedState.Documented, "there is no executedAt");

        Sighting See(string row, SightedState state, string what) => new(row, state, probe, request.Operation, $"{request.Operation} returned 200, and {what}");
    }

    private static IEnumerable<Sighting> Failure(ProbeRun run, string probe, LiveRequest request, LiveAnswer answer, bool isListedStill)
    {
        var (row, state) = answer.Status switch
        {
            403 when run.Options.Account is not null => ("D17", SightedState.Deployed),
            404 => ("D6", isListedStill ? SightedState.Other : SightedState.Deployed),
            409 => ("D3", SightedState.Documented),
            500 => ("D4", SightedState.Deployed),
            502 => ("D4", SightedState.Documented),
            _ => ((string?)null, SightedState.Other),
        };
        yield return new Sighting(row, state, probe, request.Operation, $"{request.Operation} returned {answer.Outline()}",
            "200 for an action that is listed and connected, with parameters that its schema accepts");
        if (row is not null)
            yield return AnswerJudge.Body(run.Api, probe, request, [ErrorEnvelope.E3], answer);
    }

    private static bool IsEnvelope(JsonElement result) => Member(result, "data").ValueKind != JsonValueKind.Undefined
        && Member(result, "error").ValueKind != JsonValueKind.Undefined && Member(result, "successful").ValueKind is JsonValueKind.True or JsonValueKind.False;

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;
}
