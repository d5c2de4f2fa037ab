using Recoup.Contracts.Accepting;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels;

/// <summary>Two documents -> a report: level by level, then what is known and tolerated.</summary>
internal static class Comparison
{
    public static Report Run(ContractDocument old, ContractDocument @new, DiffOptions options, CancellationToken cancellation)
    {
        if (old.Catalog is null != @new.Catalog is null)
            throw new ContractException($"{old.Name} is {Kind(old)}, {@new.Name} is {Kind(@new)}: expected two catalogs or two OpenAPI documents.");

        var notes = new List<Note>();
        NoteProblems(old, notes);
        NoteProblems(@new, notes);
        var sides = new Sides(old, @new);
        var outcome = old.Catalog is null ? SpecLevel.Compare(sides, options, cancellation) : CatalogLevel.Compare(sides, options, notes, cancellation);
        var findings = Acceptor.Apply(FindingOrder.Sort(outcome.Findings), options, notes);
        return new Report(old.Catalog is null ? "OpenAPI document" : "Catalog", old.Name, @new.Name, findings, notes) { Compared = outcome.Compared };
    }

    private static string Kind(ContractDocument document) => document.Catalog is null ? "an OpenAPI document" : "a catalog";

    private static void NoteProblems(ContractDocument document, List<Note> notes)
    {
        foreach (var problem in document.Problems)
        {
            var location = problem.Range is { } range ? new Location(document.Path, "", range) : null;
            notes.Add(new Note(NoteKind.Input, $"{problem.Descriptor.Id}: {problem.Message}", location));
        }
    }
}
