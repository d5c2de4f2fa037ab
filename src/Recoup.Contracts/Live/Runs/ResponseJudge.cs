using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Deployed;
using Recoup.Contracts.Live.Observations;

namespace Recoup.Contracts.Live.Runs;

/// <summary>Judges a response: its status shows one divergence, and its error body may show the divergence of error bodies.</summary>
internal static class ResponseJudge
{
    /// <exception cref="LiveApiException">The response does not come from the API itself: a failing server, or an HTML page.</exception>
    public static IEnumerable<Observation> Judge(LiveApi api, string probe, ProbeRequest request, LiveResponse response)
    {
        var deployed = DeployedResponses.Of(request.Case);
        var operation = request.Request.Operation;
        var isExpected = deployed.HasStatus(response.Status) || response.Status == request.Documented;
        if (!isExpected && IsInfrastructure(request, response))
            throw api.CannotJudge($"{probe}, {request.Name}", request.Request, response);

        var step = new ProbeStep(probe) { Case = request.Case, Name = request.Name, Slug = request.Slug };
        var seen = new List<Observation>();
        if (Behavior(request, deployed, response) is { } behavior)
        {
            var lacks = behavior == ObservedBehavior.Other && deployed.Lacks(response) is { } what ? $", but {what}" : "";
            var evidence = $"{operation} returned {response.Outline()}{lacks}";
            seen.Add(new(deployed.Row, behavior, step, operation, evidence, Expected(request, deployed))
            {
                Status = (deployed.Status, response.Status),
            });
        }

        // A server that has fixed the status may return any of its envelopes with it.
        if (isExpected && response.Status >= 400 && deployed.Envelopes.Count > 0)
            seen.Add(ErrorBodyObservation.Of(
                api.Routes,
                step,
                request.Request,
                deployed.HasStatus(response.Status) ? deployed.Envelopes : ErrorEnvelope.All,
                response));
        return seen;
    }

    private static ObservedBehavior? Behavior(ProbeRequest request, DeployedResponse deployed, LiveResponse response)
    {
        if (deployed.Fits(response))
            return deployed.Status == request.Documented ? null : ObservedBehavior.Deployed;
        if (response.Status == request.Documented && (request.Documented != deployed.Status))
            return ObservedBehavior.Documented;

        // A contract-only server returns 501 for anything outside the contract.
        return request.Documented is null && response.Status == 501 ? ObservedBehavior.Documented : ObservedBehavior.Other;
    }

    private static bool IsInfrastructure(ProbeRequest request, LiveResponse response) =>
        (response.Status >= 500 && !(request.Documented is null && response.Status == 501)) || response.Status == 429 || response.IsHtml;

    private static string Expected(ProbeRequest request, DeployedResponse deployed) =>
        request.Documented == deployed.Status || request.Documented is null
        ? deployed.Describe()
        : FormattableString.Invariant($"{request.Documented} as documented, or {deployed.Describe()}");
}
