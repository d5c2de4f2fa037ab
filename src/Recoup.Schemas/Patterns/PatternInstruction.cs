namespace Recoup.Schemas.Patterns;

/// <summary>One instruction of a <see cref="PatternProgram"/>. <see cref="PatternOperation"/> says what the numbers mean.</summary>
internal sealed record PatternInstruction(PatternOperation Operation)
{
    public CodePointSet Set { get; init; } = CodePointSet.None;

    /// <summary>Whether text is taken from right to left, as in a lookbehind.</summary>
    public bool IsBackward { get; init; }

    public int Register { get; init; }

    public int First { get; init; }

    public int Second { get; set; }

    /// <summary>Where to continue. Set when the instruction there is known.</summary>
    public int Target { get; set; }
}
