
namespace Recoup.Architecture.Tests;

/// <summary>
/// Roslyn's own tracking (RS2000 to RS2008) holds the analyzers' file against their descriptors, but does not see the descriptors that the
/// generator makes of problems. This holds both.
/// </summary>
public sealed class ReleaseTrackingTests
{
    private static readonly string[] States = ["Shipped", "Unshipped"];

    [Fact]
    public void Every_problem_is_tracked_as_it_is_reported() => Tracked("ProblemReleases").ShouldBe(Rows(DiagnosticRegister.Problems));

    [Fact]
    public void Every_rule_is_tracked_as_it_is_reported() => Tracked("AnalyzerReleases").ShouldBe(Rows(DiagnosticRegister.Rules));

    private static IEnumerable<string> Rows(IEnumerable<RegisteredDiagnostic> diagnostics) => diagnostics
        .Select(diagnostic => $"{diagnostic.Id} | Recoup | {diagnostic.Severity} | {diagnostic.Title}")
        .Order(StringComparer.Ordinal);

    // A rule is new once, shipped or not.
    private static IEnumerable<string> Tracked(string name) => States
        .SelectMany(state => File.ReadLines(Path.Combine(TestData.Repository, "src", "Recoup.Generators", $"{name}.{state}.md")))
        .Where(line => line.StartsWith("RCP", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
