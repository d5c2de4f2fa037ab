namespace Recoup.Contracts;

/// <summary>
/// A kind of change: a row of the rule table. Each rule has a page under docs/rules; rules of the generator have theirs under
/// docs/diagnostics.
/// </summary>
/// <param name="Id">The stable id that reports and accept files use, for example <c>schema-minimum</c>.</param>
/// <param name="Level">The level of the contract that the rule is about.</param>
/// <param name="Title">The title, in a few words.</param>
/// <param name="Effect">
/// How an addition changes the set of accepted values; a removal does the opposite. A verdict never rests on this alone, because it is
/// proved for the given schemas.
/// </param>
public sealed record Rule(string Id, RuleLevel Level, string Title, Effect Effect)
{
    /// <summary>The JSON Schema keyword that the rule is about, or null.</summary>
    public string? Keyword { get; init; }

    /// <summary>The page that explains the rule, as a path in the repository.</summary>
    public string Page => $"docs/{(Level == RuleLevel.Generator ? "diagnostics" : "rules")}/{Id}.md";
}
