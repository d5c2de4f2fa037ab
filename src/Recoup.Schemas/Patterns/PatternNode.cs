namespace Recoup.Schemas.Patterns;

/// <summary>A part of a regular expression, as parsed.</summary>
internal abstract record PatternNode
{
    /// <summary>One code point of a set.</summary>
    public sealed record Set(CodePointSet Points) : PatternNode;

    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    public sealed record Alternation(IReadOnlyList<PatternNode> Branches) : PatternNode;

    /// <summary>From <paramref name="Least"/> to <paramref name="Most"/> times; <see cref="int.MaxValue"/> for any number.</summary>
    public sealed record Repeat(PatternNode Body, int Least, int Most, bool IsLazy) : PatternNode;

    /// <summary>A capturing group; plain groups are the node they hold.</summary>
    public sealed record Capture(PatternNode Body, int Number) : PatternNode;

    public sealed record Look(PatternNode Body, bool IsAhead, bool IsNegative) : PatternNode;

    public sealed record BackReference(int Number) : PatternNode;

    public sealed record Anchor(AnchorKind Kind) : PatternNode;
}
