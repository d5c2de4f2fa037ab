using System.Collections.Immutable;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>
/// Pairs the branches of two lists of schemas: equal ones first, then those with the same discriminator, then the most similar ones. A
/// branch that resembles no other stays alone.
/// </summary>
internal static class BranchPairs
{
    private const int MostScored = 4096;

    public static IReadOnlyList<(int Before, int After)> Of(ImmutableArray<Form> before, ImmutableArray<Form> after)
    {
        var pairs = new List<(int Before, int After)>();
        var (left, right) = (Enumerable.Range(0, before.Length).ToList(), Enumerable.Range(0, after.Length).ToList());
        TakeEqual(i => before[i].Key, j => after[j].Key);
        if ((long)left.Count * right.Count > MostScored)
            TakeEqual(i => BranchMarks.TagOf(before[i]), j => BranchMarks.TagOf(after[j]));
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

        void TakeEqual(Func<int, string?> keyBefore, Func<int, string?> keyAfter)
        {
            var equal = right.GroupBy(j => keyAfter(j) ?? "", StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => new Queue<int>(same), StringComparer.Ordinal);
            var (stay, taken) = (new List<int>(), new HashSet<int>());
            foreach (var i in left)
            {
                if (keyBefore(i) is { } key && equal.TryGetValue(key, out var same) && same.TryDequeue(out var j))
                {
                    pairs.Add((i, j));
                    taken.Add(j);
                }
                else
                {
                    stay.Add(i);
                }
            }

            (left, right) = (stay, [.. right.Where(j => !taken.Contains(j))]);
        }

        void Take(int i, int j)
        {
            pairs.Add((i, j));
            left.Remove(i);
            right.Remove(j);
        }
    }
}
