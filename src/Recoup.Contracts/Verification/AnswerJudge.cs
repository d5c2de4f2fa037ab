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
        var isExpected = answer.Status == deployed.Status || answer.Status == request.Documented;
        if (!isExpected && IsInfrastructure(request, answer))
            throw new LiveApiException($"{api.Address}: {operation} ({probe}, {request.Name}) was answered {answer.Describe()}. The server or something before it fails, so nothing can be said of it; try again later.");

        var seen = new List<Sighting>();
        if (State(request, deployed, answer) is { } state)
            seen.Add(See(deployed.Row, state, Expected(request, deployed)));
        if (isExpected && answer.Status >= 400 && deployed.Envelopes.Count > 0)
            seen.Add(See(KnownDivergences.ErrorBodies, BodyState(api.Routes, request, deployed, answer), "a documented error body, or " + string.Join(" or ", deployed.Envelopes.Select(envelope => envelope.Name))));
        return seen;

        Sighting See(string? row, SightedState state, string expected) =>
            new(row, state, $"{probe} ({request.Name})", operation, $"{operation} was answered {answer.Describe()}", expected);
    }

    private static SightedState? State(ProbeRequest request, DeployedAnswer deployed, LiveAnswer answer)
    {
        if (deployed.Fits(answer))
            return deployed.Status == request.Documented ? null : SightedState.Deployed;
        if (answer.Status == request.Documented && (request.Documented != deployed.Status))
            return SightedState.Documented;

        // What the contract does not know, a server that has nothing but the contract says so.
        return request.Documented is null && answer.Status == 501 ? SightedState.Documented : SightedState.Other;
    }

    private static SightedState BodyState(ApiRoutes routes, ProbeRequest request, DeployedAnswer deployed, LiveAnswer answer)
    {
        if (DocumentedError(routes, request.Request, answer.Status)?.Accepts(answer.Json) == true)
            return SightedState.Documented;
        return deployed.Envelopes.Any(envelope => envelope.Accepts(answer.Json)) ? SightedState.Deployed : SightedState.Other;
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
