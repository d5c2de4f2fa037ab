using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Tests.Matrix;

public sealed class MatrixTests
{
    private static readonly JsonSchemaOptions AsCatalogsMean = new() { HonorNullable = true };

    [Fact]
    public void There_are_hundreds_of_pairs()
    {
        MatrixTable.Rows.Count.ShouldBeGreaterThan(1000);
        MatrixTable.Rows.Select(row => row.Slug).ShouldBeUnique();
    }

    [Theory]
    [InlineData(Direction.Parameters)]
    [InlineData(Direction.Results)]
    public void No_verdict_is_wrong(Direction direction)
    {
        var wrong = new List<string>();
        foreach (var row in MatrixTable.Rows)
        {
            var findings = MatrixTable.Of(row, direction);
            var verdict = findings.Where(finding => finding.Verdict != Verdict.Behavior)
                .Select(finding => finding.Verdict)
                .DefaultIfEmpty(Verdict.Compatible)
                .Max();
            var expected = row.Expected(direction);
            if (verdict != expected && !(verdict == Verdict.Unproven && Unproven.Reasons.ContainsKey(row.Line)))
                wrong.Add($"{row}: expected {expected}, got {verdict}: {string.Join(
                    "; ",
                    findings.Select(finding =>
                        $"{finding.Rule.Id} {finding.Verdict} {finding.Message} {finding.Reason} "
                            + $"{finding.Witness?.Json}"))}\n  {row.Old}\n  {row.New}");
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Direction.Parameters)]
    [InlineData(Direction.Results)]
    public void Every_breaking_verdict_has_a_witness_that_one_schema_accepts_and_the_other_rejects(Direction direction)
    {
        var count = 0;
        foreach (var row in MatrixTable.Rows)
        {
            foreach (var finding in MatrixTable.Of(row, direction).Where(finding => finding.Verdict == Verdict.Breaking))
            {
                var witness = finding.Witness.ShouldNotBeNull(row.ToString());
                var (accepting, rejecting) = direction == Direction.Parameters ? (row.Old, row.New) : (row.New, row.Old);
                using var instance = JsonDocument.Parse(witness.Json);
                JsonSchema.Parse(accepting, AsCatalogsMean).IsValid(instance.RootElement).ShouldBeTrue($"{row}: {witness.Json}");
                JsonSchema.Parse(rejecting, AsCatalogsMean).IsValid(instance.RootElement).ShouldBeFalse($"{row}: {witness.Json}");
                witness.AcceptedBy.ShouldBe(direction == Direction.Parameters ? Side.Before : Side.After);
                count++;
            }
        }

        count.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Exactly_the_listed_pairs_are_unproven()
    {
        var unproven = MatrixTable.Rows
            .Where(row =>
                Enum.GetValues<Direction>()
                    .Any(direction => MatrixTable.Of(row, direction).Any(finding => finding.Verdict == Verdict.Unproven)))
            .Select(row => row.Line).Distinct().Order();

        unproven.ShouldBe(Unproven.Reasons.Keys.Order());
        Unproven.Reasons.Values.ShouldAllBe(reason => reason.Length > 20);
    }
}
