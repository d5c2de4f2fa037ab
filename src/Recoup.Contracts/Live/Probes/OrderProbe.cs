using System.Text.Json.Nodes;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>
/// Checks the order of errors: access is checked before the action is looked up, so that nobody learns which actions another account has.
/// </summary>
internal sealed class OrderProbe() : RequestProbe(13, "the order of checks")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(ProbeCase.UnknownActionForForeignAccount, "an account without access and a slug that cannot exist", new(
            routes.Execute.Method, routes.Execute.Path)
        {
            Body = Json((routes.Slug, ImpossibleIds.Slug), (routes.Parameters, new JsonObject()), (routes.Account, ImpossibleIds.Account)),
        }, 403),
    ];
}
