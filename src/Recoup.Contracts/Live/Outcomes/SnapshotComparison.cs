using System.Globalization;
using Recoup.Catalogs;
using Recoup.Contracts.Documents;
using Recoup.Contracts.Documents.Catalogs;
using Recoup.Contracts.Documents.Merging;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Deployed;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Outcomes;

/// <summary>Compares the stored catalog with the live one (P16).</summary>
internal static class SnapshotComparison
{
    /// <summary>The comparison, without known differences between servers; null if there is no stored catalog.</summary>
    public static Report? Run(ProbeRun run, CancellationToken cancellation)
    {
        if (run.Options.Snapshot?.AsServed() is not { Catalog: { } snapshot } document)
            return null;
        var live = run.Catalog.Catalog!;
        var operation = $"{run.Api.Routes.ListActions.Method} {run.Api.Routes.ListActions.Path}";
        var listed = SnapshotProjection.WithoutUnlisted(document, live, run.Connectors);
        var comparison = Compare(run, listed, cancellation);
        comparison = comparison with { Notes = [.. comparison.Notes, .. NotCompared(snapshot, listed.Catalog!, live)] };
        run.Observations.AddRange(SnapshotProjection.Approximations(
            snapshot, live, operation, areExpected: run.Options.Expect == ApiExpectation.Deployed));
        var findings = SnapshotProjection.Unexplained(comparison.Differences, snapshot, live);
        return comparison with { Findings = FindingMerge.Merge([.. findings.Select(InSnapshot)]) };
    }

    /// <summary>Whether the live catalog looks like an outage and should be fetched once more.</summary>
    public static bool IsSuspect(ContractDocument live, VerifyOptions options, IReadOnlyList<LiveConnector> connectors) =>
        live.Catalog!.Actions.Count == 0
        || (options.Snapshot is { Catalog: not null } snapshot && LooksLikeOutage(snapshot, live, connectors));

    private static bool LooksLikeOutage(ContractDocument snapshot, ContractDocument live, IReadOnlyList<LiveConnector> connectors) =>
        OutageGuard.Check(
        CatalogPairs.Of(new DocumentPair(SnapshotProjection.WithoutUnlisted(snapshot, live.Catalog!, connectors), live)), []);

    /// <summary>Notes about what was not compared.</summary>
    private static IEnumerable<Note> NotCompared(RecoupCatalog snapshot, RecoupCatalog listed, RecoupCatalog live)
    {
        if (snapshot.Actions.Count - listed.Actions.Count is > 0 and var unlisted)
            yield return new Note(
                NoteKind.Information,
                string.Create(CultureInfo.InvariantCulture,
                    $"{unlisted} of {snapshot.Actions.Count} stored actions were not compared: they were stored as not connected, and the "
                        + $"server does not list them (D8)"));
        if (SnapshotProjection.CountApproximated(snapshot, live) is > 0 and var approximated)
            yield return new Note(
                NoteKind.Information,
                string.Create(CultureInfo.InvariantCulture,
                    $"{approximated} actions are served with approximated schemas (D12): only their parameter names were compared. "
                        + $"'recoup pull' stores the approximation"));
        if (!DescribesResults(live) && snapshot.Actions.Count(action => action.OutputParameters is not null) is > 0 and var described)
            yield return new Note(
                NoteKind.Information,
                string.Create(CultureInfo.InvariantCulture,
                    $"the stored catalog describes the results of {described} actions, but the live list describes none: results were not "
                        + $"compared"));
    }

    private static bool DescribesResults(RecoupCatalog live) => live.Actions.Any(action => action.OutputParameters is not null);

    private static Report Compare(ProbeRun run, ContractDocument listed, CancellationToken cancellation)
    {
        var diff = run.Options.Diff;
        return Comparison.Run(
            listed, run.Catalog,
            new DiffOptions
            {
                WireOnly = diff.WireOnly,
                HasResultViews = diff.HasResultViews && DescribesResults(run.Catalog.Catalog!),
                SuspectOutages = diff.SuspectOutages,
                TimeProvider = diff.TimeProvider,
                Seed = diff.Seed,
            }, cancellation);
    }

    // The live catalog is not a file, so findings point into the stored one.
    private static Finding InSnapshot(Finding finding) => finding with { AfterLocation = null };
}
