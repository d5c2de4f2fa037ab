namespace Recoup.AI.Dialects;

/// <summary>A union at the root, which no provider accepts.</summary>
internal static class RootUnion
{
    private const int MostBranches = 8;

    /// <summary>What the branches require, in words for the description of the tool; empty if they require the same.</summary>
    public static string Words(IReadOnlyList<Conjuncts> branches)
    {
        var sets = branches
            .Select(branch => branch.Parts.SelectMany(part => part.Texts("required")).ToHashSet(StringComparer.Ordinal))
            .ToList();
        var common = sets.Aggregate(new HashSet<string>(sets[0]), (all, next) => { all.IntersectWith(next); return all; });
        var choices = sets.Select(set => string.Join(" and ", set.Except(common)))
            .Where(choice => choice.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return choices.Count is 0 or > MostBranches || sets.Exists(set => set.Count == common.Count)
            ? ""
            : $"Give one of these: {string.Join("; ", choices)}.";
    }
}
