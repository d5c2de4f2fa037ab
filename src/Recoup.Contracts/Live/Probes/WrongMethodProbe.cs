using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Sends a method that no operation has. The contract does not cover it.</summary>
internal sealed class WrongMethodProbe() : RequestProbe(15, "PUT")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(
            ProbeCase.WrongMethodOnConnectors,
            "connectors",
            new("PUT", routes.ListConnectors.Path) { Credential = Credential.None },
            Documented: null),
        new(
            ProbeCase.WrongMethodOnActions,
            "actions",
            new("PUT", routes.ListActions.Path) { Credential = Credential.None },
            Documented: null),
        new(ProbeCase.WrongMethodOnFiles, "files", new("PUT", routes.Upload.Path) { Credential = Credential.None }, Documented: null),
    ];
}
