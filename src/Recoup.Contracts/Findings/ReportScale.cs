namespace Recoup.Contracts;

/// <summary>What the verdicts in a report mean.</summary>
public enum ReportScale
{
    /// <summary>The effect of a change on programs.</summary>
    Verdicts,

    /// <summary>
    /// The severities of diagnostics: an error is <see cref="Verdict.Breaking"/>, a warning is <see cref="Verdict.Unproven"/>, an
    /// information is <see cref="Verdict.Behavior"/>. Reports for people use the words for severities, and the JUnit report fails on errors
    /// only.
    /// </summary>
    Severities,
}
