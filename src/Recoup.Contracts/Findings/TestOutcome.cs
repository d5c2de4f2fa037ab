namespace Recoup.Contracts.Findings;

/// <summary>What came of a test.</summary>
internal enum TestOutcome
{
    Passed,

    Failed,

    /// <summary>The test was skipped, or was not run to its end for another reason.</summary>
    NotRun,
}
