using System.Text;
using System.Text.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Tests;

public sealed class CatalogReaderTests
{
    private const string Good =
        """{"slug":"GMAIL_SEND_EMAIL","name":"Send","description":"Sends.","parameters":{},"connectorSlug":"gmail","isConnected":true}""";

    private static readonly string ManyMembers = string.Join(",", Enumerable.Range(0, 40).Select(i => $"\"m{i}\":{i}"));

    private static readonly string Deep = new string('[', 300) + new string(']', 300);

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
        { "no action", "{\"success\":true,\n\"actions\":[]}", "RCP0027", 2, 11, 0 },
        { "an action that is no object", "{\"actions\":[\n7," + Good + "]}", "RCP0003", 2, 1, 1 },
        { "an action without slug", "{\"actions\":[\n {\"name\":\"x\"}," + Good + "]}", "RCP0003", 2, 2, 1 },
        {
            "a repeated entry",
            "{\"actions\":[" + Good + ",\n" + Good.Replace(",", " , ", StringComparison.Ordinal) + "]}",
            "RCP0007",
            2,
            9,
            1
        },
        {
            "two different entries",
            "{\"actions\":[" + Good + ",\n" + Good.Replace("Sends.", "Sends!", StringComparison.Ordinal) + "]}",
            "RCP0005",
            2,
            9,
            1
        },
        {
            "a member with two values",
            "{\"actions\":["
                + Good.Replace("{}", "{\"properties\":{\"a\":{},\n\"\\u0061\":{\"type\":\"string\"}}}", StringComparison.Ordinal)
                + "]}",
            "RCP0008",
            2,
            1,
            1
        },
        {
            "one of many members with two values",
            "{\"actions\":[" + Good.Replace("{}", "{" + ManyMembers + ",\n\"m7\":0}", StringComparison.Ordinal) + "]}",
            "RCP0008",
            2,
            1,
            1
        },
        { "two lists of actions", "{\"actions\":[],\n\"actions\":[" + Good + "]}", "RCP0008", 2, 1, 1 },
        { "an action of great depth", "{\"actions\":[" + Good + ",\n{\"slug\":\"A_B\",\"x\":" + Deep + "}]}", "RCP0009", 2, 272, 1 },
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
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void A_catalog_that_is_cut_anywhere_keeps_every_action_before_the_cut(string mark)
    {
        var second = Good.Replace("GMAIL_", "É\\u00e9😀_", StringComparison.Ordinal);
        var json = Encoding.UTF8.GetBytes(mark + "{\"success\":true,\n\"actions\":[" + Good + ",\n" + second + "]}");
        var firstEnd = IndexBehind(json, Encoding.UTF8.GetBytes(Good));
        var secondEnd = IndexBehind(json, Encoding.UTF8.GetBytes(second));

        for (var length = 1; length < json.Length; length++)
        {
            var reading = CatalogReader.Read(json.AsMemory(0, length), cancellation: TestContext.Current.CancellationToken);

            var count = length >= secondEnd ? 2 : length >= firstEnd ? 1 : 0;
            reading.Catalog.Actions.Count.ShouldBe(count, Encoding.UTF8.GetString(json, 0, length));
            var problem = reading.Problems.Where(problem => problem.Descriptor.Id == "RCP0001").ShouldHaveSingleItem();
            if (count > 0)
                problem.Message.ShouldContain($"{count} complete action");
            Should.Throw<CatalogException>(() => RecoupCatalog.Parse(Encoding.UTF8.GetString(json, 0, length)));
        }
    }

