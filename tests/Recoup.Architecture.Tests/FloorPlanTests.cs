using System.Reflection;
using System.Xml.Linq;

namespace Recoup.Architecture.Tests;

public sealed class FloorPlanTests
{
    private static readonly string[] BuildPackages = ["Microsoft.CodeAnalysis.BannedApiAnalyzers"];

    public static TheoryData<string> Projects =>
        new(Directory.GetFiles(Path.Combine(TestData.Repository, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)!));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_floor_plan_allows(string project)
    {
        FloorPlan.Projects.Keys.ShouldContain(project, $"{project} has no place in the floor plan");
        var file = XDocument.Load(Path.Combine(TestData.Repository, "src", project, project + ".csproj"));

        var references = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)
                + Mark(reference));
        references.ShouldBe(FloorPlan.Projects[project], ignoreOrder: true);

        var packages = file.Descendants("PackageReference")
            .Select(reference => (string)reference.Attribute("Include")!)
            .Except(BuildPackages);
        packages.Except(FloorPlan.Packages[project]).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_references_exactly_the_projects_that_its_project_declares(string project)
    {
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, (project == "Recoup.Cli" ? "recoup" : project) + ".dll"));

        assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Recoup.", StringComparison.Ordinal))
            .ShouldBe(FloorPlan.Projects[project].Where(reference => char.IsLetter(reference[^1])), ignoreOrder: true);
    }

    private static string Mark(XElement reference) =>
        (string?)reference.Attribute("OutputItemType") == "Analyzer" ? "*"
        : (string?)reference.Attribute("Label") == "Shipped" ? "+"
        : "";

    [Fact]
    public void What_answers_HTTP_in_the_emulator_is_an_independent_witness_of_the_contract()
    {
        var uses = NamespaceUses.Of(typeof(Recoup.Emulator.RecoupEmulator).Assembly, "Recoup.Emulator.Core", "Recoup.Typed");

        uses.ShouldBeEmpty();
        NamespaceUses.Of(typeof(Recoup.Emulator.RecoupEmulator).Assembly, "Recoup.Emulator", "Recoup.Typed")
            .ShouldNotBeEmpty("the search finds nothing at all");
    }
}
