namespace Recoup.Contracts;

/// <summary>What the verdicts of a report's findings stand for.</summary>
public enum ReportScale
{
    /// <summary>Themselves: what a change means.</summary>
    Verdicts,

    /// <summary>
    /// The severities of diagnostics: an error is <see cref="Verdict.Breaking"/>, a warning <see cref="Verdict.Unproven"/>, what is information
    /// <see cref="Verdict.Behavior"/>. Reports for people use the words of severities; JUnit fails on errors only.
    /// </summary>
    Severities,
}
