using Recoup.Contracts.Findings;
using Recoup.Contracts.Schemas.Edits;

namespace Recoup.Contracts.Documents.Merging;

/// <summary>
/// Merges the findings about one change into one finding. A change of a schema is also a change of the generated C#, often of several
/// members, but a person handles it once.
/// </summary>
internal static class FindingMerge
{
    /// <summary>Merges findings. The differences of the result are the given findings, so merging loses nothing.</summary>
    public static IReadOnlyList<Finding> Merge(IReadOnlyList<Finding> findings) =>
    [
        .. findings.GroupBy(finding => finding.Action, StringComparer.Ordinal)
            .SelectMany(action => action.Key is null ? action.AsEnumerable() : OfAction([.. action])),
    ];

    private static IEnumerable<Finding> OfAction(List<Finding> findings)
    {
        var (effects, changes) = (findings.Where(IsEffect).ToList(), findings.Where(finding => !IsEffect(finding)).ToList());
        var groups = new Dictionary<Finding, List<Finding>>(ReferenceEqualityComparer.Instance);
        var index = new ChangeIndex(changes);
        foreach (var change in changes)
            GroupOf(index.ReplacementOf(change) ?? change).Add(change);
        var alone = new List<Finding>();
        foreach (var effect in effects)
        {
            if (index.CauseOf(effect) is { } cause)
                GroupOf(index.ReplacementOf(cause) ?? cause).Add(effect);
            else
                alone.Add(effect);
        }

        return groups.Values.Select(One).Concat(alone);

        List<Finding> GroupOf(Finding change)
        {
            if (!groups.TryGetValue(change, out var group))
                groups.Add(change, group = []);
            return group;
        }
    }

    /// <summary>Whether a finding is about the generated C#, which changes only because something else does.</summary>
    private static bool IsEffect(Finding finding) => finding.Rule.Level == RuleLevel.Source;

    /// <summary>The worst part gives the finding its rule, message and place; the others add what they know.</summary>
    private static Finding One(List<Finding> parts)
    {
        if (parts.Count == 1)
            return parts[0];
        var worst = parts.MaxBy(part => part.Verdict)!;
        var also = parts.Where(part => part != worst && !IsEffect(part)).Select(part => part.Message);
        return worst with
        {
            Message = worst.Message + EditWords.Also(also),
            Direction = worst.Direction ?? parts.Select(part => part.Direction).FirstOrDefault(direction => direction is not null),
            Witness = worst.Witness ?? parts.Select(part => part.Witness).FirstOrDefault(witness => witness is not null),
            Source = worst.Source ?? parts.Where(part => part.Source is not null).MaxBy(part => part.Verdict)?.Source,
            Parts = parts,
            ContentHash = ContentHash.Of(
                parts.Select(part => $"{part.Rule.Id} {part.Pointer} {part.ContentHash}").Order(StringComparer.Ordinal)),
        };
    }
}
