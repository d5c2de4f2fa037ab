namespace Recoup.Schemas.Patterns;

/// <summary>
/// A pattern as a nondeterministic automaton over code points (Thompson's construction). It accepts every text in which the pattern matches
/// somewhere. Any code points can precede and follow the match.
/// </summary>
internal sealed class PatternAutomaton
{
    private const int MostStates = 4000;

    private readonly List<State> _states = [];
    private readonly PatternBudget _budget;

    private PatternAutomaton(PatternNode pattern, PatternBudget budget)
    {
        _budget = budget;
        var before = Add();
        var match = Build(pattern, before);
        Accept = Add();
        Join(match, Accept);
        _states[before].Moves.Add((CodePointSet.All, before));
        _states[Accept].Moves.Add((CodePointSet.All, Accept));
    }

    public int Accept { get; }

    /// <summary>The sets of all moves.</summary>
    public IEnumerable<CodePointSet> Sets => _states.SelectMany(state => state.Moves).Select(move => move.Set);

    /// <summary>Builds the automaton. Null if the pattern needs backtracking.</summary>
    /// <exception cref="PatternException">The pattern is too large.</exception>
    public static PatternAutomaton? Build(PatternNode pattern, PatternBudget budget) =>
        PatternNodes.NeedsBacktracking(pattern) ? null : new PatternAutomaton(pattern, budget);

    /// <summary>The states before the first code point.</summary>
    public int[] Start() => Close([0], isStart: true, isEnd: false);

    public int[] Step(int[] states, int point)
    {
        _budget.Charge(states.Length);
        return Close(
            states.SelectMany(state => _states[state].Moves).Where(move => move.Set.Contains(point)).Select(move => move.To),
            isStart: false, isEnd: false);
    }

    /// <summary>Whether a text that ends here is accepted.</summary>
    public bool Accepts(int[] states, bool isStart) => Close(states, isStart, isEnd: true).Contains(Accept);

    /// <summary>Whether every text that continues from here is accepted.</summary>
    public bool AcceptsAll(int[] states) => Array.BinarySearch(states, Accept) >= 0;

    private int[] Close(IEnumerable<int> from, bool isStart, bool isEnd)
    {
        var closed = new SortedSet<int>();
        var open = new Stack<int>(from);
        while (open.Count > 0)
        {
            var state = open.Pop();
            if (!closed.Add(state))
                continue;
            _budget.Charge(1 + _states[state].Jumps.Count);
            foreach (var (anchor, to) in _states[state].Jumps)
            {
                if (anchor is null || (anchor == AnchorKind.Start && isStart) || (anchor == AnchorKind.End && isEnd))
                    open.Push(to);
            }
        }

        return [.. closed];
    }

    private int Add()
    {
        if (_states.Count == MostStates)
            throw PatternBudget.Exhausted();
        _states.Add(new State([], []));
        return _states.Count - 1;
    }

    private void Join(int from, int to, AnchorKind? anchor = null) => _states[from].Jumps.Add((anchor, to));

    /// <summary>Adds the states of a part after a state.</summary>
    /// <returns>The state after the part has matched.</returns>
    private int Build(PatternNode node, int from)
    {
        _budget.Charge(1);
        int end;
        switch (node)
        {
            case PatternNode.Set set:
                end = Add();
                _states[from].Moves.Add((set.Points, end));
                return end;
            case PatternNode.Sequence sequence:
                return sequence.Parts.Aggregate(from, (at, part) => Build(part, at));
            case PatternNode.Alternation alternation:
                end = Add();
                foreach (var branch in alternation.Branches)
                {
                    var start = Add();
                    Join(from, start);
                    Join(Build(branch, start), end);
                }

                return end;
            case PatternNode.Repeat repeat:
                return BuildRepeat(repeat, from);
            case PatternNode.Capture capture:
                return Build(capture.Body, from);
            case PatternNode.Anchor anchor:
                end = Add();
                Join(from, end, anchor.Kind);
                return end;
            default:
                throw new PatternException(0, "the pattern cannot be compared");
        }
    }

    private int BuildRepeat(PatternNode.Repeat repeat, int from)
    {
        var at = from;
        for (var i = 0; i < repeat.Least; i++)
            at = Build(repeat.Body, at);
        if (repeat.Most == int.MaxValue)
        {
            var loop = Add();
            Join(at, loop);
            Join(Build(repeat.Body, loop), loop);
            return loop;
        }

        var end = Add();
        Join(at, end);
        for (var i = repeat.Least; i < repeat.Most; i++)
        {
            at = Build(repeat.Body, at);
            Join(at, end);
        }

        return end;
    }

    private sealed record State(List<(CodePointSet Set, int To)> Moves, List<(AnchorKind? Anchor, int To)> Jumps);
}
