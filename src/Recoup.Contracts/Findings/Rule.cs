namespace Recoup.Contracts;

/// <summary>One kind of change: a row of the rule table. Each has its page under docs/rules, those of the generator under docs/diagnostics.</summary>
/// <param name="Id">The stable id, for example <c>schema-minimum</c>: what an accept file and a report name.</param>
/// <param name="Level">Where the rule looks.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Effect">
/// What an addition of the thing does to the values that are accepted, by its nature; its removal does the opposite. A verdict never rests
/// on this alone: it is proved for the schemas at hand.
/// </param>
public sealed record Rule(string Id, RuleLevel Level, string Title, Effect Effect)
{
    /// <summary>The keyword of JSON Schema the rule is about, or null.</summary>
    public string? Keyword { get; init; }

    /// <summary>The page that explains the rule, as a path in the repository.</summary>
    public string Page => $"docs/{(Level == RuleLevel.Generator ? "diagnostics" : "rules")}/{Id}.md";
}
