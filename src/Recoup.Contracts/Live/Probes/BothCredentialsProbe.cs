using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Sends both credentials. In the contract they are alternatives, each of which is sufficient.</summary>
internal sealed class BothCredentialsProbe() : RequestProbe(3, "two credentials")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(
            ProbeCase.KeyAndToken,
            "key and token",
            new(routes.ListActions.Method, routes.ListActions.Path) { Credential = Credential.Both },
            200),
    ];
}
