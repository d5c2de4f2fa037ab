namespace Recoup.Schemas.Patterns;

/// <summary>What an instruction of a <see cref="PatternProgram"/> does.</summary>
internal enum PatternOperation
{
    /// <summary>The expression has matched.</summary>
    Match,

    /// <summary>This way does not match.</summary>
    Fail,

    /// <summary>Takes one code point of a set.</summary>
    Set,

    /// <summary>Takes First to Second code points of a set, as many as possible.</summary>
    Run,

    /// <summary>Gives back one code point of the run before this instruction.</summary>
    RunBack,

    /// <summary>Takes First to Second code points of a set, as few as possible.</summary>
    LazyRun,

    /// <summary>Takes one more code point for the lazy run before this instruction.</summary>
    LazyRunMore,

    /// <summary>Tries the instruction First, then the instruction Second.</summary>
    Branch,

    /// <summary>Continues at the instruction Target.</summary>
    Jump,

    /// <summary>Sets the counter of a loop, the register Register, to 0.</summary>
    LoopStart,

    /// <summary>Decides between another round of a loop of First to Second rounds and the instruction Target after the loop.</summary>
    LoopTest,

    /// <summary>As <see cref="LoopTest"/>, but tries the instruction after the loop first.</summary>
    LazyLoopTest,

    /// <summary>Begins a round, and clears the registers from First up to Second: the groups inside a loop.</summary>
    LoopRound,

    /// <summary>Ends a round. A round beyond the first First rounds that took nothing does not count.</summary>
    LoopEnd,

    /// <summary>Enters a capturing group.</summary>
    CaptureStart,

    /// <summary>Leaves a capturing group.</summary>
    CaptureEnd,

    /// <summary>Takes the text that a group captured, or nothing if it captured nothing.</summary>
    BackReference,

    /// <summary>The start of the text.</summary>
    Start,

    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A place between a word character and another one.</summary>
    WordBoundary,

    /// <summary>Any other place.</summary>
    NotWordBoundary,

    /// <summary>Begins a lookaround.</summary>
    Look,

    /// <summary>Begins a negative lookaround, which is followed by the instruction Target.</summary>
    NegativeLook,

    /// <summary>A lookaround has matched. Its other ways are dropped.</summary>
    LookEnd,

    /// <summary>A negative lookaround has matched, so this way fails.</summary>
    NegativeLookEnd,
}
