using System.Text.Json.Nodes;

namespace Recoup.Contracts.Verification.Probes;

/// <summary>Access is checked before the action is looked up, so that nobody learns which actions another account has.</summary>
internal sealed class OrderProbe() : RequestProbe(13, "the order of checks")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new("an account of nobody and a slug that cannot exist", new(routes.Execute.Method, routes.Execute.Path)
        {
            Body = Json((routes.Slug, ImpossibleSlug), (routes.Parameters, new JsonObject()), (routes.Account, ForeignAccount)),
        }, 403),
    ];
}
