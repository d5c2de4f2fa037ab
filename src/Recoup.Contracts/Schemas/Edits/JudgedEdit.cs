namespace Recoup.Contracts.Schemas.Edits;

/// <summary>An edit and what it means.</summary>
internal sealed record JudgedEdit(Edit Edit, Verdict Verdict, Witness? Witness, string? Reason);
