using System.Text.RegularExpressions;

namespace Recoup.Architecture.Tests;

public sealed partial class DiagnosticPageTests
{
    private static readonly string Pages = Path.Combine(TestData.Repository, "docs", "diagnostics");

    public static TheoryData<string> Ids => new(DiagnosticRegister.All.Select(diagnostic => diagnostic.Id));

    [Fact]
    public void Ids_are_unique_and_well_formed()
    {
        DiagnosticRegister.Problems.ShouldNotBeEmpty();
        DiagnosticRegister.Rules.ShouldNotBeEmpty();
        DiagnosticRegister.BuildProblems.ShouldNotBeEmpty();
        DiagnosticRegister.All.Select(diagnostic => diagnostic.Id).ShouldBeUnique();
        DiagnosticRegister.All.ShouldAllBe(diagnostic => Id().IsMatch(diagnostic.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_diagnostic_has_its_page_with_an_example_and_a_fix(string id)
    {
        var diagnostic = DiagnosticRegister.All.Single(candidate => candidate.Id == id);
        var page = File.ReadAllText(Path.Combine(Pages, id + ".md"));

        page.ShouldStartWith($"# {id}: {diagnostic.Title}\n");
        page.ShouldContain($"**{diagnostic.Severity}**");
        page.ShouldContain("## Example");
        page.ShouldContain("## How to fix");
    }

    [Fact]
    public void Every_page_belongs_to_a_diagnostic() =>
        Directory.GetFiles(Pages, "RCP*.md")
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBeSubsetOf(DiagnosticRegister.All.Select(diagnostic => diagnostic.Id));

    [GeneratedRegex("^RCP[0-9]{4}$")]
    private static partial Regex Id();
}
