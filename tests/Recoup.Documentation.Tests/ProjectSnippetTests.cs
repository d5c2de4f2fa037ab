using System.Xml.Linq;
using Recoup.Documentation.Tests.Pages;

namespace Recoup.Documentation.Tests;

/// <summary>
/// What pages say a project file holds: items, metadata and properties that the build files know, packages and projects that exist.
/// </summary>
public sealed class ProjectSnippetTests
{
    private static readonly string BuildFiles = Path.Combine(TestData.Repository, "src", "Recoup.Typed", "build");

    private static readonly string[] Catalog = ["Include", "Connectors", "Actions", "Link"];
    private static readonly string[] Spec = ["Include", "ClassName", "Types"];

    public static TheoryData<string> Places => Snippet.Places("xml");

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_part_of_a_project_means_something(string place)
    {
        var project = XElement.Parse($"<Project>{Snippet.At(place).Text}</Project>");

        foreach (var element in project.Descendants())
        {
            var include = (string?)element.Attribute("Include") ?? (string?)element.Attribute("Project") ?? "";
            var known = element.Name.LocalName switch
            {
                "Project" or "ItemGroup" or "PropertyGroup" or "configuration" or "packageSources" or "add" => true,
                "RecoupCatalog" => element.Attributes().All(attribute => Catalog.Contains(attribute.Name.LocalName)),
                "RecoupSpec" => element.Attributes().All(attribute => Spec.Contains(attribute.Name.LocalName)),
                "RecoupResultSchemas" => element.Attributes().All(attribute => attribute.Name.LocalName == "Include"),
                "PackageReference" =>
                    !include.StartsWith("Recoup.", StringComparison.Ordinal)
                        || Directory.Exists(Path.Combine(TestData.Repository, "src", include)),
                "ProjectReference" or "Import" =>
                    File.Exists(Path.Combine(TestData.Repository, include[include.IndexOf("src/", StringComparison.Ordinal)..])),
                var name when name.StartsWith("Recoup", StringComparison.Ordinal) =>
                    File.ReadAllText(Path.Combine(BuildFiles, "Recoup.Typed.targets")).Contains($"<{name}>", StringComparison.Ordinal),
                "None" or "NoWarn" or "TargetFramework" or "LangVersion" or "OutputType" or "Nullable" or "ImplicitUsings" => true,
                _ => false,
            };
            known.ShouldBeTrue($"{place}: {element}");
        }
    }
}
