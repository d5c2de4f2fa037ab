using Recoup.Contracts.Findings.Reports;
using Recoup.Contracts.Tests.Findings.Reports;
using Recoup.Schemas;

namespace Recoup.Contracts.Tests;

/// <summary>Catalogs as they were really served, months apart.</summary>
public sealed class RealPairTests
{
    [Fact]
    public void A_real_update_is_reported_as_approved()
    {
        var report = Compare("github.older.served.json", "github-googledrive.served.json");

        report.Compared.ShouldBe(823);
        report.IsSuspect.ShouldBeFalse();
        foreach (var finding in report.Findings)
        {
            if (finding.Verdict == Verdict.Breaking && finding.Direction is not null)
                finding.Witness.ShouldNotBeNull();
            finding.Location.ShouldNotBeNull();
        }

        string.Join("\n", report.Totals.ByRule.Select(total => $"{total.Rule} {total.Verdict} {total.Count}")).ShouldMatchApproved();
    }

    [Fact]
    public void Changes_by_a_schema_conversion_are_proved_with_witnesses()
    {
        var (before, after) = (Load("github-googledrive.source.json"), Load("github-googledrive.served.json"));
        var report = ContractDiff.Compare(before, after, new DiffOptions { WireOnly = true }, TestContext.Current.CancellationToken);
        var (actionsBefore, actionsAfter) = (before.Catalog!.Actions.ToDictionary(action =>
            action.Slug), after.Catalog!.Actions.ToDictionary(action => action.Slug));
        var options = new JsonSchemaOptions { HonorNullable = true };

        var breaking = report.Findings.Where(finding => finding is { Verdict: Verdict.Breaking, Direction: Direction.Parameters }).ToList();
        breaking.Count.ShouldBeGreaterThan(100);
        foreach (var finding in breaking)
        {
            var witness = finding.Witness.ShouldNotBeNull();
            JsonSchema.Parse(actionsBefore[finding.Action!].Parameters, options).IsValid(witness.Instance).ShouldBeTrue();
            JsonSchema.Parse(actionsAfter[finding.Action!].Parameters, options).IsValid(witness.Instance).ShouldBeFalse();
        }

        report.Totals.Unproven.ShouldBeLessThan(report.Findings.Count / 50);
    }

    [Theory]
    [InlineData("github.older.served.json", "github-googledrive.served.json")]
    [InlineData("github-googledrive.source.json", "github-googledrive.served.json")]
    public void The_summary_of_a_jump_fits_on_a_screen(string before, string after)
    {
        using var text = new StringWriter();
        SummaryReport.Write(Compare(before, after), text);

        text.ToString().TrimEnd('\n').Split('\n').Length.ShouldBeLessThanOrEqualTo(24, text.ToString());
        text.ToString().ShouldMatch("\\n[0-9]+ actions compared: ");
    }

    [Fact]
    public void A_real_catalog_compared_with_itself_has_no_changes() =>
        Compare("github-googledrive.served.json", "github-googledrive.served.json").Findings.ShouldBeEmpty();

    [Fact]
    public void Two_runs_over_real_catalogs_give_the_same_bytes()
    {
        string Run() => Sample.Write("json", Compare("github.older.served.json", "github-googledrive.served.json"));

        Run().ShouldBe(Run());
    }

    private static Report Compare(string before, string after) =>
        ContractDiff.Compare(Load(before), Load(after), null, TestContext.Current.CancellationToken);

    private static ContractDocument Load(string file) =>
        ContractDocument.Read(File.ReadAllBytes(TestData.RequireExternal("catalogs", file)), file);
}
