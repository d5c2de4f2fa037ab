namespace Recoup.Contracts.Documents.Pairs;

/// <summary>The findings of a comparison of two documents.</summary>
/// <param name="Findings">The findings, in any order.</param>
/// <param name="Compared">The number of actions or operations that both documents have.</param>
internal sealed record ComparisonOutcome(IReadOnlyList<Finding> Findings, int Compared);
