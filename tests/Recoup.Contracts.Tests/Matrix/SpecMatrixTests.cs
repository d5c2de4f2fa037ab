
namespace Recoup.Contracts.Tests.Matrix;

/// <summary>
/// Pairs of OpenAPI documents, by the constructs of the specifications: spellings that are equal to HTTP, and spellings that only look so.
/// </summary>
public sealed class SpecMatrixTests
{
    private static readonly IReadOnlyList<SpecMatrixRow> Rows =
    [
        .. File.ReadAllLines(Path.Combine(TestData.Repository, "tests", "Recoup.Contracts.Tests", "Matrix", "spec-pairs.txt"))
            .Index()
            .Where(line => line.Item.Length > 0 && line.Item[0] != '#')
            .Select(line => SpecMatrixRow.Read(line.Index + 1, line.Item)),
    ];

    [Fact]
    public void There_are_more_than_200_pairs() => Rows.Count.ShouldBeGreaterThan(200);

    [Fact]
    public void No_verdict_is_wrong() => Rows.SelectMany(row =>
        new[] { Wrong(row.There, row.Before, row.After, row.ToString()), Wrong(row.Back, row.After, row.Before, row + ", the way back") })
        .OfType<string>()
        .ShouldBeEmpty();

    [Fact]
    public void Every_breaking_change_of_values_has_a_witness() => Rows
        .SelectMany(row => Diff.Of(row.Before, row.After).Findings.Concat(Diff.Of(row.After, row.Before).Findings))
        .Where(finding => finding is { Verdict: Verdict.Breaking, Rule.Level: RuleLevel.Schema })
        .ShouldAllBe(finding => finding.Witness != null);

    [Fact]
    public void Every_rule_about_documents_has_a_pair()
    {
        var found = Rows.SelectMany(row => $"{row.There}, {row.Back}".Split(", ")).Select(cell => cell.Split(' ')[^1]).ToHashSet();

        RuleTable.All.Where(rule => rule.Level == RuleLevel.Spec).Select(rule => rule.Id).Except(found).ShouldBeEmpty();
    }

    private static string? Wrong(string expected, string before, string after, string name)
    {
        var report = Diff.Of(before, after);
        var wire = report.Differences.Where(finding => finding.Rule.Level != RuleLevel.Source).ToList();
        var shown = wire.Count > 0 ? wire : report.Differences.ToList();
        string[] wanted = expected == "=" ? [] : [.. expected.Split(", ").Order(StringComparer.Ordinal)];
        var got = shown.Select(finding => $"{Letter(finding.Verdict)} {finding.Rule.Id}").Order(StringComparer.Ordinal).ToList();
        return got.SequenceEqual(wanted)
            ? null
            : $"{name}: expected {expected}, got {string.Join(
                "; ", shown.Select(finding => $"{Letter(finding.Verdict)} {finding.Rule.Id} {finding.Message} {finding.Reason}"))}";
    }

    private static char Letter(Verdict verdict) => verdict switch
    {
        Verdict.Breaking => 'X',
        Verdict.Unproven => 'U',
        Verdict.Behavior => 'B',
        _ => 'C',
    };
}
