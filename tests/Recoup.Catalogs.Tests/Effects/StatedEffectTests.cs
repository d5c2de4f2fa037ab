using Recoup.Tests.Driving;

namespace Recoup.Catalogs.Tests.Effects;

/// <summary>Effects that the names file beside a catalog says.</summary>
public sealed class StatedEffectTests : IDisposable
{
    private static readonly string Actions = Catalog.Of(Catalog.Action("GMAIL_DELETE_EMAIL"), Catalog.Action("GMAIL_GET_EMAIL"));

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    [Theory]
    [InlineData("read", ActionEffect.Read)]
    [InlineData("write", ActionEffect.Write)]
    [InlineData("destroy", ActionEffect.Destroy)]
    public void The_names_file_wins_over_the_slug(string word, ActionEffect effect)
    {
        var catalog = Load("{\"actions\":{\"GMAIL_DELETE_EMAIL\":{\"method\":\"Drop\",\"effect\":\"" + word + "\"}}}");

        (catalog.Actions[0].Effect, catalog.Actions[0].IsEffectInferred).ShouldBe((effect, false));
        (catalog.Actions[1].Effect, catalog.Actions[1].IsEffectInferred).ShouldBe((ActionEffect.Read, true));
    }

    [Theory]
    [InlineData("\"Read\"")]
    [InlineData("\"unknown\"")]
    [InlineData("true")]
    [InlineData("null")]
    public void Another_value_is_no_read(string value)
    {
        var action = Load("{\"actions\":{\"GMAIL_GET_EMAIL\":{\"effect\":" + value + "}}}").Actions[1];

        (action.Effect, action.IsEffectInferred).ShouldBe((ActionEffect.Unknown, false));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"actions":[]}""")]
    [InlineData("""{"actions":{"GMAIL_GET_EMAIL":"read","OTHER":{"effect":"read"}}}""")]
    public void A_names_file_without_effects_changes_nothing(string names) =>
        Load(names).Actions.Select(action => action.Effect).ShouldBe([ActionEffect.Destroy, ActionEffect.Read]);

    [Fact]
    public void A_names_file_that_is_not_JSON_is_an_error_at_its_place() =>
        Should.Throw<CatalogException>(() => Load("{")).Message
            .ShouldContain("recoup.names.json(1,2): error RCP0050: The names file is not JSON");

    [Fact]
    public void The_effect_stays_with_results_and_in_a_filtered_catalog()
    {
        var results = Path.Combine(_folder, "results.json");
        File.WriteAllText(results, """{"results":{"GMAIL_DELETE_EMAIL":{"type":"object"}}}""");
        var catalog = Load("""{"actions":{"GMAIL_DELETE_EMAIL":{"effect":"write"}}}""");

        var action = catalog.WithResults(results).Where(action => action.Slug == "GMAIL_DELETE_EMAIL").Actions.ShouldHaveSingleItem();

        action.Effect.ShouldBe(ActionEffect.Write);
        action.OutputParameters.ShouldNotBeNull();
        action.ShouldNotBe(catalog.Actions[0]);
    }

    [Fact]
    public void Results_beside_the_catalog_and_effects_are_read_together()
    {
        File.WriteAllText(Path.Combine(_folder, "recoup.results.json"), """{"results":{"GMAIL_DELETE_EMAIL":{"type":"object"}}}""");

        var action = Load("""{"actions":{"GMAIL_DELETE_EMAIL":{"effect":"write"}}}""").Actions[0];

        action.Effect.ShouldBe(ActionEffect.Write);
        action.OutputParameters.ShouldNotBeNull();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private RecoupCatalog Load(string names)
    {
        File.WriteAllText(Path.Combine(_folder, "recoup.names.json"), names);
        var path = Path.Combine(_folder, "catalog.json");
        File.WriteAllText(path, Actions);
        return RecoupCatalog.Load(path);
    }
}
