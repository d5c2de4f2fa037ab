namespace Recoup.Schemas.Patterns;

/// <summary>A part of a parsed regular expression.</summary>
internal abstract record PatternNode
{
    /// <summary>One code point of a set.</summary>
    public sealed record Set(CodePointSet Points) : PatternNode;

    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    public sealed record Alternation(IReadOnlyList<PatternNode> Branches) : PatternNode;

    /// <summary>
    /// Repeats <paramref name="Least"/> to <paramref name="Most"/> times. <see cref="int.MaxValue"/> means any number of times.
    /// </summary>
    public sealed record Repeat(PatternNode Body, int Least, int Most, bool IsLazy) : PatternNode;

    /// <summary>A capturing group. Other groups are represented by their content.</summary>
    public sealed record Capture(PatternNode Body, int Number) : PatternNode;

    public sealed record Look(PatternNode Body, bool IsAhead, bool IsNegative) : PatternNode;

    public sealed record BackReference(int Number) : PatternNode;

    public sealed record Anchor(AnchorKind Kind) : PatternNode;
}
