using System.Text;

namespace Recoup.Schemas.Patterns;

/// <summary>
/// Runs automata side by side, breadth first. The first text that all automata of the left side accept, and none of the right side, is a
/// shortest counterexample.
/// </summary>
internal static class AutomatonComparison
{
    /// <summary>States visited and sets asked, about half a second.</summary>
    private const int MostSteps = 5_000_000;
    private const int MostPositions = 4000;
    private const int MostClasses = 400;

    /// <exception cref="PatternException">The comparison takes too many steps.</exception>
    public static PatternComparison Run(IReadOnlyCollection<PatternNode> patterns, IReadOnlyCollection<PatternNode> others)
    {
        var budget = new PatternBudget(MostSteps);
        var left = patterns.Select(pattern => PatternAutomaton.Build(pattern, budget)).ToList();
        var right = others.Select(pattern => PatternAutomaton.Build(pattern, budget)).ToList();
        if (left.Contains(null) || right.Contains(null))
            return default;
        var points = Representatives(left.Concat(right).SelectMany(automaton => automaton!.Sets), budget);
        if (points is null)
            return default;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<Position>();
        queue.Enqueue(new Position([.. left.Select(one => one!.Start())], [.. right.Select(one => one!.Start())], null, -1));
        var isDecided = true;
        while (queue.Count > 0)
        {
            var at = queue.Dequeue();
            var isStart = at.Before is null;
            if (left.Zip(at.Left, (one, states) => one!.Accepts(states, isStart)).All(accepts => accepts)
                && !right.Zip(at.Right, (one, states) => one!.Accepts(states, isStart)).Any(accepts => accepts))
            {
                // JSON can hold half of a surrogate pair, but most programs cannot. So it neither proves nor refutes anything.
                if (!at.HasSurrogate)
                    return new PatternComparison(false, TextOf(at));
                isDecided = false;
            }

            if (right.Zip(at.Right, (one, states) => one!.AcceptsAll(states)).Any(accepts => accepts))
                continue;
            foreach (var point in points)
            {
                // The two halves together would be another code point.
                if (IsHigh(at.Point) && IsSurrogate(point) && !IsHigh(point))
                    continue;
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

        return isDecided ? new PatternComparison(true, null) : default;
    }

    /// <summary>
    /// One code point of each class whose members no set distinguishes. Letters and digits are preferred. Halves of surrogate pairs come
    /// last: they stand only for classes that have no other members, the first and the second halves each for themselves.
    /// </summary>
    private static List<int>? Representatives(IEnumerable<CodePointSet> sets, PatternBudget budget)
    {
        var all = sets.Distinct().ToList();
        budget.Charge((int)Math.Min(4L * all.Sum(set => (long)set.Ranges.Count), int.MaxValue));
        var starts = new SortedSet<int> { 0, 'a', '0', 'A', 0xD800, 0xDC00, 0xE000 };
        foreach (var (from, to) in all.SelectMany(set => set.Ranges))
        {
            starts.Add(from);
            if (to < CodePointSet.Last)
                starts.Add(to + 1);
        }

        if (starts.Count > 20 * MostClasses)
            return null;
        var chosen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var point in starts.OrderBy(Strangeness).ThenBy(point => point))
        {
            budget.Charge(all.Count);
            var key = new StringBuilder(all.Count);
            foreach (var set in all)
                key.Append(set.Contains(point) ? '1' : '0');
            if (chosen.ContainsKey(key.ToString()))
                continue;
            if (IsSurrogate(point))
                key.Append(IsHigh(point) ? 'h' : 'l');
            chosen[key.ToString()] = point;
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
        >= 0xD800 and <= 0xDFFF => 6,
        _ => 5,
    };

    private static bool IsSurrogate(int point) => point is >= 0xD800 and <= 0xDFFF;

    private static bool IsHigh(int point) => point is >= 0xD800 and <= 0xDBFF;

    private static string KeyOf(Position at) =>
        (at.HasSurrogate ? IsHigh(at.Point) ? "h" : "s" : "")
        + string.Join("|", at.Left.Concat(at.Right).Select(states => string.Join(",", states)));

    private static string TextOf(Position end)
    {
        var points = new Stack<int>();
        for (var at = end; at.Before is not null; at = at.Before)
            points.Push(at.Point);
        return string.Concat(points.Select(char.ConvertFromUtf32));
    }

    private sealed record Position(int[][] Left, int[][] Right, Position? Before, int Point)
    {
        public bool HasSurrogate { get; } = IsSurrogate(Point) || Before is { HasSurrogate: true };
    }
}
