using System.Text.Json.Nodes;

namespace Recoup.Contracts.Verification.Probes;

/// <summary>Executions that are refused before an action is looked up.</summary>
internal sealed class IncompleteExecutionProbe() : RequestProbe(10, "executions that are incomplete")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new("an empty object", Execute(routes, "{}"), 400),
        new("without parameters", Execute(routes, Json((routes.Slug, ImpossibleSlug))), 400),
        new("parameters are an array", Execute(routes, Json((routes.Slug, ImpossibleSlug), (routes.Parameters, new JsonArray()))), 400),
    ];

    private static LiveRequest Execute(ApiRoutes routes, string body) => new(routes.Execute.Method, routes.Execute.Path) { Body = body };
}
