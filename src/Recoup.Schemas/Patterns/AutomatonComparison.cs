using System.Text;

namespace Recoup.Schemas.Patterns;

/// <summary>
/// Runs automata side by side, breadth first. The first text that all automata of the left side accept, and none of the right side, is a
/// shortest counterexample.
/// </summary>
internal static class AutomatonComparison
{
    private const int MostPositions = 4000;
    private const int MostClasses = 400;

    public static PatternComparison Run(IReadOnlyCollection<PatternNode> patterns, IReadOnlyCollection<PatternNode> others)
    {
        var (left, right) = (patterns.Select(PatternAutomaton.TryBuild).ToList(), others.Select(PatternAutomaton.TryBuild).ToList());
        if (left.Contains(null) || right.Contains(null))
            return default;
        var points = Representatives(left.Concat(right).SelectMany(automaton => automaton!.Sets));
        if (points is null)
            return default;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<Position>();
        queue.Enqueue(new Position([.. left.Select(one => one!.Start())], [.. right.Select(one => one!.Start())], null, -1));
        while (queue.Count > 0)
        {
            var at = queue.Dequeue();
            var isStart = at.Before is null;
            if (left.Zip(at.Left, (one, states) => one!.Accepts(states, isStart)).All(accepts => accepts)
                && !right.Zip(at.Right, (one, states) => one!.Accepts(states, isStart)).Any(accepts => accepts))
                return new PatternComparison(false, TextOf(at));
            if (right.Zip(at.Right, (one, states) => one!.AcceptsAll(states)).Any(accepts => accepts))
                continue;
            foreach (var point in points)
            {
                var next = new Position(
                    [.. left.Zip(at.Left, (one, states) => one!.Step(states, point))],
                     [.. right.Zip(at.Right, (one, states) => one!.Step(states, point))], at, point);
                if (Array.Exists(next.Left, states => states.Length == 0) || !seen.Add(KeyOf(next)))
                    continue;
                if (seen.Count > MostPositions)
                    return default;
                queue.Enqueue(next);
            }
        }

        return new PatternComparison(true, null);
    }

    /// <summary>
    /// One code point of each class whose members no set distinguishes. Letters and digits are preferred. Lone surrogates are left out,
    /// because they are not text.
    /// </summary>
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

    private static string KeyOf(Position at) => string.Join("|", at.Left.Concat(at.Right).Select(states => string.Join(",", states)));

    private static string TextOf(Position end)
    {
        var points = new Stack<int>();
        for (var at = end; at.Before is not null; at = at.Before)
            points.Push(at.Point);
        return string.Concat(points.Select(char.ConvertFromUtf32));
    }

    private sealed record Position(int[][] Left, int[][] Right, Position? Before, int Point);
}
