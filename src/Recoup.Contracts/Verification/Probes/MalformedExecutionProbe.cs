namespace Recoup.Contracts.Verification.Probes;

/// <summary>A body that breaks off.</summary>
internal sealed class MalformedExecutionProbe() : RequestProbe(12, "an execution that is no JSON")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new("a body that breaks off", new(routes.Execute.Method, routes.Execute.Path) { Body = $"{{\"{routes.Slug}\":" }, 400),
    ];
}
