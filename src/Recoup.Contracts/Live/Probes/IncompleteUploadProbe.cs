using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Sends uploads that are rejected before anything is fetched.</summary>
internal sealed class IncompleteUploadProbe() : RequestProbe(14, "uploads that are incomplete")
{
    public override IEnumerable<ProbeRequest> Requests(ApiRoutes routes) =>
    [
        new(ProbeCase.EmptyUpload, "an empty object", Upload(routes, "{}"), 400),
        new(
            ProbeCase.UploadOfMalformedAddress,
            "an invalid address",
            Upload(routes, Json((routes.Url, "not an address"), (routes.ToolSlug, ImpossibleIds.Slug))),
            400),
        new(ProbeCase.UploadWithoutSlug, "without a slug", Upload(routes, Json((routes.Url, "https://probe.invalid/cover.png"))), 400),
        new(ProbeCase.MalformedUpload, "a truncated body", Upload(routes, $"{{\"{routes.Url}\":"), 400),
    ];

    private static LiveRequest Upload(ApiRoutes routes, string body) => new(routes.Upload.Method, routes.Upload.Path) { Body = body };
}
