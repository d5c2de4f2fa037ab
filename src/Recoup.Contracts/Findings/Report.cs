namespace Recoup.Contracts;

/// <summary>The outcome of a comparison.</summary>
/// <param name="Title">What was compared, in a few words.</param>
/// <param name="BeforeName">The old document, as it was named.</param>
/// <param name="AfterName">The new document, as it was named.</param>
/// <param name="Findings">What changed: the worst first, then by action, pointer and rule; always in the same order.</param>
/// <param name="Notes">What else to know.</param>
public sealed record Report(string Title, string BeforeName, string AfterName, IReadOnlyList<Finding> Findings, IReadOnlyList<Note> Notes)
{
    /// <summary>How many actions or operations both documents have.</summary>
    public int Compared { get; init; }

    /// <summary>What the verdicts stand for. Default: themselves.</summary>
    public ReportScale Scale { get; init; }

    /// <summary>The findings that nobody accepted: those that count.</summary>
    public IEnumerable<Finding> Open => Findings.Where(finding => finding.Acceptance is null);

    /// <summary>Whether the new document is suspect, so that nothing can be concluded from what it lacks.</summary>
    public bool IsSuspect => Notes.Any(note => note.Kind == NoteKind.Suspect);

    /// <summary>The worst verdict among the open findings, or null where there is none.</summary>
    public Verdict? Worst => Open.Select(finding => (Verdict?)finding.Verdict).Max();

    /// <summary>Totals of the open findings.</summary>
    public ReportTotals Totals => ReportTotals.Of(this);

    /// <summary>Whether an open finding is at least as bad as this.</summary>
    /// <param name="failOn">The mildest verdict that counts.</param>
    public bool HasFindingsAtOrAbove(Verdict failOn) => Worst >= failOn;
}
