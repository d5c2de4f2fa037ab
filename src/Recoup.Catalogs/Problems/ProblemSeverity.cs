namespace Recoup.Catalogs.Problems;

/// <summary>How severe a <see cref="Problem"/> is.</summary>
public enum ProblemSeverity
{
    /// <summary>A decision that a reader may want to know about. Nothing is lost.</summary>
    Info,

    /// <summary>The input breaks the contract; an assumption replaces what is missing.</summary>
    Warning,

    /// <summary>A part of the input cannot be used.</summary>
    Error,
}
