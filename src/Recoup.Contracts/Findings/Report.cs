using Recoup.Contracts.Findings;

namespace Recoup.Contracts;

/// <summary>The result of a comparison or a verification.</summary>
/// <param name="Title">What was compared, in a few words.</param>
/// <param name="BeforeName">The name of the earlier document.</param>
/// <param name="AfterName">The name of the later document.</param>
/// <param name="Findings">The findings: the worst first, then by action, pointer and rule. The order is always the same.</param>
/// <param name="Notes">The remarks that are not findings.</param>
public sealed record Report(string Title, string BeforeName, string AfterName, IReadOnlyList<Finding> Findings, IReadOnlyList<Note> Notes)
{
    /// <summary>The number of actions or operations that both documents have.</summary>
    public int Compared { get; init; }

    /// <summary>What the verdicts mean. Default: verdicts on changes.</summary>
    public ReportScale Scale { get; init; }

    /// <summary>The verdicts whose findings are not listed. They are still counted in the totals. Default: none.</summary>
    public IReadOnlyList<Verdict> Hidden { get; init; } = [];

    /// <summary>What the tests of a rehearsal say; null if no tests were run.</summary>
    internal RehearsedTests? Tests { get; init; }

    /// <summary>Each single difference: the parts of a finding that stands for several, otherwise the finding itself.</summary>
    public IEnumerable<Finding> Differences => Findings.SelectMany(finding => finding.Parts is [] ? [finding] : finding.Parts);

    /// <summary>The findings that are listed.</summary>
    internal IEnumerable<Finding> Shown => Findings.Where(finding => !Hidden.Contains(finding.Verdict));

    /// <summary>The findings that count: those that no accept file tolerates.</summary>
    public IEnumerable<Finding> Open => Findings.Where(finding => finding.Acceptance is null);

    /// <summary>Whether the later document is suspect, so that missing parts prove nothing.</summary>
    public bool IsSuspect => Notes.Any(note => note.Kind == NoteKind.Suspect);

    /// <summary>The worst verdict among the open findings, or null if there are none.</summary>
    public Verdict? Worst => Open.Select(finding => (Verdict?)finding.Verdict).Max();

    /// <summary>The mildest verdict that fails if the user selects none.</summary>
    internal Verdict MildestFailure => Scale == ReportScale.Severities ? Verdict.Breaking : Verdict.Unproven;

    /// <summary>Totals of the open findings.</summary>
    public ReportTotals Totals => ReportTotals.Of(this);

    /// <summary>Whether an open finding is at least as bad as a verdict.</summary>
    /// <param name="failOn">The mildest verdict that counts.</param>
    public bool HasFindingsAtOrAbove(Verdict failOn) => Worst >= failOn;

    /// <summary>Whether a finding is at least as bad as a verdict, or a test fails only with the new catalog.</summary>
    internal bool Fails(Verdict failOn) => HasFindingsAtOrAbove(failOn) || Tests is { Broken.Count: > 0 };
}
