namespace Recoup.Contracts.Normalization;

/// <summary>A limit of numbers.</summary>
internal sealed record Bound(Exact Value, bool IsExclusive);
