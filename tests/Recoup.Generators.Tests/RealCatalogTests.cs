using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

public sealed class RealCatalogTests
{
    public static TheoryData<string> Files => new(
        "github-googledrive.served.json", "github-googledrive.source.json", "github.older.served.json", "googlesuper.served.json",
        "mcp-github.json", "mcp-docker-registry.json");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_action_of_a_real_catalog_becomes_a_method_that_compiles_without_a_warning(string file) =>
        ShouldCompileWhole(File.ReadAllText(TestData.RequireExternal("catalogs", file)));

    [Fact]
    public void Every_action_of_the_quick_start_becomes_a_method_that_compiles_without_a_warning() =>
        ShouldCompileWhole(File.ReadAllText(TestData.QuickStartCatalog));

    private static void ShouldCompileWhole(string json)
    {
        var generation = Generation.Run(json);

        generation.Diagnostics().ShouldBeEmpty();
        generation.Reported.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        using var catalog = JsonDocument.Parse(json);
        var slugs = catalog.RootElement.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("slug").GetString()!);
        Slugs(generation).ShouldBe(slugs.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Slugs(Generation generation) => generation.Result.GeneratedSources
        .SelectMany(source => source.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        .SelectMany(method => method.AttributeLists.SelectMany(list => list.Attributes))
        .Where(attribute => attribute.Name.ToString().EndsWith("RecoupActionAttribute", StringComparison.Ordinal))
        .Select(attribute => ((LiteralExpressionSyntax)attribute.ArgumentList!.Arguments[0].Expression).Token.ValueText)
        .Order(StringComparer.Ordinal);
}
