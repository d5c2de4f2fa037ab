namespace Recoup.Contracts.Schemas.Edits;

/// <summary>An edit with its verdict.</summary>
internal sealed record JudgedEdit(Edit Edit, Verdict Verdict, Witness? Witness, string? Reason);
