using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Recoup.Generators.Tests.Fuzzing;
using Recoup.Tests.Driving;
using TestData = Recoup.Tests.TestData;

namespace Recoup.Generators.Tests;

/// <summary>The C# of an action depends on that action alone: others come, go and change, and its text stays the same.</summary>
public sealed class UntouchedActionTests
{
    // No name begins with another one, so that types of different actions cannot clash.
    private static readonly string[] Slugs =
        ["ACME_ALPHA", "ACME_BRAVO", "ACME_CHARLIE", "ACME_DELTA", "ACME_ECHO", "ACME_FOXTROT", "ACME_GOLF"];

    [Theory]
    [MemberData(nameof(RealCatalogTests.Files), MemberType = typeof(RealCatalogTests))]
    public void Edits_of_a_real_catalog_change_the_text_of_edited_actions_only(string file) =>
        ShouldKeepTheRest(File.ReadAllText(TestData.RequireExternal("catalogs", file)));

    [Fact]
    public void Edits_of_the_quick_start_change_the_text_of_edited_actions_only() =>
        ShouldKeepTheRest(File.ReadAllText(TestData.QuickStartCatalog));

    [Fact]
    public void Edits_of_generated_catalogs_change_the_text_of_edited_actions_only()
    {
        var pool = HostileCatalogs.All.Sample(500, new Rnd(2026), 30)
            .SelectMany(catalog => ((JsonText.List)((JsonText.Map)catalog).Members.Single(member => member.Name == "actions").Value).Items)
            .Cast<JsonText.Map>()
            .ToArray();
        pool.Length.ShouldBeGreaterThan(500);
        for (var i = 0; i + 8 < pool.Length; i += 8)
        {
            string[] before = [.. Slugs[..6].Select((slug, index) => Called(pool[i + index], slug))];

            // The first is removed, the third and the fourth change, and one is new.
            string[] after =
            [
                before[1], Called(pool[i + 6], Slugs[2]), Called(pool[i + 7], Slugs[3]), .. before[4..], Called(pool[i], Slugs[6])
            ];

            var (texts, edited) = (ActionTexts.Of(Generation.Run(Catalog.Of(before))), ActionTexts.Of(Generation.Run(Catalog.Of(after))));

            foreach (var slug in (string[])[Slugs[1], Slugs[4], Slugs[5]])
                edited[slug].ShouldBe(texts[slug], $"{string.Join("\n", before)}\n\n{string.Join("\n", after)}");
        }
    }

    // Of every four actions, one is removed, one gets another parameter and one is renamed.
    private static void ShouldKeepTheRest(string json)
    {
        var catalog = JsonNode.Parse(json)!;
        var actions = catalog["actions"]!.AsArray();
        var untouched = new List<string>();
        foreach (var (action, index) in actions.ToArray().Select((action, index) => (action!, index)))
        {
            if (index % 4 == 0)
                actions.Remove(action);
            else if (index % 4 == 1 && action["parameters"]?["properties"] is JsonObject properties)
                properties["an_added_one"] = JsonNode.Parse("""{"enum":["a","b"],"description":"New."}""");
            else if (index % 4 == 2)
                action["slug"] = action["slug"] + "_RENAMED_NOW";
            else
                untouched.Add((string)action["slug"]!);
        }

        // Examples are documented as the document spells them, and the writer of JSON spells some characters differently.
        var before = ActionTexts.Of(Generation.Run(JsonNode.Parse(json)!.ToJsonString()));
        var after = ActionTexts.Of(Generation.Run(catalog.ToJsonString()));

        untouched.Count.ShouldBeGreaterThan(actions.Count / 4);
        foreach (var slug in untouched)
            after[slug].ShouldBe(before[slug], slug);
    }

    private static string Called(JsonText.Map action, string slug) => new JsonText.Map(
    [
        .. action.Members.Where(member => member.Name is not ("slug" or "connectorSlug")),
        ("slug", JsonText.Of(slug)),
        ("connectorSlug", JsonText.Of("acme")),
    ]).ToString();
}
