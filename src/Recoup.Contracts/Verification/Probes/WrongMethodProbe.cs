namespace Recoup.Contracts.Verification.Probes;

/// <summary>A method that no operation has; the contract says nothing of it.</summary>
internal sealed class WrongMethodProbe() : RequestProbe(15, "PUT")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new("connectors", new("PUT", routes.ListConnectors.Path) { Credential = Credential.None }, Documented: null),
        new("actions", new("PUT", routes.ListActions.Path) { Credential = Credential.None }, Documented: null),
        new("files", new("PUT", routes.Upload.Path) { Credential = Credential.None }, Documented: null),
    ];
}
