using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Requests a list without a credential.</summary>
internal sealed class NoCredentialProbe() : RequestProbe(2, "no credential")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(
            ProbeCase.NoCredential,
            "without a credential",
            new(routes.ListActions.Method, routes.ListActions.Path) { Credential = Credential.None },
            401),
    ];
}
