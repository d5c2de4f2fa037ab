namespace Recoup.Contracts.Findings.Reports;

/// <summary>The listed findings of an action or operation, the worst first.</summary>
/// <param name="Name">The name of the action or operation.</param>
/// <param name="Findings">The findings.</param>
internal sealed record ActionGroup(string Name, IReadOnlyList<Finding> Findings);
