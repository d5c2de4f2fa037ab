namespace Recoup.Schemas.Patterns;

/// <summary>Searches whole expressions.</summary>
internal static class PatternNodes
{
    public static bool Any(PatternNode node, Func<PatternNode, bool> predicate) => predicate(node) || node switch
    {
        PatternNode.Sequence sequence => sequence.Parts.Any(part => Any(part, predicate)),
        PatternNode.Alternation alternation => alternation.Branches.Any(branch => Any(branch, predicate)),
        PatternNode.Repeat repeat => Any(repeat.Body, predicate),
        PatternNode.Capture capture => Any(capture.Body, predicate),
        PatternNode.Look look => Any(look.Body, predicate),
        _ => false,
    };

    public static void ForEach(PatternNode node, Action<PatternNode> action) => Any(node, part =>
    {
        action(part);
        return false;
    });

    /// <summary>Whether the expression can only run with backtracking.</summary>
    public static bool NeedsBacktracking(PatternNode node) => Any(
        node,
        part =>
            part is PatternNode.Look or PatternNode.BackReference
                or PatternNode.Anchor { Kind: AnchorKind.WordBoundary or AnchorKind.NotWordBoundary });

    /// <summary>The numbers of the first and the last capturing group, or 0 and 0 if there is none.</summary>
    public static (int First, int Last) Groups(PatternNode node)
    {
        var (first, last) = (0, 0);
        ForEach(node, part =>
        {
            if (part is not PatternNode.Capture capture)
                return;
            first = first == 0 ? capture.Number : Math.Min(first, capture.Number);
            last = Math.Max(last, capture.Number);
        });
        return (first, last);
    }

    /// <summary>Whether every match begins at the start of the text.</summary>
    public static bool IsAnchored(PatternNode node) => node switch
    {
        PatternNode.Anchor anchor => anchor.Kind == AnchorKind.Start,
        PatternNode.Sequence sequence => sequence.Parts.Count > 0 && IsAnchored(sequence.Parts[0]),
        PatternNode.Alternation alternation => alternation.Branches.All(IsAnchored),
        PatternNode.Capture capture => IsAnchored(capture.Body),
        _ => false,
    };

    /// <summary>Whether the expression can match nothing at every place, and nothing but the text decides whether it matches.</summary>
    public static bool IsOptional(PatternNode node, bool captures) => ShortestMatch(node) == 0 && !Any(
        node,
        part => part is PatternNode.Look or PatternNode.BackReference or PatternNode.Anchor || captures && part is PatternNode.Capture);

    /// <summary>
    /// The number of code points that a match has at least. Matches can be longer, because lookarounds and backreferences count as none.
    /// </summary>
    public static long ShortestMatch(PatternNode node) => node switch
    {
        PatternNode.Set => 1,
        PatternNode.Sequence sequence => sequence.Parts.Aggregate(0L, (sum, part) => Math.Min(sum + ShortestMatch(part), int.MaxValue)),
        PatternNode.Alternation alternation => alternation.Branches.Min(ShortestMatch),
        PatternNode.Repeat repeat => Math.Min(ShortestMatch(repeat.Body) * repeat.Least, int.MaxValue),
        PatternNode.Capture capture => ShortestMatch(capture.Body),
        _ => 0,
    };

    /// <summary>The number of sets of the expression with its loops written out.</summary>
    public static long Size(PatternNode node) => node switch
    {
        PatternNode.Set => 1,
        PatternNode.Sequence sequence => sequence.Parts.Aggregate(0L, (sum, part) => Math.Min(sum + Size(part), int.MaxValue)),
        PatternNode.Alternation alternation =>
            alternation.Branches.Aggregate(0L, (sum, branch) => Math.Min(sum + Size(branch), int.MaxValue)),
        PatternNode.Repeat repeat => Math.Min(
            Size(repeat.Body) * (repeat.Most == int.MaxValue ? Math.Max(repeat.Least, 1) : repeat.Most), int.MaxValue),
        PatternNode.Capture capture => Size(capture.Body),
        PatternNode.Look look => Size(look.Body),
        _ => 0,
    };
}
