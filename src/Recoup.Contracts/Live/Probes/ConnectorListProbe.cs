using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Deployed;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Checks the list of connectors: its schema, the slugs, and whether its connections agree with the list of actions.</summary>
internal sealed class ConnectorListProbe() : Probe(9, "the list of connectors")
{
    public override async Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        var operation = run.Api.Routes.ListConnectors;
        var response = await LiveList.FetchAsync(run.Api, operation, run.Options.Account, cancellation).ConfigureAwait(false);
        BodyCheck.Check(run, Id, operation, response.Json);
        if (!response.Json.TryGetProperty("connectors", out var list) || list.ValueKind != JsonValueKind.Array)
            return;
        run.Connectors = Read(list);
        foreach (var connector in run.Connectors.Where(connector => connector.Slug.Any(char.IsAsciiLetterUpper)))
            run.Findings.Add(BodyCheck.Finding(
                run, Id, operation, $"expected connector slugs in lower case, got '{connector.Slug}'", connector.Slug));
        foreach (var slug in Missing(run))
            run.Findings.Add(BodyCheck.Finding(run, Id, operation, $"the connector '{slug}' is no longer listed", slug)
                with
            { Rule = LiveRules.Connector });
        run.Observations.AddRange(ListObservations.Of(
            run.Catalog.Catalog!, run.Connectors, run.Options.Snapshot?.Catalog, run.Api.Routes, Id));
    }

    // The connectors of the stored catalog, and those that the platform enables. A stored slug may be shortened, because servers derive it
    // from the action's slug (D10).
    private static IEnumerable<string> Missing(ProbeRun run)
    {
        var listed = run.Connectors.Select(connector => connector.Slug).ToHashSet(StringComparer.Ordinal);
        var stored = (run.Options.Snapshot?.Catalog?.Actions ?? []).Select(action => action.ConnectorSlug).Distinct();
        return Enabled(run, listed)
            .Concat(stored.Where(slug => slug.Length > 0 && slug != MetaConnector.Slug && !listed.Any(one => IsShortened(slug, one))))
            .Distinct()
            .Where(slug => !listed.Contains(slug))
            .Order(StringComparer.Ordinal);
    }

    // A server that lists less than half of them, such as an emulator in documented behavior, is not the platform.
    private static IReadOnlyList<string> Enabled(ProbeRun run, HashSet<string> listed) =>
        run.Options.Expect == ApiExpectation.Deployed
            && PlatformConnectors.Slugs.Count(listed.Contains) * 2 > PlatformConnectors.Slugs.Count
            ? PlatformConnectors.Slugs
            : [];

    private static bool IsShortened(string slug, string connector) =>
        connector.StartsWith(slug, StringComparison.Ordinal) && connector.AsSpan(slug.Length).StartsWith("_");

    // The entries that can be read: a broken entry is found, and hides nothing about the others. One that does not say whether it is
    // connected shows nothing about connections, and neither does a connected one.
    private static List<LiveConnector> Read(JsonElement list)
    {
        var connectors = new List<LiveConnector>();
        foreach (var connector in list.EnumerateArray())
        {
            if (connector.ValueKind == JsonValueKind.Object && connector.TryGetProperty("slug", out var slug)
                && slug.ValueKind == JsonValueKind.String)
            {
                var isUnconnected = connector.TryGetProperty("isConnected", out var connected)
                    && connected.ValueKind == JsonValueKind.False;
                connectors.Add(new(slug.GetString()!, !isUnconnected, connector.TryGetProperty("connectedAccountId", out _)));
            }
        }

        return connectors;
    }
}
