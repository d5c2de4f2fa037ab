using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Sends preflight requests, as browsers do. The contract does not cover them.</summary>
internal sealed class PreflightProbe() : RequestProbe(1, "OPTIONS")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(
            ProbeCase.PreflightConnectors,
            "connectors",
            new("OPTIONS", routes.ListConnectors.Path) { Credential = Credential.None },
            Documented: null),
        new(
            ProbeCase.PreflightActions,
            "actions",
            new("OPTIONS", routes.ListActions.Path) { Credential = Credential.None },
            Documented: null),
        new(ProbeCase.PreflightFiles, "files", new("OPTIONS", routes.Upload.Path) { Credential = Credential.None }, Documented: null),
    ];
}
