namespace Recoup.Contracts.Verification.Probes;

/// <summary>A list for nobody.</summary>
internal sealed class NoCredentialProbe() : RequestProbe(2, "no credential")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new("without a credential", new(routes.ListActions.Method, routes.ListActions.Path) { Credential = Credential.None }, 401),
    ];
}
