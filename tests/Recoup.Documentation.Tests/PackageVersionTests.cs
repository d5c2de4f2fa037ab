using System.Text.RegularExpressions;
using System.Xml.Linq;
using Recoup.Documentation.Tests.Pages;

namespace Recoup.Documentation.Tests;

public sealed partial class PackageVersionTests
{
    private static readonly Dictionary<string, string> Versions =
        XDocument.Load(Path.Combine(TestData.Repository, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(
                package => (string)package.Attribute("Include")!,
                package => (string)package.Attribute("Version")!,
                StringComparer.Ordinal);

    // Other pages, such as the one of measurements, name the versions of a certain day.
    [Theory]
    [InlineData("docs/dependencies.md")]
    [InlineData("docs/getting-started.md")]
    public void A_version_that_the_page_names_is_the_one_in_use(string name)
    {
        var named = PackageAndVersion().Matches(Page.All[name].Text)
            .Where(match => Versions.ContainsKey(match.Groups["package"].Value)).ToList();

        named.ShouldNotBeEmpty();
        foreach (var match in named)
            match.Groups["version"].Value.ShouldBe(Versions[match.Groups["package"].Value], $"{name}: {match.Value}");
    }

    [GeneratedRegex(@"(?<package>[A-Z][\w.]*\w) (?<version>[0-9]+\.[0-9]+\.[0-9]+)")]
    private static partial Regex PackageAndVersion();
}
