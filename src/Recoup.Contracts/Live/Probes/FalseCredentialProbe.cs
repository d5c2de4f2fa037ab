using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Sends credentials that do not exist.</summary>
internal sealed class FalseCredentialProbe() : RequestProbe(4, "unknown credentials")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(ProbeCase.FalseKey, "an unknown key", List(routes, Credential.FalseKey), 401),
        new(ProbeCase.FalseToken, "an unknown token", List(routes, Credential.FalseToken), 401),
        new(ProbeCase.OtherScheme, "another scheme", List(routes, Credential.Basic), 401),
    ];

    private static LiveRequest List(ApiRoutes routes, Credential credential) =>
        new(routes.ListActions.Method, routes.ListActions.Path) { Credential = credential };
}
