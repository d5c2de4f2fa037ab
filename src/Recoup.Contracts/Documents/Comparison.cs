using Recoup.Catalogs;
using Recoup.Catalogs.Actions;
using Recoup.Contracts.Documents.Catalogs;
using Recoup.Contracts.Documents.Merging;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Specs;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Acceptances;

namespace Recoup.Contracts.Documents;

/// <summary>Compares two documents level by level, applies the accept file, and creates the report.</summary>
internal static class Comparison
{
    public static Report Run(ContractDocument before, ContractDocument after, DiffOptions options, CancellationToken cancellation)
    {
        if (before.Kind != after.Kind)
            throw new ContractException(
                $"{before.Name} is {before.Kind}, {after.Name} is {after.Kind}: expected two catalogs, two results files or two OpenAPI "
                + "documents.");
        if (before.IsResultFile)
            (before, after) = (WithActionsOf(before, after), WithActionsOf(after, before));
        else if (before.Catalog is not null)
            (before, after) = (WithResultsOf(before, after), WithResultsOf(after, before));

        var notes = new List<Note>();
        NoteProblems(before, notes);
        NoteProblems(after, notes);
        var documents = new DocumentPair(before, after) { Cancellation = cancellation };
        var outcome = before.Catalog is null
            ? SpecComparison.Compare(documents, options, cancellation)
            : CatalogComparison.Compare(documents, options, notes, cancellation);
        var sorted = FindingOrder.Sort(FindingMerge.Merge(outcome.Findings));
        var findings = Acceptor.Apply(sorted, options.Accepted, options.TimeProvider, notes);
        return new Report(
            before.Catalog is null ? "OpenAPI document" : before.IsResultFile ? "Results file" : "Catalog",
            before.Name,
            after.Name,
            findings,
            notes)
        { Compared = outcome.Compared };
    }

    // A results file lists what is known. An action that it leaves out exists, too.
    private static ContractDocument WithActionsOf(ContractDocument document, ContractDocument other)
    {
        var own = document.Catalog!.Actions.Select(action => action.Slug).ToHashSet(StringComparer.Ordinal);
        var missing = other.Catalog!.Actions.Select(action => action.Slug).Where(slug => !own.Contains(slug)).Select(CatalogAction.Unknown);
        return document.With(new RecoupCatalog([.. document.Catalog.Actions, .. missing]));
    }

    // A results file belongs to the project, not to one version of the catalog: a new catalog may be in another folder.
    private static ContractDocument WithResultsOf(ContractDocument document, ContractDocument other) =>
        document.Results.Count > 0 || other.Results.Count == 0
            ? document
            : document.With(new ResultOverlay(other.Results).Of(document.Catalog!), other.Results);

    private static void NoteProblems(ContractDocument document, List<Note> notes)
    {
        foreach (var problem in document.Problems)
        {
            var location = problem.Range is { } range ? new Location(document.Path, "", range) : null;
            notes.Add(new Note(NoteKind.Input, $"{problem.Descriptor.Id}: {problem.Message}", location));
        }
    }
}
