namespace Recoup.Contracts.Tests.Learning;

/// <summary>The schema that is learned from payloads.</summary>
public sealed class LearnedSchemaTests
{
    private const string Closed = "\"additionalProperties\":false}";
    private const string Ids = """{"1":{"n":1},"2":{"n":2}}""";

    public static TheoryData<string, string, string> Payloads => new()
    {
        { "an integer", "1 -2 0", """{"type":"integer"}""" },
        { "an integer with a fraction of zero", "1 1.0 1e2", """{"type":"integer"}""" },
        { "an integer and a fraction", "1 0.5", """{"type":"number"}""" },
        { "an integer that no long holds", "9223372036854775808", """{"type":"number"}""" },
        { "the greatest long", "9223372036854775807", """{"type":"integer"}""" },
        { "a number beyond a double", "1e400", """{"type":"number"}""" },
        { "negative zero", "-0", """{"type":"integer"}""" },
        { "a value or null", "null \"a\"", """{"type":["string","null"]}""" },
        { "null alone", "null", """{"type":"null"}""" },
        { "booleans and texts", "true \"a\"", """{"type":["string","boolean"]}""" },
        { "a moment", "\"2024-01-02T03:04:05Z\"", """{"type":"string","format":"date-time"}""" },
        { "a moment without offset", "\"2024-01-02T03:04:05\"", """{"type":"string"}""" },
        { "a date", "\"2024-02-29\"", """{"type":"string","format":"date"}""" },
        { "a day that does not exist", "\"2023-02-29\"", """{"type":"string"}""" },
        { "a UUID", "\"0F8FAD5B-d9cb-469f-a165-70867728950e\"", """{"type":"string","format":"uuid"}""" },
        { "an e-mail address", "\"ann@example.com\"", """{"type":"string","format":"email"}""" },
        { "a link", "\"https://example.com/a?b=%20\" \"urn:x:y\"", """{"type":"string","format":"uri"}""" },
        { "a broken link", "\"https://example.com/%zz\"", """{"type":"string"}""" },
        { "two formats", "\"2024-01-02\" \"ann@example.com\"", """{"type":"string"}""" },
        { "a format and an empty text", "\"2024-01-02\" \"\"", """{"type":"string"}""" },
        { "a format or null", "\"2024-01-02\" null", """{"type":["string","null"],"format":"date"}""" },
        {
            "a format or a number",
            "\"2024-01-02\" 5",
            """{"anyOf":[{"type":"string","format":"date"},{"type":"integer"}]}"""
        },
        { "an empty array", "[]", """{"type":"array","maxItems":0}""" },
        { "an array", "[] [1,null]", """{"type":"array","items":{"type":["integer","null"]}}""" },
        { "arrays of arrays", "[[1],[]] [[0.5]]", """{"type":"array","items":{"type":"array","items":{"type":"number"}}}""" },
        { "an empty object", "{}", """{"type":"object","additionalProperties":false}""" },
        {
            "a member that is missing once",
            """{"b":1,"a":"x"} {"a":"y"}""",
            """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"required":["a"],""" + Closed
        },
        {
            "a member that an object has twice",
            """{"a":1,"a":"x"} {"a":1} {}""",
            """{"type":"object","properties":{"a":{"type":["string","integer"]}},"additionalProperties":false}"""
        },
        {
            "ids as names",
            Ids,
            """{"type":"object","additionalProperties":{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"],"""
                + Closed + "}"
        },
        {
            "names and ids",
            """{"total":1,"2024-01-02":0.5}""",
            """{"type":"object","additionalProperties":{"type":"number"}}"""
        },
        {
            "an object or a text",
            """{"a":1} "x" """,
            """{"anyOf":[{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"],""" + Closed + """,{"type":"string"}]}"""
        },
        {
            "names with quotes, line ends and a prototype",
            """{"a\"b":1,"__proto__":2,"c/d~e":3}""",
            """{"type":"object","properties":{"__proto__":{"type":"integer"},"a\u0022b":{"type":"integer"},"c/d~e":{"type":"integer"}},"""
                + "\"required\":[\"__proto__\",\"a\\u0022b\",\"c/d~e\"]," + Closed
        },
        { "a name that is no text", """{"\ud800":1}""", """{"type":"object","additionalProperties":{"type":"integer"}}""" },
        {
            "a payload that looks like an envelope",
            """{"data":1,"successful":true,"more":2}""",
            """{"type":"object","properties":{"data":{"type":"object","properties":{"data":{"type":"integer"},"more":{"type":"integer"}"""
                + ""","successful":{"type":"boolean"}},"required":["data","more","successful"],""" + Closed
                + ""","successful":{"type":"boolean"}},"required":["data","successful"]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_schema_is_the_least_that_accepts_all_payloads(string about, string payloads, string expected) =>
        RecordingFolder.SchemaOf(Values(payloads)).ShouldBe(expected, about);

    [Theory]
    [InlineData("2024-01-02", true)]
    [InlineData("12345", true)]
    [InlineData("+15551234567", true)]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e", true)]
    [InlineData("ann@example.com", true)]
    [InlineData("https://example.com/", true)]
    [InlineData("9b74c9897bac770ffc029102a200c5de", true)]
    [InlineData("U012AB3CD", true)]
    [InlineData("created_at", false)]
    [InlineData("sha256", false)]
    [InlineData("x509Certificate", false)]
    [InlineData("oauth2ClientId", false)]
    [InlineData("48x48", false)]
    [InlineData("+1", false)]
    [InlineData("-1", false)]
    [InlineData("@odata.context", false)]
    [InlineData("members@odata.count", false)]
    [InlineData("deadbeef", false)]
    public void Names_that_are_data_make_a_map(string name, bool isData) =>
        RecordingFolder.SchemaOf($$"""{"{{name}}":1}""").ShouldContain(isData ? "\"additionalProperties\":{" : "\"properties\":{");

    [Fact]
    public void An_object_with_many_optional_members_is_a_map()
    {
        // Each object has two of 70 words, and one of 60.
        RecordingFolder.SchemaOf(Words(70)).ShouldBe("""{"type":"object","additionalProperties":{"type":"integer"}}""");
        RecordingFolder.SchemaOf(Words(60)).ShouldContain("\"properties\"");

        static IEnumerable<string> Words(int count) =>
            Enumerable.Range(0, count).Select(i => $$"""{"{{Word(i)}}":1,"{{Word((i + 1) % count)}}":2}""");
    }

    [Fact]
    public void An_object_with_very_many_members_is_a_map_even_if_all_are_required()
    {
        RecordingFolder.SchemaOf(Record(300)).ShouldBe("""{"type":"object","additionalProperties":{"type":"integer"}}""");
        RecordingFolder.SchemaOf(Record(200)).ShouldContain("\"required\"");

        static string Record(int count) => $"{{{string.Join(",", Enumerable.Range(0, count).Select(i => $"\"{Word(i)}\":{i}"))}}}";
    }

    [Fact]
    public void Values_that_repeat_are_an_open_enum()
    {
        string[] calls = [.. Enumerable.Range(0, 6).Select(i => $$"""{"state":"{{(i < 3 ? "open" : "closed")}}"}""")];

        RecordingFolder.SchemaOf(calls).ShouldContain("""{"state":{"anyOf":[{"enum":["closed","open"]},{"type":"string"}]}}""");
        RecordingFolder.SchemaOf(calls[1..]).ShouldContain("""{"state":{"type":"string"}}""");
    }

    [Theory]
    [InlineData("login", "ann", "bob")]
    [InlineData("authorId", "ann", "bob")]
    [InlineData("branch", "main", "develop")]
    [InlineData("state", "in progress", "done")]
    [InlineData("state", "17", "18")]
    [InlineData("state", "2024-01-02", "2024-01-03")]
    public void Values_that_identify_or_describe_are_no_enum(string name, string one, string other) =>
        RecordingFolder.SchemaOf(Enumerable.Range(0, 6).Select(i => $$"""{"{{name}}":"{{(i < 3 ? one : other)}}"}"""))
            .ShouldNotContain("enum");

    [Fact]
    public void A_value_that_the_recorder_replaced_counts_for_its_format_and_is_no_value_of_an_enum()
    {
        using var folder = new RecordingFolder();
        string Call(string kind, string mail) => RecordingFolder.Payload(
            $$"""{"kind":"{{kind}}","mail":"{{mail}}"}""", more: ",\"replaced\":[\"/result/data/kind\",\"/result/data/mail\"]");
        folder.Learn(folder.Write(Enumerable.Range(0, 6).Select(i => Call(i < 3 ? "one" : "two", "user-1a2b@example.com"))));

        RecordingFolder.Schema(folder.Learned).GetProperty("properties").GetRawText()
            .ShouldBe("""{"kind":{"type":"string"},"mail":{"type":"string","format":"email"}}""");
    }

    [Fact]
    public void Failed_and_unsuccessful_results_are_left_out()
    {
        using var folder = new RecordingFolder();
        var result = folder.Learn(folder.Write(
            RecordingFolder.Payload("1"),
            RecordingFolder.Line("""{"data":{},"error":"no","successful":false}"""),
            RecordingFolder.Line("""{"successful":false}"""),
            """{"slug":"TEST_ONE","parameters":{},"status":502,"error":{"message":"m"},"time":"2026-11-27T14:00:01Z","duration":1}""",
            """{"slug":"TEST_TWO","parameters":{},"status":500,"text":"<html>","time":"2026-11-27T14:00:01Z","duration":1}"""));

        RecordingFolder.Schema(folder.Learned).GetRawText().ShouldBe("""{"type":"integer"}""");
        folder.Learned.ShouldNotContain("TEST_TWO");
        result.Actions.Select(action => (action.Slug, action.Payloads, action.Failed, action.Unsuccessful))
            .ShouldBe([("TEST_ONE", 1, 1, 2), ("TEST_TWO", 0, 1, 0)]);
    }

    [Theory]
    [InlineData("""{"data":1,"error":null,"successful":true}""", """{"type":"integer"}""")]
    [InlineData("""{"successful":true,"data":1}""", """{"type":"integer"}""")]
    [InlineData("""{"error":null,"extra":0,"data":1,"successful":true}""", """{"type":"integer"}""")]
    [InlineData(""" { "\u0064ata" : 1 , "error" : { "a" : "}" } , "successful" : true } """, """{"type":"integer"}""")]
    [InlineData("""{"data":1,"data":"a","error":null,"successful":true}""", """{"type":"string"}""")]
    [InlineData(
        """{"data":["}\\\"]",{"]":"["}],"error":"\\","successful":true}""",
        """{"type":"array","items":{"anyOf":[{"type":"object","properties":{"]":{"type":"string"}},"required":["]"],"""
        + Closed + """,{"type":"string"}]}}""")]
    [InlineData("""{"data":1,"error":null}""", null)]
    [InlineData("""{"data":1}""", null)]
    [InlineData("1", """{"type":"integer"}""")]
    public void The_payload_is_the_one_that_views_read(string result, string? expected)
    {
        using var folder = new RecordingFolder();
        folder.Learn(folder.Write(RecordingFolder.Line(result)));

        var schema = RecordingFolder.Schema(folder.Learned).GetRawText();
        if (expected is null)
            schema.ShouldContain("\"data\":{\"type\":\"integer\"}");
        else
            schema.ShouldBe(expected);
    }

    private static string Word(int i) => $"w{(char)('a' + (i / 26 % 26))}{(char)('a' + (i % 26))}";

    private static List<string> Values(string payloads)
    {
        // Values follow one another, as in a stream.
        var utf8 = System.Text.Encoding.UTF8.GetBytes(payloads);
        var found = new List<string>();
        for (var at = 0; at < utf8.Length;)
        {
            var reader = new System.Text.Json.Utf8JsonReader(
                utf8.AsSpan(at), new System.Text.Json.JsonReaderOptions { AllowMultipleValues = true });
            if (!reader.Read())
                break;
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            found.Add(System.Text.Encoding.UTF8.GetString(utf8.AsSpan(at + start, (int)reader.BytesConsumed - start)));
            at += (int)reader.BytesConsumed;
        }

        return found;
    }
}
