namespace Recoup.Contracts;

/// <summary>The number of findings of a rule with one verdict.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Count">The number of findings.</param>
public sealed record RuleTotal(string Rule, Verdict Verdict, int Count);
