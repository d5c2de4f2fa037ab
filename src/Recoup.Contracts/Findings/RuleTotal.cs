namespace Recoup.Contracts;

/// <summary>How many findings a rule has with one verdict.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Count">How many there are.</param>
public sealed record RuleTotal(string Rule, Verdict Verdict, int Count);
