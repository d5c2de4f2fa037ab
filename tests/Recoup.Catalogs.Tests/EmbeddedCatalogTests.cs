using Recoup.Tests.Driving;

namespace Recoup.Catalogs.Tests;

public sealed class EmbeddedCatalogTests
{
    private static readonly string Actions = Catalog.Of(Catalog.Action("GMAIL_SEND_EMAIL"), Catalog.Action("GITHUB_CLOSE_ISSUE"));

    [Fact]
    public void The_catalog_of_an_assembly_has_the_generated_actions()
    {
        var files = new[] { new CatalogText("catalog.json", Actions) { Connectors = "gmail" } };
        var program = Program.Load(Generation.Run(files, options: new GenerationOptions { EmbedsCatalog = true }));

        RecoupCatalog.Of(program.Assembly).Actions.ShouldHaveSingleItem().ShouldBe(RecoupCatalog.Parse(Actions).Actions[0]);
    }

    [Fact]
    public void An_assembly_without_a_catalog_is_an_error_that_says_what_to_do()
    {
        var program = Program.Load(Generation.Run(Actions));

        Should.Throw<CatalogException>(() => RecoupCatalog.Of(program.Assembly)).Message.ShouldBe(
            "Expected an assembly with an embedded catalog; App has none. "
            + "Add <RecoupEmbedCatalog>true</RecoupEmbedCatalog> to the properties of its project.");
    }

    [Fact]
    public void Nothing_is_no_assembly() => Should.Throw<ArgumentNullException>(() => RecoupCatalog.Of(null!));
}
