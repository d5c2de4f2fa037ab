using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace Recoup.Packages.Tests;

public sealed partial class PackageTests
{
    public static TheoryData<string> Ids => new(PackageFolder.Ids);

    [Fact]
    public void A_release_consists_of_these_packages_and_the_symbols_of_the_libraries()
    {
        using var typed = PackageFolder.Open("Recoup.Typed");
        var version = typed.Value("version");
        var packages = PackageFolder.Ids.Select(id => $"{id}.{version}.nupkg");
        var symbols = PackageFolder.Ids.Where(id => id != "Recoup.Cli").Select(id => $"{id}.{version}.snupkg");

        PackageFolder.Files.ShouldBe(packages.Concat(symbols), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_says_and_holds_what_is_approved(string id)
    {
        using var package = PackageFolder.Open(id);
        using var symbols = PackageFolder.OpenSymbols(id);

        PackageText.Of(package, symbols).ShouldMatchApproved(
            options => options.SubFolder("Packages").WithFilenameGenerator((_, _, type, extension) => $"{id}.{type}.{extension}"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_has_release_notes(string id)
    {
        using var package = PackageFolder.Open(id);

        package.Value("releaseNotes").Split('\n').ShouldContain(line => line.StartsWith("- ", StringComparison.Ordinal));
    }

    // They see each other's internals, which may change with every version.
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_depends_on_exactly_this_version_of_the_others(string id)
    {
        using var package = PackageFolder.Open(id);

        var ours = package.Metadata.Descendants()
            .Where(element => ((string?)element.Attribute("id"))?.StartsWith("Recoup.", StringComparison.Ordinal) == true);
        ours.Select(element => (string?)element.Attribute("version")).ShouldAllBe(version => version == $"[{package.Value("version")}]");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_readme_stands_on_its_own(string id)
    {
        using var package = PackageFolder.Open(id);
        var readme = Encoding.UTF8.GetString(package.Read("README.md"));

        readme.ShouldStartWith("# ");
        readme.ShouldMatch(id == "Recoup.Cli" ? "dotnet tool install .*Recoup.Cli" : $"dotnet add package {Regex.Escape(id)}\n");
        RelativeLink().Matches(readme).Select(match => match.Value).ShouldBeEmpty("A feed shows the readme without the repository.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_icon_is_a_picture_of_128_pixels(string id)
    {
        using var package = PackageFolder.Open(id);
        var icon = package.Read("icon.png");

        icon[..8].ShouldBe([0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8]);
        BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)).ShouldBe(128);
        BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)).ShouldBe(128);
    }

    // Inline links and images, but not in code: "](" does not occur in the examples.
    [GeneratedRegex(@"\]\((?!https://)[^)]*\)")]
    private static partial Regex RelativeLink();
}
