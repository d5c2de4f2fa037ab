namespace Recoup.Contracts.Findings;

/// <summary>A verdict and its name.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Name">The name in reports and options.</param>
internal sealed record VerdictRow(Verdict Verdict, string Name);
