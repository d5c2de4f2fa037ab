namespace Recoup.Contracts.Verdicts;

/// <summary>An edit and what it means.</summary>
internal sealed record Judged(Edit Edit, Verdict Verdict, Witness? Witness, string? Reason);
