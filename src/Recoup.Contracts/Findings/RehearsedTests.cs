namespace Recoup.Contracts.Findings;

/// <summary>What the tests of a user say about the new catalog. Tests are sorted by name.</summary>
internal sealed record RehearsedTests
{
    /// <summary>The number of tests that ran with the new catalog.</summary>
    public required int Count { get; init; }

    /// <summary>The tests that fail only with the new catalog.</summary>
    public required IReadOnlyList<BrokenTest> Broken { get; init; }

    /// <summary>The tests that fail with both catalogs.</summary>
    public required IReadOnlyList<TestCaseResult> FailingAlready { get; init; }

    /// <summary>The tests that fail only with the old catalog.</summary>
    public required IReadOnlyList<TestCaseResult> Healed { get; init; }

    /// <summary>The tests that ran with the old catalog only.</summary>
    public required IReadOnlyList<TestCaseResult> NotRun { get; init; }
}
