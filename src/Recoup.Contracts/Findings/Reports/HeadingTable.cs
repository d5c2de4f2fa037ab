namespace Recoup.Contracts.Findings.Reports;

/// <summary>The headings of the text report.</summary>
internal static class HeadingTable
{
    public static IReadOnlyList<Heading> Rows { get; } =
    [
        .. VerdictTable.Rows.Select(row => new Heading(StartOf(row.Verdict, ReportScale.Verdicts), Verdict: row.Verdict)),
        .. Enum.GetValues<NoteKind>().Select(kind => new Heading(StartOf(kind), Note: kind)),
    ];

    public static string StartOf(Verdict verdict, ReportScale scale) => Words.WithProof(verdict, scale).ToUpperInvariant() + ":";

    public static string StartOf(NoteKind kind) => Words.Of(kind) + ":";

    /// <summary>
    /// Finds the heading that a line begins with, which is indented if it is the heading of a finding; null for any other line.
    /// </summary>
    public static Heading? Find(string line) => Rows.FirstOrDefault(row =>
        line.AsSpan().StartsWith(row.Start, StringComparison.Ordinal)
        || (row.Verdict is not null && line.StartsWith("  ", StringComparison.Ordinal)
            && line.AsSpan(2).StartsWith(row.Start, StringComparison.Ordinal)));
}
