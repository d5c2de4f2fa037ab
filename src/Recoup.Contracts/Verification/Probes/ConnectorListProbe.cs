using System.Text.Json;
using Recoup.Contracts.Deployed;

namespace Recoup.Contracts.Verification.Probes;

/// <summary>The list of connectors: its schema, its slugs, and, beside the list of actions, what the two say of connections.</summary>
internal sealed class ConnectorListProbe() : Probe(9, "the list of connectors")
{
    public override async Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        var operation = run.Api.Routes.ListConnectors;
        var answer = await LiveList.FetchAsync(run.Api, operation, run.Options.Account, cancellation).ConfigureAwait(false);
        if (!BodyCheck.Check(run, Id, operation, answer.Json))
            return;
        run.Connectors = [.. answer.Json.GetProperty("connectors").EnumerateArray().Select(Read)];
        foreach (var connector in run.Connectors.Where(connector => connector.Slug.Any(char.IsAsciiLetterUpper)))
            run.Findings.Add(BodyCheck.Finding(run, Id, operation, $"expected connector slugs of small letters, got '{connector.Slug}'", connector.Slug));
        foreach (var slug in Missing(run))
            run.Findings.Add(BodyCheck.Finding(run, Id, operation, $"the connector '{slug}' of the snapshot is not listed any more", slug));
        run.Sightings.AddRange(ListSightings.Of(run, Id));
    }

    // A slug may be a prefix of the connector's own: servers guess it from the action's (D10).
    private static IEnumerable<string> Missing(ProbeRun run) => (run.Options.Snapshot?.Catalog?.Actions ?? [])
        .Select(action => action.ConnectorSlug).Where(slug => slug.Length > 0 && slug != ListSightings.MetaConnector).Distinct().Order(StringComparer.Ordinal)
        .Where(slug => !run.Connectors.Any(connector => connector.Slug == slug || connector.Slug.StartsWith(slug + "_", StringComparison.Ordinal)));

    private static LiveConnector Read(JsonElement connector) => new(
        connector.GetProperty("slug").GetString()!, connector.GetProperty("isConnected").GetBoolean(), connector.TryGetProperty("connectedAccountId", out _));
}
