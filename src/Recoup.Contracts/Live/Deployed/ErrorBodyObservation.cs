using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;

namespace Recoup.Contracts.Live.Deployed;

/// <summary>What the body of an error shows about the divergence of error bodies (D1).</summary>
internal static class ErrorBodyObservation
{
    public static Observation Of(
        ApiRoutes routes, ProbeStep step, LiveRequest request, IReadOnlyList<ErrorEnvelope> envelopes, LiveResponse response)
    {
        var behavior = DocumentedError(routes, request, response.Status)?.Accepts(response.Json) == true ? ObservedBehavior.Documented
            : envelopes.Any(envelope => envelope.Accepts(response.Json)) ? ObservedBehavior.Deployed : ObservedBehavior.Other;
        return new(KnownDivergences.ErrorBodies, behavior, step, request.Operation, $"{request.Operation} returned {response.Outline()}",
            "a documented error body, or " + string.Join(" or ", envelopes.Select(envelope => envelope.Name)));
    }

    // An undocumented status has no schema of its own, but all documented errors have the same one.
    private static DocumentedBody? DocumentedError(ApiRoutes routes, LiveRequest request, int status)
    {
        var operation = routes.Spec.Operations.First(operation => operation.Method == request.Method && operation.Path == request.Path);
        return DocumentedBody.Of(routes.Spec, operation, FormattableString.Invariant($"{status}"))
            ?? operation.Responses.Where(response => response.Status.StartsWith('4'))
                .Select(response => DocumentedBody.Of(routes.Spec, operation, response.Status))
                .FirstOrDefault();
    }
}
