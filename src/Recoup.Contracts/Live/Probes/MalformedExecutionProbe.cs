using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Sends a truncated body.</summary>
internal sealed class MalformedExecutionProbe() : RequestProbe(12, "a body that is not JSON")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(
            ProbeCase.MalformedExecution,
            "a truncated body",
            new(routes.Execute.Method, routes.Execute.Path) { Body = $"{{\"{routes.Slug}\":" },
            400),
    ];
}
