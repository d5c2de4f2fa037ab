using System.Collections.Immutable;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>
/// Pairs the branches of two lists of schemas: equal ones first, then the most similar ones. A branch that resembles no other stays alone.
/// </summary>
internal static class BranchPairs
{
    private const int MostScored = 4096;

    public static IReadOnlyList<(int Before, int After)> Of(ImmutableArray<Form> before, ImmutableArray<Form> after)
    {
        var pairs = new List<(int Before, int After)>();
        var (left, right) = (Enumerable.Range(0, before.Length).ToList(), Enumerable.Range(0, after.Length).ToList());
        foreach (var i in left.ToList())
        {
            var at = right.FindIndex(j => after[j].Key == before[i].Key);
            if (at >= 0)
                Take(i, right[at]);
        }

        if ((long)left.Count * right.Count > MostScored)
            right.RemoveRange(Math.Min(right.Count, MostScored / left.Count), right.Count - Math.Min(right.Count, MostScored / left.Count));
        var marks = (Before: left.ToDictionary(i => i, i => BranchMarks.Of(before[i])), After: right.ToDictionary(j => j, j =>
            BranchMarks.Of(after[j])));
        foreach (var (i, j, _) in left.SelectMany(i => right.Select(j => (I: i, J: j, Score: marks.Before[i].Resemblance(marks.After[j]))))
            .Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score).ThenBy(pair => Math.Abs(pair.I - pair.J)).ThenBy(pair => pair.I)
            .ToList())
        {
            if (left.Contains(i) && right.Contains(j))
                Take(i, j);
        }

        return pairs;

        void Take(int i, int j)
        {
            pairs.Add((i, j));
            left.Remove(i);
            right.Remove(j);
        }
    }
}
