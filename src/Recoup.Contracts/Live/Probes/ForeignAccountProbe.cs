using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Requests a list for an account that the caller cannot access.</summary>
internal sealed class ForeignAccountProbe() : RequestProbe(7, "an account without access")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(
            ProbeCase.ForeignAccount,
            "an account without access",
            new(routes.ListActions.Method, routes.ListActions.Path) { Account = ImpossibleIds.Account },
            403),
    ];
}
