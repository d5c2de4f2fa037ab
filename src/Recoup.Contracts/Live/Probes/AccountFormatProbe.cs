using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>
/// Requests with invalid account ids. The third one looks like a UUID, but has a version and a variant that RFC 9562 does not define.
/// </summary>
internal sealed class AccountFormatProbe() : RequestProbe(6, "accounts that are not UUIDs")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(ProbeCase.MalformedAccount, "an account that is not a UUID", List(routes, "not-a-uuid"), 400),
        new(ProbeCase.EmptyAccount, "an empty account", List(routes, ""), 400),
        new(ProbeCase.VersionNineAccount, "a UUID of version 9", List(routes, "a3bb189e-8bf9-9888-c912-ace4e6543002"), 403),
    ];

    private static LiveRequest List(ApiRoutes routes, string account) =>
        new(routes.ListActions.Method, routes.ListActions.Path) { Account = account };
}
