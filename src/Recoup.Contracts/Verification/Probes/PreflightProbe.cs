namespace Recoup.Contracts.Verification.Probes;

/// <summary>What a browser asks before it calls; the contract says nothing of it.</summary>
internal sealed class PreflightProbe() : RequestProbe(1, "OPTIONS")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new("connectors", new("OPTIONS", routes.ListConnectors.Path) { Credential = Credential.None }, Documented: null),
        new("actions", new("OPTIONS", routes.ListActions.Path) { Credential = Credential.None }, Documented: null),
        new("files", new("OPTIONS", routes.Upload.Path) { Credential = Credential.None }, Documented: null),
    ];
}
