using System.Text;

namespace Recoup.Schemas.Patterns;

/// <summary>Two automata side by side, breadth first: the first text that one accepts and the other does not is a shortest one.</summary>
internal static class AutomatonComparison
{
    private const int MostPairs = 4000;
    private const int MostClasses = 400;

    public static PatternComparison Run(PatternNode pattern, PatternNode other)
    {
        if (PatternAutomaton.TryBuild(pattern) is not { } one || PatternAutomaton.TryBuild(other) is not { } two)
            return default;
        var points = Representatives(one.Sets.Concat(two.Sets));
        if (points is null)
            return default;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<Pair>();
        queue.Enqueue(new Pair(one.Start(), two.Start(), null, -1));
        while (queue.Count > 0)
        {
            var pair = queue.Dequeue();
            var isStart = pair.Before is null;
            if (one.Accepts(pair.One, isStart) && !two.Accepts(pair.Two, isStart))
                return new PatternComparison(false, TextOf(pair));
            if (two.AcceptsAll(pair.Two))
                continue;
            foreach (var point in points)
            {
                var next = new Pair(one.Step(pair.One, point), two.Step(pair.Two, point), pair, point);
                if (next.One.Length == 0 || !seen.Add(KeyOf(next)))
                    continue;
                if (seen.Count > MostPairs)
                    return default;
                queue.Enqueue(next);
            }
        }

        return new PatternComparison(true, null);
    }

    /// <summary>One code point of each class that no set tells apart, letters and digits first. Half a surrogate pair is no text.</summary>
    private static List<int>? Representatives(IEnumerable<CodePointSet> sets)
    {
        var all = sets.Distinct().ToList();
        var starts = new SortedSet<int> { 0, 'a', '0', 'A', 0xD800, 0xE000 };
        foreach (var (from, to) in all.SelectMany(set => set.Ranges))
        {
            starts.Add(from);
            if (to < CodePointSet.Last)
                starts.Add(to + 1);
        }

        if (starts.Count > 20 * MostClasses)
            return null;
        var chosen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var point in starts.Where(point => point is < 0xD800 or > 0xDFFF).OrderBy(Strangeness).ThenBy(point => point))
        {
            var key = new StringBuilder(all.Count);
            foreach (var set in all)
                key.Append(set.Contains(point) ? '1' : '0');
            if (!chosen.ContainsKey(key.ToString()))
                chosen.Add(key.ToString(), point);
            if (chosen.Count > MostClasses)
                return null;
        }

        return [.. chosen.Values];
    }

    private static int Strangeness(int point) => point switch
    {
        >= 'a' and <= 'z' => 0,
        >= '0' and <= '9' => 1,
        >= 'A' and <= 'Z' => 2,
        > 0x20 and < 0x7F => 3,
        0x20 => 4,
        _ => 5,
    };

    private static string KeyOf(Pair pair) => string.Join(",", pair.One) + "|" + string.Join(",", pair.Two);

    private static string TextOf(Pair end)
    {
        var points = new Stack<int>();
        for (var pair = end; pair.Before is not null; pair = pair.Before)
            points.Push(pair.Point);
        return string.Concat(points.Select(char.ConvertFromUtf32));
    }

    private sealed record Pair(int[] One, int[] Two, Pair? Before, int Point);
}
