using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts;

/// <summary>All rules.</summary>
public static class RuleTable
{
    /// <summary>All rules, level by level.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. CatalogRules.All, .. KeywordRules.All, .. SourceRules.All, .. SpecRules.All, .. LiveRules.All
    ];

    /// <summary>Finds a rule by id; null if there is none.</summary>
    /// <param name="id">The id.</param>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <summary>The change that undoes another one.</summary>
    /// <param name="change">The change.</param>
    public static Change MirrorOf(Change change) => change switch
    {
        Change.Added => Change.Removed,
        Change.Removed => Change.Added,
        Change.Tightened => Change.Loosened,
        Change.Loosened => Change.Tightened,
        _ => Change.Changed,
    };
}
