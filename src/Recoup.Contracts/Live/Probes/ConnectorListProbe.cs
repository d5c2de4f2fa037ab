using System.Text.Json;
using Recoup.Catalogs;
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
        if (!BodyCheck.Check(run, Id, operation, response.Json))
            return;
        run.Connectors = [.. response.Json.GetProperty("connectors").EnumerateArray().Select(Read)];
        foreach (var connector in run.Connectors.Where(connector => connector.Slug.Any(char.IsAsciiLetterUpper)))
            run.Findings.Add(BodyCheck.Finding(
                run, Id, operation, $"expected connector slugs in lower case, got '{connector.Slug}'", connector.Slug));
        foreach (var slug in Missing(run))
            run.Findings.Add(BodyCheck.Finding(run, Id, operation, $"the connector '{slug}' of the snapshot is no longer listed", slug));
        run.Observations.AddRange(ListObservations.Of(run.Catalog.Catalog!, run.Connectors, run.Api.Routes, Id));
    }

    // A connector slug may be shortened, because servers derive it from the action's slug (D10).
    private static IEnumerable<string> Missing(ProbeRun run)
    {
        var listed = run.Connectors.SelectMany(connector => Beginnings(connector.Slug)).ToHashSet(StringComparer.Ordinal);
        return (run.Options.Snapshot?.Catalog?.Actions ?? [])
            .Select(action => action.ConnectorSlug)
                .Where(slug => slug.Length > 0 && slug != MetaConnector.Slug)
                .Distinct()
                .Order(StringComparer.Ordinal)
            .Where(slug => !listed.Contains(slug));
    }

    private static IEnumerable<string> Beginnings(string slug)
    {
        yield return slug;
        for (var end = slug.IndexOf('_'); end >= 0; end = slug.IndexOf('_', end + 1))
            yield return slug[..end];
    }

    private static LiveConnector Read(JsonElement connector) => new(
        connector.GetProperty("slug").GetString()!, connector.GetProperty("isConnected").GetBoolean(),
         connector.TryGetProperty("connectedAccountId", out _));
}
