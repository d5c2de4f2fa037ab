namespace Recoup.Contracts.Findings;

/// <summary>The verdicts, the worst first.</summary>
internal static class VerdictTable
{
    public static IReadOnlyList<VerdictRow> Rows { get; } =
    [
        new(Verdict.Breaking, "breaking"),
        new(Verdict.Unproven, "unproven"),
        new(Verdict.Behavior, "behavior"),
        new(Verdict.Compatible, "compatible"),
    ];

    public static string NameOf(Verdict verdict) => Rows.First(row => row.Verdict == verdict).Name;

    /// <summary>Finds a verdict by name; null if there is none with this name.</summary>
    public static Verdict? Find(string name) => Rows.FirstOrDefault(row => row.Name == name)?.Verdict;
}