    [Theory]
    [InlineData("a stray character between two actions", ",\n?,\n")]
    [InlineData("a missing comma", "\n")]
    [InlineData(
        "an action with a broken member",
        ",\n{\"slug\":\"BAD_ONE\",\"parameters\":{\"properties\":{\"slug\":{\"x\":nonsense}}}},\n")]
    [InlineData("an action that lacks a brace", ",\n{\"slug\":\"BAD_ONE\",\"parameters\":{\"a\":{},\n")]
    [InlineData("an action with a line break in a string", ",\n{\"slug\":\"BAD_ONE\",\"description\":\"a\nb\",\"parameters\":{}},\n")]
    public void Actions_behind_an_error_are_read_as_well(string what, string between)
    {
        var third = Good.Replace("\"slug\":\"GMAIL_SEND_EMAIL\",", "", StringComparison.Ordinal)
            .Replace("\"isConnected\":true", "\"isConnected\":true,\"slug\":\"GMAIL_FETCH_EMAILS\"", StringComparison.Ordinal);

        var reading = CatalogReader.Read("{\"actions\":[\n" + Good + between + third + "]}");

        reading.Catalog.Actions.Select(action => action.Slug).ShouldBe(["GMAIL_SEND_EMAIL", "GMAIL_FETCH_EMAILS"], what);
        reading.Problems.Where(problem => problem.Descriptor.Severity == ProblemSeverity.Error).ShouldHaveSingleItem().Message
            .ShouldContain("2 complete actions were read, 1 before this place and 1 behind it");
        reading.Catalog.Actions[1].Range.Start.Line.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Text_behind_an_error_that_only_looks_like_an_action_is_no_action() =>
        CatalogReader.Read("{\"actions\":[ ? {\"name\":1}, {\"slug\":\"A_B\"}, {\"description\":{\"slug\":7,\"parameters\":{}}} ]}")
            .Catalog.Actions.ShouldBeEmpty();

    [Theory]
    [InlineData("\"minimum\":1", "\"minimum\":1e0", false)]
    [InlineData("\"minimum\":-0.50", "\"minimum\":-5E-1", false)]
    [InlineData("\"minimum\":1200", "\"minimum\":12e+2", false)]
    [InlineData("\"minimum\":0", "\"minimum\":-0.0e7", false)]
    [InlineData("\"minimum\":10000000000000000000001", "\"minimum\":1.0000000000000000000001e22", false)]
    [InlineData("\"enum\":[1, \"a\"]", "\"enum\":[1.0,\"\\u0061\"]", false)]
    [InlineData("\"x\":{\"a\":1}", "\"x\":{\"\\u0061\":1}", false)]
    [InlineData("\"minimum\":1", "\"minimum\":10", true)]
    [InlineData("\"minimum\":1", "\"minimum\":-1", true)]
    [InlineData("\"minimum\":10000000000000000000001", "\"minimum\":1e22", true)]
    [InlineData("\"minimum\":1e99999999999999999999", "\"minimum\":1e99999999999999999998", true)]
    [InlineData("\"minimum\":1", "\"minimum\":\"1\"", true)]
    [InlineData("\"k\\ud800\":{}", "\"k\\ud801\":{}", true)]
    [InlineData("\"k\\ud800\":{}", "\"k\\uD800\":{}", false)]
    [InlineData("\"k\\ud83d\\ude00\":{}", "\"k\\ud83d\\ude01\":{}", false)]
    public void A_member_that_is_listed_twice_is_a_problem_if_the_values_differ(string one, string other, bool isProblem)
    {
        foreach (var others in new[] { "", string.Concat(Enumerable.Range(0, 20).Select(i => $"\"m{i}\":0,")) })
        {
            var json = "{\"actions\":[" + Good.Replace("{}", "{" + others + one + "," + other + "}", StringComparison.Ordinal) + "]}";

            CatalogReader.Read(json).Problems.Select(problem => problem.Descriptor.Id).ShouldBe(isProblem ? ["RCP0008"] : [], json);
        }
    }

    [Fact]
    public void Members_with_equal_values_are_no_problem() =>
        CatalogReader.Read("{\"actions\":[" + Good.Replace("{}", "{\"a\":{\"b\":1},\"a\":{ \"b\" : 1 }}", StringComparison.Ordinal) + "]}")
            .Problems.ShouldBeEmpty();

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
    public void Parse_throws_if_the_end_of_a_catalog_is_missing()
    {
        var thrown = Should.Throw<CatalogException>(() => RecoupCatalog.Parse("{\"actions\":[\n" + Good + ",\n{\"slug\":"));

        thrown.Problems.ShouldHaveSingleItem();
        thrown.Message.ShouldBe(
            "(3,9): error RCP0001: The catalog is not JSON: the text ends before its JSON is complete; 1 complete action was read "
                + "before this place. Store the response of GET /api/connectors/actions unchanged, in UTF-8");
    }

    [Fact]
    public void What_its_reader_cannot_change_is_no_error() =>
        RecoupCatalog.Parse("{\"actions\":[" + Good.Replace("\"Sends.\"", "null", StringComparison.Ordinal) + "," + Good + "]}")
            .Actions.Count.ShouldBe(1);

    [Fact]
    public void Load_names_both_places_it_looked_in()
    {
        var thrown = Should.Throw<CatalogException>(() => RecoupCatalog.Load("nowhere.json"));

        thrown.Message.ShouldContain(Path.Combine(Environment.CurrentDirectory, "nowhere.json"));
        thrown.Message.ShouldContain(Path.Combine(AppContext.BaseDirectory, "nowhere.json"));
    }

    [Theory]
    [InlineData("an invalid byte", "7B22E4227D", "not UTF-8")]
    [InlineData("a cut inside a character", "7B22E282", "the text ends before its JSON is complete")]
    [InlineData("a cut inside a character behind a byte order mark", "EFBBBF7B22F09F98", "the text ends before its JSON is complete")]
    [InlineData("a cut in UTF-16", "FFFE7B00", "the text ends before its JSON is complete")]
    public void Load_says_what_is_wrong_with_the_bytes_of_a_file(string what, string hex, string message)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, Convert.FromHexString(hex));
        try
        {
            Should.Throw<CatalogException>(() => RecoupCatalog.Load(path)).Message.ShouldContain(message, customMessage: what);
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

    private static int IndexBehind(byte[] text, byte[] part) => text.AsSpan().IndexOf(part) + part.Length;
}
