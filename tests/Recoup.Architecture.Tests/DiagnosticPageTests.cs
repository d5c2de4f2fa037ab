using System.Text.RegularExpressions;
using Recoup.Binding.Problems;
using Recoup.Catalogs.Problems;
using Recoup.Tests;

namespace Recoup.Architecture.Tests;

public sealed partial class DiagnosticPageTests
{
    private static readonly string Pages = Path.Combine(TestData.Repository, "docs", "diagnostics");

    // Every table of problems there is, found by its name and shape, so that a new one cannot be forgotten.
    private static readonly ProblemDescriptor[] Problems =
    [
        .. new[] { typeof(CatalogProblems).Assembly, typeof(BindingProblems).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Problems", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields())
            .Where(field => field.FieldType == typeof(ProblemDescriptor))
            .Select(field => (ProblemDescriptor)field.GetValue(null)!),
    ];

    public static TheoryData<string> Ids => new(Problems.Select(problem => problem.Id));

    [Fact]
    public void Ids_are_unique_and_well_formed()
    {
        Problems.Select(problem => problem.Id).ShouldBeUnique();
        Problems.ShouldAllBe(problem => Id().IsMatch(problem.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_problem_has_its_page_with_example_and_cure(string id)
    {
        var problem = Problems.Single(candidate => candidate.Id == id);
        var page = File.ReadAllText(Path.Combine(Pages, id + ".md"));

        page.ShouldStartWith($"# {id}: {problem.Title}");
        page.ShouldContain($"**{problem.Severity}**");
        page.ShouldContain("## Example");
        page.ShouldContain("## Cure");
    }

    [Fact]
    public void Every_page_belongs_to_a_problem() =>
        Directory.GetFiles(Pages, "RCP*.md").Select(Path.GetFileNameWithoutExtension).ShouldBeSubsetOf(Problems.Select(problem => problem.Id));

    [GeneratedRegex("^RCP[0-9]{4}$")]
    private static partial Regex Id();
}
