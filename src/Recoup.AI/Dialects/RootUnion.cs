namespace Recoup.AI.Dialects;

/// <summary>A union at the root, which no provider accepts.</summary>
internal static class RootUnion
{
    private const int MostBranches = 8;

    /// <summary>The properties that every branch requires.</summary>
    public static HashSet<string> Required(IReadOnlyList<Conjuncts> branches) =>
        RequiredByEach(branches).Aggregate((all, next) => { all.IntersectWith(next); return all; });

    /// <summary>What the branches require, in words for the description of the tool; null if they require the same.</summary>
    public static string? Words(IReadOnlyList<Conjuncts> branches)
    {
        var sets = RequiredByEach(branches).ToList();
        var common = Required(branches);
        var choices = sets.Select(set => string.Join(" and ", set.Except(common)))
            .Where(choice => choice.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return choices.Count is 0 or > MostBranches || sets.Exists(set => set.Count == common.Count)
            ? null
            : $"Give one of these: {string.Join("; ", choices)}.";
    }

    private static IEnumerable<HashSet<string>> RequiredByEach(IReadOnlyList<Conjuncts> branches) =>
        branches.Select(branch => branch.Parts.SelectMany(part => part.Texts("required")).ToHashSet(StringComparer.Ordinal));
}
