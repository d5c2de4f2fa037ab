using System.Text.Json;

namespace Recoup.Catalogs.Tests.Effects;

/// <summary>Compares inferred effects with the labels.</summary>
public sealed class EffectRecallTests
{
    // The connectors of the labeled actions, as their catalogs name them. The longest one that a slug starts with is its own.
    private static readonly string[] Connectors =
        ["vectra-ai-rux-mcp-server", "okta-mcp-server", "googledrive", "googlesuper", "github_mcp", "alfresco", "github", "google"];

    [Fact]
    public void No_labeled_write_is_called_a_read_and_most_reads_are_recognized() => Check(Inferred(slug => Parse(slug, "")));

    [Fact]
    public void The_same_holds_with_the_descriptions_of_the_real_catalogs()
    {
        var bySlug = Directory.EnumerateFiles(TestData.RequireExternal("catalogs"), "*.json")
            .SelectMany(file => RecoupCatalog.Load(file).Actions)
            .ToLookup(action => action.Slug, StringComparer.Ordinal);

        Check(Inferred(slug => bySlug[slug].First()));
    }

    private static void Check(IReadOnlyList<(string Slug, string Label, ActionEffect Effect)> all)
    {
        TestContext.Current.TestOutputHelper!.WriteLine(Table(all));

        all.Where(row => row.Label != "read" && row.Effect == ActionEffect.Read).ShouldBeEmpty();
        all.Where(row => row.Label == "destroy" && row.Effect is not (ActionEffect.Destroy or ActionEffect.Unknown)).ShouldBeEmpty();
        all.Count(row => row.Label == "read" && row.Effect == ActionEffect.Read).ShouldBeGreaterThanOrEqualTo(238);
        all.Count(row => row.Label == "write" && row.Effect == ActionEffect.Write).ShouldBeGreaterThanOrEqualTo(160);
        all.Count(row => row.Label == "destroy" && row.Effect == ActionEffect.Destroy).ShouldBeGreaterThanOrEqualTo(72);
    }

    private static IReadOnlyList<(string Slug, string Label, ActionEffect Effect)> Inferred(Func<string, CatalogAction> find) =>
        [.. LabeledActions.All.Select(row => (row.Slug, row.Label, find(row.Slug).Effect))];

    private static CatalogAction Parse(string slug, string description)
    {
        var connector = Connectors.First(connector => slug.StartsWith(connector, StringComparison.OrdinalIgnoreCase));
        var action = new { slug, name = slug, description, parameters = new { }, connectorSlug = connector, isConnected = true };
        return RecoupCatalog.Parse(JsonSerializer.Serialize(new { actions = new[] { action } })).Actions[0];
    }

    // The slugs are listed where the effect is not the label.
    private static string Table(IReadOnlyList<(string Slug, string Label, ActionEffect Effect)> all) => string.Join(
        '\n', all.GroupBy(row => (row.Label, row.Effect)).OrderBy(cell => cell.Key).Select(cell =>
            FormattableString.Invariant($"{cell.Key.Label} as {cell.Key.Effect}: {cell.Count()} ")
            + (IsRight(cell.Key) ? "" : string.Join(' ', cell.Select(row => row.Slug)))));

    private static bool IsRight((string Label, ActionEffect Effect) cell) =>
        cell.Label.Equals(cell.Effect.ToString(), StringComparison.OrdinalIgnoreCase);
}
