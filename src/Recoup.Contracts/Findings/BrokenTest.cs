namespace Recoup.Contracts.Findings;

/// <summary>A test that fails only with the new catalog.</summary>
/// <param name="Test">Its result with the new catalog.</param>
/// <param name="Explanations">The findings that explain the failure, the best one first; empty if none does.</param>
/// <param name="IsNamed">
/// Whether the failure itself names what the findings are about. Otherwise they follow from the calls of the whole run.
/// </param>
internal sealed record BrokenTest(TestCaseResult Test, IReadOnlyList<Finding> Explanations, bool IsNamed);
