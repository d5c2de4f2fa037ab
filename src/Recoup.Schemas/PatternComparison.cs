namespace Recoup.Schemas;

/// <summary>How the texts that one pattern matches relate to those of another.</summary>
/// <param name="IsSubset">
/// Whether the other pattern matches every text that the first one matches: true and false are proved, null is not decided (lookaround, a
/// backreference, a word boundary, or a pattern too large).
/// </param>
/// <param name="Counterexample">A shortest text that the first pattern matches and the other does not; null unless <paramref name="IsSubset"/> is false.</param>
public readonly record struct PatternComparison(bool? IsSubset, string? Counterexample);
