using System.Globalization;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public void Two_runs_generate_the_same_bytes()
    {
        var json = File.ReadAllText(TestData.QuickStartCatalog);

        Generation.Run(json).Sources.ShouldBe(Generation.Run(json).Sources);
    }

    [Fact]
    public void Another_culture_generates_the_same_bytes()
    {
        var json = File.ReadAllText(TestData.QuickStartCatalog);
        var expected = Generation.Run(json);

        Under(Foreign(), () => Generation.Run(json)).Sources.ShouldBe(expected.Sources);
    }

    [Fact]
    public void The_order_of_actions_does_not_matter()
    {
        string[] actions =
        [
            Catalog.Acme("A", """{"x":{"enum":["a","b"]}}"""), Catalog.Acme("B", """{"x":{"enum":["a","b"]}}"""), Catalog.Acme("C", "{}")
        ];

        Generation.Run(Catalog.Of([.. actions.Reverse()])).Sources.ShouldBe(Generation.Run(Catalog.Of(actions)).Sources);
    }

    [Fact]
    public void Lines_end_in_LF() =>
        Generation.Run(Catalog.Of(Catalog.Action("ACME_X", description: "one\r\ntwo\rthree"))).CodeOf("Acme").ShouldNotContain('\r');

    // Created here, because a machine without ICU has no other culture: with the signs, separators and digits of some language.
    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.DateTimeFormat.DateSeparator = "-";
        return culture;
    }

    private static T Under<T>(CultureInfo culture, Func<T> run)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
