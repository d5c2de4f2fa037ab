namespace Recoup.Contracts.Verification.Probes;

/// <summary>A list for an account the caller has no access to.</summary>
internal sealed class ForeignAccountProbe() : RequestProbe(7, "an account of nobody")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new("an account of nobody", new(routes.ListActions.Method, routes.ListActions.Path) { Account = ForeignAccount }, 403),
    ];
}
