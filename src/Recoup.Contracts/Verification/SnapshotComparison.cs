using Recoup.Catalogs;
using Recoup.Contracts.Deployed;

namespace Recoup.Contracts.Verification;

/// <summary>P16: the stored catalog against the live one.</summary>
internal static class SnapshotComparison
{
    private static readonly Note Stranger = new(NoteKind.Suspect,
        "the stored catalog and the live one have no action in common but meta-actions: they are of different accounts, or every connection has changed. Give the key or --account of the stored one, or add --trust-missing");

    /// <summary>The comparison, without what is a known difference between servers; null where no catalog is given.</summary>
    public static Report? Run(ProbeRun run, CancellationToken cancellation)
    {
        if (run.Options.Snapshot is not { Catalog: { } snapshot } document)
            return null;
        var live = run.Catalog.Catalog!;
        var operation = $"{run.Api.Routes.ListActions.Method} {run.Api.Routes.ListActions.Path}";
        var comparison = Compare(run, document, cancellation);
        if (run.Options.Diff.SuspectOutages && !comparison.IsSuspect && AreStrangers(snapshot, live))
            comparison = comparison with { Notes = [Stranger, .. comparison.Notes] };
        var findings = SnapshotProjection.Unexplained(comparison.Findings, snapshot, live, operation, run.Sightings);
        return comparison with { Findings = [.. findings.Select(InSnapshot)] };
    }

    /// <summary>Whether the live catalog looks like an outage; then it is worth fetching once more.</summary>
    public static bool IsSuspect(ContractDocument live, VerifyOptions options, IReadOnlyList<LiveConnector> connectors) =>
        live.Catalog!.Actions.Count == 0
        || (options.Snapshot is { Catalog: not null } snapshot && OutageGuard(snapshot, live, connectors));

    private static bool OutageGuard(ContractDocument snapshot, ContractDocument live, IReadOnlyList<LiveConnector> connectors) => Levels.OutageGuard.Check(
        Levels.CatalogPairs.Of(new Levels.Sides(SnapshotProjection.WithoutUnlisted(snapshot, live.Catalog!, connectors), live)), []);

    private static bool AreStrangers(RecoupCatalog snapshot, RecoupCatalog live)
    {
        var known = snapshot.Actions.Select(action => action.Slug).Where(slug => !ListSightings.IsMeta(slug)).ToHashSet(StringComparer.Ordinal);
        var own = live.Actions.Where(action => !ListSightings.IsMeta(action.Slug)).ToList();
        return known.Count > 0 && own.Count > 0 && own.TrueForAll(action => !known.Contains(action.Slug));
    }

    private static Report Compare(ProbeRun run, ContractDocument snapshot, CancellationToken cancellation)
    {
        var diff = run.Options.Diff;
        return ContractDiff.Compare(
            SnapshotProjection.WithoutUnlisted(snapshot, run.Catalog.Catalog!, run.Connectors), run.Catalog,
            new DiffOptions { WireOnly = diff.WireOnly, HasResultViews = diff.HasResultViews, SuspectOutages = diff.SuspectOutages, TimeProvider = diff.TimeProvider, Seed = diff.Seed }, cancellation);
    }

    // The live side is no file: what a reader can open is the stored catalog.
    private static Finding InSnapshot(Finding finding) => finding with { NewLocation = null };
}
