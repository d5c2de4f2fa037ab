using Recoup.Contracts.Deployed;

namespace Recoup.Contracts.Verification;

/// <summary>An answer -> what it shows: its status about one row, its error body about the row of error bodies.</summary>
internal static class AnswerJudge
{
    /// <exception cref="LiveApiException">The answer is none of the API's: a failing server, a page of HTML.</exception>
    public static IEnumerable<Sighting> Judge(LiveApi api, string probe, ProbeRequest request, LiveAnswer answer)
    {
        var deployed = DeployedAnswers.Of(probe, request.Name);
        var operation = request.Request.Operation;
        var isExpected = deployed.HasStatus(answer.Status) || answer.Status == request.Documented;
        if (!isExpected && IsInfrastructure(request, answer))
            throw Infrastructure(api, $"{probe}, {request.Name}", request.Request, answer);

        var name = $"{probe} ({request.Name}{(request.Slug is { } slug ? ": " + slug : "")})";
        var seen = new List<Sighting>();
        if (State(request, deployed, answer) is { } state)
            seen.Add(new(deployed.Row, state, name, operation, $"{operation} returned {answer.Outline()}", Expected(request, deployed)));
        if (isExpected && answer.Status >= 400 && deployed.Envelopes.Count > 0)
            seen.Add(Body(api, name, request.Request, deployed.Envelopes, answer));
        return seen;
    }

    /// <summary>What the body of an error shows about the row of error bodies.</summary>
    public static Sighting Body(LiveApi api, string probe, LiveRequest request, IReadOnlyList<ErrorEnvelope> envelopes, LiveAnswer answer)
    {
        var state = DocumentedError(api.Routes, request, answer.Status)?.Accepts(answer.Json) == true ? SightedState.Documented
            : envelopes.Any(envelope => envelope.Accepts(answer.Json)) ? SightedState.Deployed : SightedState.Other;
        return new(KnownDivergences.ErrorBodies, state, probe, request.Operation, $"{request.Operation} returned {answer.Outline()}",
            "a documented error body, or " + string.Join(" or ", envelopes.Select(envelope => envelope.Name)));
    }

    public static LiveApiException Infrastructure(LiveApi api, string probe, LiveRequest request, LiveAnswer answer) => new(
        $"{api.Address}: {request.Operation} ({probe}) returned {answer.Outline()}. The server or a proxy in front of it failed, so the probe proves nothing. Try again later.");

    private static SightedState? State(ProbeRequest request, DeployedAnswer deployed, LiveAnswer answer)
    {
        if (deployed.Fits(answer))
            return deployed.Status == request.Documented ? null : SightedState.Deployed;
        if (answer.Status == request.Documented && (request.Documented != deployed.Status))
            return SightedState.Documented;

        // What the contract does not know, a server that has nothing but the contract says so.
        return request.Documented is null && answer.Status == 501 ? SightedState.Documented : SightedState.Other;
    }

    // A status that is not documented has no schema of its own; all documented errors are alike.
    private static DocumentedBody? DocumentedError(ApiRoutes routes, LiveRequest request, int status)
    {
        var operation = routes.Spec.Operations.First(operation => operation.Method == request.Method && operation.Path == request.Path);
        return DocumentedBody.Of(routes.Spec, operation, FormattableString.Invariant($"{status}"))
            ?? operation.Responses.Where(response => response.Status.StartsWith('4')).Select(response => DocumentedBody.Of(routes.Spec, operation, response.Status)).FirstOrDefault();
    }

    private static bool IsInfrastructure(ProbeRequest request, LiveAnswer answer) =>
        (answer.Status >= 500 && !(request.Documented is null && answer.Status == 501)) || answer.Status == 429 || answer.IsHtml;

    private static string Expected(ProbeRequest request, DeployedAnswer deployed) => request.Documented == deployed.Status || request.Documented is null
        ? deployed.Describe()
        : FormattableString.Invariant($"{request.Documented} as documented, or {deployed.Describe()}");
}
