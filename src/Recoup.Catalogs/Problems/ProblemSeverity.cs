namespace Recoup.Catalogs.Problems;

/// <summary>How much a <see cref="Problem"/> matters.</summary>
public enum ProblemSeverity
{
    /// <summary>Something was decided that a reader may want to know; nothing is lost.</summary>
    Info,

    /// <summary>The input breaks the contract, and a guess stands in for what is missing.</summary>
    Warning,

    /// <summary>A part of the input cannot be used.</summary>
    Error,
}
