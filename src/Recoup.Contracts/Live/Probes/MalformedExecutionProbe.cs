using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Sends a truncated body.</summary>
internal sealed class MalformedExecutionProbe() : RequestProbe(12, "an execution that is no JSON")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(ProbeCase.MalformedExecution, "a body that breaks off", new(routes.Execute.Method, routes.Execute.Path) { Body = $"{{\"{routes.Slug}\":" }, 400),
    ];
}
