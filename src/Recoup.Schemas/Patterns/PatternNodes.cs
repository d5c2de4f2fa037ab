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

    /// <summary>Whether the expression can only run with backtracking.</summary>
    public static bool NeedsBacktracking(PatternNode node) => Any(
        node,
        part =>
            part is PatternNode.Look or PatternNode.BackReference
                or PatternNode.Anchor { Kind: AnchorKind.WordBoundary or AnchorKind.NotWordBoundary });
}
