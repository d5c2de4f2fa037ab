namespace Recoup.Schemas;

/// <summary>The result of comparing the texts that two patterns match.</summary>
/// <param name="IsSubset">
/// Whether the other pattern matches every text that the first one matches. True and false are proved. Null means undecided: a pattern has
/// lookaround, a backreference or a word boundary, or is too large.
/// </param>
/// <param name="Counterexample">
/// A shortest text that the first pattern matches and the other does not. Null unless <paramref name="IsSubset"/> is false.
/// </param>
public readonly record struct PatternComparison(bool? IsSubset, string? Counterexample);
