using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

public sealed class DocumentationLevelTests
{
    private static readonly string Actions = Catalog.Of(
        Catalog.Acme("MOVE", """{"row":{"type":"integer","description":"Counted from 1."}}"""));

    [Theory]
    [InlineData(null, true, true)]
    [InlineData("full", true, true)]
    [InlineData("summary", true, false)]
    [InlineData("none", false, false)]
    public void The_property_decides_how_much_of_the_catalog_becomes_documentation(string? level, bool hasSummary, bool hasParameters)
    {
        var generation = Generation.Run(Actions, options: new GenerationOptions { Documentation = level });

        var source = string.Concat(generation.Sources.Values);
        source.Contains("/// <summary>Does it.", StringComparison.Ordinal).ShouldBe(hasSummary);
        source.Contains("Counted from 1.", StringComparison.Ordinal).ShouldBe(hasParameters);
        source.Contains("///", StringComparison.Ordinal).ShouldBe(hasSummary);
        generation.Reported.ShouldBeEmpty();
    }

    [Fact]
    public void Another_value_is_reported_and_counts_as_full()
    {
        var generation = Generation.Run(Actions, options: new GenerationOptions { Documentation = "some" });

        generation.Reported.ShouldHaveSingleItem().Id.ShouldBe("RCP0023");
        string.Concat(generation.Sources.Values).ShouldContain("Counted from 1.");
    }
}
