namespace Recoup.Contracts.Documents.Pairs;

/// <summary>What a level found.</summary>
/// <param name="Findings">The findings, in any order.</param>
/// <param name="Compared">How many actions or operations both documents have.</param>
internal sealed record ComparisonOutcome(IReadOnlyList<Finding> Findings, int Compared);
