using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Recoup.Packages.Tests;

/// <summary>The documentation files in the packages: editors show them to users, who see public members only.</summary>
public sealed class DocumentationTests
{
    public static TheoryData<string> Ids => new(PackageFolder.Ids.Where(id => id != "Recoup.Cli"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Documentation_names_public_members_only(string id)
    {
        using var package = PackageFolder.Open(id);
        var files = package.Entries(".xml").Where(entry => entry.StartsWith("lib/", StringComparison.Ordinal)).ToList();

        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            var compilation = Compile(Path.GetDirectoryName(file)!, id);
            var documentation = XDocument.Parse(package.Text(file));
            var members = documentation.Descendants("member").Select(member => (string)member.Attribute("name")!).ToList();
            var references = documentation.Descendants().Attributes("cref").Select(reference => reference.Value);

            members.ShouldNotBeEmpty();
            members.Concat(references).Distinct().Where(name => !IsVisible(name, compilation)).ShouldBeEmpty(file);
        }
    }

    // The packed assemblies of ours, and what their signatures use.
    private static CSharpCompilation Compile(string folder, string id)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Recoup.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var ours = PackageFolder.Ids.Where(other => other != "Recoup.Cli").Select(other =>
        {
            using var package = PackageFolder.Open(other);
            var own = other == id ? $"{folder}/{other}.dll" : package.Entries($"/{other}.dll").Order(StringComparer.Ordinal).First();
            return MetadataReference.CreateFromImage(package.Read(own));
        });
        return CSharpCompilation.Create(
            "Documentation",
            references: framework.Concat(ours),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All));
    }

    // A name that the compiler did not resolve begins with "!:". Namespaces have no accessibility.
    private static bool IsVisible(string name, Compilation compilation) => name[0] == 'N'
        || (DocumentationCommentId.GetFirstSymbolForDeclarationId(name, compilation) is { } symbol && IsVisible(symbol));

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is not { } type || IsVisible(type));
}
