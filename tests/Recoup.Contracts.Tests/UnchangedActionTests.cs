using System.Text.Json.Nodes;
using FsCheck.Fluent;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Source;

namespace Recoup.Contracts.Tests;

/// <summary>The C# of an action depends on that action alone: if its entry is unchanged, nothing is found about its C#.</summary>
public sealed class UnchangedActionTests
{
    private const int Count = 24;

    private static readonly string[] Names = ["comment", "comment_user", "user", "state", "items"];

    [Fact]
    public void Changes_of_other_actions_are_not_found_in_the_CSharp_of_an_unchanged_one()
    {
        var found = 0;
        SchemaGenerators.ForAll(Gen.Choose(1, Count).SelectMany(_ => Schemas, (kept, schemas) => (kept, schemas)), 40, pair =>
            found += ShouldBeUntouched(Edition(pair.schemas, pair.kept, shift: 0), Edition(pair.schemas, pair.kept, shift: 1)));

        found.ShouldBeGreaterThan(400, "The other actions do change.");
    }

    [Theory]
    [InlineData("github.older.served.json", "github-googledrive.served.json")]
    [InlineData("github-googledrive.served.json", "github.older.served.json")]
    [InlineData("github.older.served.json", "github-googledrive.source.json")]
    [InlineData("googlesuper.served.json", "googlesuper.served.json")]
    public void A_real_update_is_not_found_in_the_CSharp_of_an_unchanged_action(string before, string after) =>
        ShouldBeUntouched(Load(before), Load(after));

    [Theory]
    [InlineData("github-googledrive.served.json")]
    [InlineData("github-googledrive.source.json")]
    [InlineData("googlesuper.served.json")]
    [InlineData("github.older.served.json")]
    public void Half_of_a_real_catalog_in_another_order_has_the_CSharp_of_the_whole(string file)
    {
        var whole = Load(file);
        var half = Diff.Catalog(Entries(whole).Values.Where((_, i) => i % 2 == 0).Reverse());

        ShouldBeUntouched(whole, half).ShouldBe(0);
        ShouldBeUntouched(half, whole).ShouldBe(0);
    }

    // Two catalogs that have the first actions in common. The others have the schemas of their neighbors, and another order.
    private static string Edition(string[] schemas, int kept, int shift) => Diff.Catalog(schemas
        .Select((schema, i) => (Schema: i < kept ? schema : schemas[(i + shift) % Count], i))
        .Select(item => Diff.Action($"ACME_CREATE_{(char)('A' + item.i)}", item.Schema, item.i % 3 == 0 ? item.Schema : null))
        .OrderBy(action => action.Length % (shift + 7)));

    private static FsCheck.Gen<string[]> Schemas { get; } = Gen.Elements(Names)
        .SelectMany(_ => SchemaGenerators.Schema(3), (name, schema) => (name, schema))
        .ListOf(4)
        .Select(members => string.Join(
            ",", members.DistinctBy(member => member.name).Select(member => $"\"{member.name}\":{member.schema}")))
        .Select(properties => $$$"""{"type":"object","properties":{{{{properties}}}}}""")
        .ArrayOf(Count);

    /// <summary>Returns the number of findings about the C# of other actions.</summary>
    private static int ShouldBeUntouched(string before, string after)
    {
        var (was, now) = (Entries(before), Entries(after));
        var unchanged = was.Keys.Where(slug => now.GetValueOrDefault(slug) == was[slug]).ToHashSet(StringComparer.Ordinal);
        var documents = new DocumentPair(Diff.Read(before, "old.json"), Diff.Read(after, "new.json"));

        var findings = BoundCatalogs.Of(documents, hasResultViews: true, TestContext.Current.CancellationToken)
            .Compare(CatalogPairs.Of(documents), documents);

        findings.SelectMany(finding => finding.Affected.Append(finding.Action ?? "")).Where(unchanged.Contains).ShouldBeEmpty();
        return findings.Count;
    }

    private static Dictionary<string, string> Entries(string catalog) => JsonNode.Parse(catalog)!["actions"]!.AsArray()
        .ToDictionary(action => (string)action!["slug"]!, action => action!.ToJsonString(), StringComparer.Ordinal);

    private static string Load(string file) => File.ReadAllText(TestData.RequireExternal("catalogs", file));
}
