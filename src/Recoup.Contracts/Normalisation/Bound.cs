namespace Recoup.Contracts.Normalisation;

/// <summary>A limit of numbers.</summary>
internal sealed record Bound(Exact Value, bool IsExclusive);
