using System.Text.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Tests;

public sealed class CatalogReaderTests
{
    private const string Good =
        """{"slug":"GMAIL_SEND_EMAIL","name":"Send","description":"Sends.","parameters":{},"connectorSlug":"gmail","isConnected":true}""";

    public static TheoryData<string, string, string, int, int, int> BadInputs => new()
    {
        { "no JSON", "hello", "RCP0001", 1, 1, 0 },
        { "empty", "", "RCP0001", 1, 1, 0 },
        { "blank", " \n ", "RCP0001", 2, 2, 0 },
        { "truncated in the second action", "{\"actions\":[\n" + Good + ",\n  {\"slug\":\"GMAIL_", "RCP0001", 3, 18, 1 },
        { "truncated behind the first action", "{\"actions\":[\n" + Good + ",\n", "RCP0001", 3, 1, 1 },
        { "an array", "[" + Good + "]", "RCP0002", 1, 1, 1 },
        { "a number", "17", "RCP0002", 1, 1, 0 },
        { "without actions", "{\n\"success\":true}", "RCP0002", 1, 1, 0 },
        { "actions of another kind", "{\"actions\":{}}", "RCP0002", 1, 1, 0 },
        { "an error answer", "{\"error\":401,\"message\":\"no key\"}", "RCP0002", 1, 1, 0 },
        { "an action that is no object", "{\"actions\":[\n7," + Good + "]}", "RCP0003", 2, 1, 1 },
        { "an action without slug", "{\"actions\":[\n {\"name\":\"x\"}," + Good + "]}", "RCP0003", 2, 2, 1 },
        { "a duplicate", "{\"actions\":[" + Good + ",\n" + Good + "]}", "RCP0005", 2, 9, 1 },
        {
            "a missing field",
            "{\"actions\":[\n" + Good.Replace("\"name\":\"Send\",", "", StringComparison.Ordinal) + "]}",
            "RCP0004",
            2,
            9,
            1
        },
        {
            "a field of another type",
            "{\"actions\":[" + Good.Replace("true", "\"yes\"", StringComparison.Ordinal) + "]}",
            "RCP0004",
            1,
            131,
            1
        },
        { "a schema that is no object", "{\"actions\":[" + Good.Replace("{}", "[]", StringComparison.Ordinal) + "]}", "RCP0006", 1, 90, 1 },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public void Bad_input_gives_one_problem_at_its_place_and_the_rest_is_read(
        string what, string json, string id, int line, int column, int actions)
    {
        var reading = CatalogReader.Read(json, "my.json");

        var problem = reading.Problems.ShouldHaveSingleItem(what);
        problem.Descriptor.Id.ShouldBe(id);
        problem.Path.ShouldBe("my.json");
        (problem.Range!.Value.Start.Line, problem.Range.Value.Start.Column).ShouldBe((line, column), problem.ToString());
        reading.Catalog.Actions.Count.ShouldBe(actions);
    }

    [Theory]
    [InlineData("{\"actions\":[{\"slug\":\"A_B\",")]
    [InlineData("{\"actions\":[{\"slug\":")]
    [InlineData("{\"actions\":[{\"sl")]
    [InlineData("{\"actions\":[tr")]
    [InlineData("{\"actions\":[{\"slug\"")]
    [InlineData("{\"actions\":[")]
    [InlineData("{\"actions\":[7,")]
    public void A_text_that_breaks_off_anywhere_is_said_to_break_off(string json) =>
        CatalogReader.Read(json).Problems.First(problem =>
            problem.Descriptor.Id == "RCP0001").Message.ShouldContain("the text ends before its JSON is complete");

    [Fact]
    public void A_good_catalog_is_read_without_a_problem()
    {
        var reading = CatalogReader.Read("{\"success\":true,\"actions\":[" + Good + "]}");

        reading.Problems.ShouldBeEmpty();
        var action = reading.Catalog.Actions.ShouldHaveSingleItem();
        action.Slug.ShouldBe("GMAIL_SEND_EMAIL");
        action.Name.ShouldBe("Send");
        action.Description.ShouldBe("Sends.");
        action.ConnectorSlug.ShouldBe("gmail");
        action.IsConnected.ShouldBeTrue();
        action.Parameters.ValueKind.ShouldBe(JsonValueKind.Object);
        action.OutputParameters.ShouldBeNull();
    }

    [Fact]
    public void Missing_fields_are_filled_as_the_problem_says()
    {
        var reading = CatalogReader.Read("""{"actions":[{"slug":"GMAIL_SEND_EMAIL"}]}""");

        var action = reading.Catalog.Actions.ShouldHaveSingleItem();
        (action.Name, action.Description, action.ConnectorSlug, action.IsConnected).ShouldBe(("GMAIL_SEND_EMAIL", "", "", true));
        action.Parameters.GetRawText().ShouldBe("{}");
        reading.Problems.Select(problem => problem.Arguments[1])
            .ShouldBe(["name", "description", "connectorSlug", "isConnected", "parameters"]);
    }

    [Fact]
    public void Actions_are_equal_when_their_text_is_wherever_it_stands()
    {
        var one = CatalogReader.Read("{\"actions\":[" + Good + "]}").Catalog.Actions[0];
        var other = CatalogReader.Read("{\"success\":true,\n\"actions\":[\n" + Good + "]}").Catalog.Actions[0];
        var changed = CatalogReader.Read("{\"actions\":[" + Good.Replace("Sends.", "Sends!", StringComparison.Ordinal)
            + "]}").Catalog.Actions[0];

        other.ShouldBe(one);
        other.GetHashCode().ShouldBe(one.GetHashCode());
        changed.ShouldNotBe(one);
    }

    [Fact]
    public void Parse_throws_with_every_error_and_its_place()
    {
        var thrown = Should.Throw<CatalogException>(() => RecoupCatalog.Parse("{\"actions\":[\n7,\n8]}"));

        thrown.Problems.Count.ShouldBe(2);
        thrown.Message.ShouldBe(Line(2, 7) + "\n" + Line(3, 8), StringCompareShould.IgnoreLineEndings);

        static string Line(int line, int number) =>
            $"({line},1): error RCP0003: Expected an action, an object with a non-empty 'slug'; got the number {number}. "
            + "The entry is ignored: add its slug or remove it";
    }

    [Fact]
    public void Load_names_both_places_it_looked_in()
    {
        var thrown = Should.Throw<CatalogException>(() => RecoupCatalog.Load("nowhere.json"));

        thrown.Message.ShouldContain(Path.Combine(Environment.CurrentDirectory, "nowhere.json"));
        thrown.Message.ShouldContain(Path.Combine(AppContext.BaseDirectory, "nowhere.json"));
    }

    [Fact]
    public void Load_refuses_a_file_that_is_not_utf_8()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, [(byte)'{', (byte)'"', 0xE4, (byte)'"', (byte)'}']);
        try
        {
            Should.Throw<CatalogException>(() => RecoupCatalog.Load(path)).Message.ShouldContain("not UTF-8");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("github-googledrive.served.json", 930)]
    [InlineData("github-googledrive.source.json", 930)]
    [InlineData("github.older.served.json", 823)]
    [InlineData("googlesuper.served.json", 223)]
    [InlineData("mcp-github.json", 117)]
    [InlineData("mcp-docker-registry.json", 143)]
    public void Real_catalogs_are_read_whole(string file, int actions)
    {
        var reading = CatalogReader.Read(File.ReadAllText(TestData.RequireExternal("catalogs", file)));

        reading.Catalog.Actions.Count.ShouldBe(actions);
        reading.Problems.Where(problem => problem.Descriptor.Severity == ProblemSeverity.Error).ShouldBeEmpty();
    }
}
