using System.Text.Json.Nodes;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Executes an action that no provider has, also with an undocumented media type.</summary>
internal sealed class UnknownActionProbe() : RequestProbe(11, "an action that cannot exist")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(ProbeCase.UnknownAction, "a slug that cannot exist", Execute(routes), 404),
        new(ProbeCase.UnknownActionAsText, "the same as text/plain", Execute(routes) with { ContentType = "text/plain" }, 400),
    ];

    private static LiveRequest Execute(ApiRoutes routes) => new(routes.Execute.Method, routes.Execute.Path)
    {
        Body = Json((routes.Slug, ImpossibleIds.Slug), (routes.Parameters, new JsonObject())),
    };
}
