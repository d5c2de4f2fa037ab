namespace Recoup.Contracts.Levels;

/// <summary>What a level found.</summary>
/// <param name="Findings">The findings, in any order.</param>
/// <param name="Compared">How many actions or operations both documents have.</param>
internal sealed record LevelOutcome(IReadOnlyList<Finding> Findings, int Compared);
