using System.Text.Json.Nodes;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Sends executions that are rejected before an action is looked up.</summary>
internal sealed class IncompleteExecutionProbe() : RequestProbe(10, "executions that are incomplete")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(ProbeCase.EmptyExecution, "an empty object", Execute(routes, "{}"), 400),
        new(ProbeCase.ExecutionWithoutParameters, "without parameters", Execute(routes, Json((routes.Slug, ImpossibleIds.Slug))), 400),
        new(
            ProbeCase.ExecutionWithArray,
            "parameters are an array",
            Execute(routes, Json((routes.Slug, ImpossibleIds.Slug), (routes.Parameters, new JsonArray()))),
            400),
    ];

    private static LiveRequest Execute(ApiRoutes routes, string body) => new(routes.Execute.Method, routes.Execute.Path) { Body = body };
}
