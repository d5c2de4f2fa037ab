using System.Text.Json;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;

namespace Recoup.Contracts.Live.Deployed;

/// <summary>
/// Evaluates the response to a call of a listed, connected action with valid parameters. Observations do not contain the result of the
/// action.
/// </summary>
internal static class ExecutionObservations
{
    /// <exception cref="LiveApiException">The response does not come from the API itself.</exception>
    public static IEnumerable<Observation> Of(
        LiveApi api, Guid? account, ProbeStep step, LiveRequest request, LiveResponse response, bool isListedStill)
    {
        if (response.Status != 200
            && !(response.Status is >= 400 and <= 500 or 502 && response.Status != 429 && response.Json.ValueKind == JsonValueKind.Object))
            throw api.CannotJudge(step.ToString(), request, response);
        return response.Status == 200 ? Success(step, request, response) : Failure(api, account, step, request, response, isListedStill);
    }

    /// <summary>Whether the result is missing or is not an object (D14).</summary>
    public static bool LacksResult(LiveResponse response) => Member(response.Json, "result").ValueKind != JsonValueKind.Object;

    private static IEnumerable<Observation> Success(ProbeStep step, LiveRequest request, LiveResponse response)
    {
        var result = Member(response.Json, "result");
        if (LacksResult(response))
            yield return See(
                "D14",
                ObservedBehavior.Deployed,
                result.ValueKind == JsonValueKind.Undefined
                    ? "there is no result"
                    : $"the result is of type {result.ValueKind.ToString().ToLowerInvariant()}");
        else if (!IsEnvelope(result))
            yield return See("D13", ObservedBehavior.Documented, "the result is not the provider's envelope");
        else if (Member(result, "successful").ValueKind == JsonValueKind.True)
            yield return See("D13", ObservedBehavior.Deployed, "the result has the members data, error and successful");
        else
            yield return See("D4", ObservedBehavior.Deployed, "result.successful is false");

        // If executedAt is present, both behaviors look alike.
        if (Member(response.Json, "executedAt").ValueKind == JsonValueKind.Undefined)
            yield return See("D15", ObservedBehavior.Documented, "there is no executedAt");

        Observation See(string row, ObservedBehavior behavior, string what) =>
            new(row, behavior, step, request.Operation, $"{request.Operation} returned 200, and {what}");
    }

    private static IEnumerable<Observation> Failure(
        LiveApi api, Guid? account, ProbeStep step, LiveRequest request, LiveResponse response, bool isListedStill)
    {
        var (row, behavior) = response.Status switch
        {
            403 when account is not null => ("D17", ObservedBehavior.Deployed),
            404 => ("D6", isListedStill ? ObservedBehavior.Other : ObservedBehavior.Deployed),
            409 => ("D3", ObservedBehavior.Documented),
            500 => ("D4", ObservedBehavior.Deployed),
            502 => ("D4", ObservedBehavior.Documented),
            _ => ((string?)null, ObservedBehavior.Other),
        };
        yield return new Observation(row, behavior, step, request.Operation, $"{request.Operation} returned {response.Outline()}",
            "200 for an action that is listed and connected, with parameters that its schema accepts");
        if (row is not null)
            yield return ErrorBodyObservation.Of(api.Routes, step, request, [ErrorEnvelope.E3], response);
    }

    private static bool IsEnvelope(JsonElement result) => Member(result, "data").ValueKind != JsonValueKind.Undefined
        && Member(result, "error").ValueKind != JsonValueKind.Undefined
            && Member(result, "successful").ValueKind is JsonValueKind.True or JsonValueKind.False;

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;
}
