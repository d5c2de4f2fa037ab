namespace Recoup.Contracts.Tests.Learning;

/// <summary>What learning does to a file of result schemas that exists.</summary>
public sealed class MergeTests : IDisposable
{
    private readonly RecordingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string, string> Schemas => new()
    {
        { "a kind of value", """{"type":"string"}""", "5", """{"type":["string", "integer"]}""" },
        { "null", """{"type":["string","integer"]}""", "null", """{"type":["string", "integer", "null"]}""" },
        { "a kind before null", """{"type":["string","null"]}""", "true", """{"type":["string", "boolean", "null"]}""" },
        { "a fraction", """{"title":"T","type":"integer"}""", "0.5", """{"title":"T","type":"number"}""" },
        { "an array that was null", """{"type":"null"}""", "[1]", """{"type":["array", "null"], "items": {"type": "integer"}}""" },
        { "items of an empty array", """{"type":"array","maxItems":0}""", "[1]", """{"type":"array", "items": {"type": "integer"}}""" },
        { "items that were forbidden", """{"type":"array","items":false}""", "[1]", """{"type":"array","items":{"type": "integer"}}""" },
        { "a format", """{"type":"string","format":"date","title":"T"}""", "\"a\"", """{"type":"string","title":"T"}""" },
        { "a custom format", """{"format":"x-own","type":"string"}""", "5", """{"format":"x-own","type":["string", "integer"]}""" },
        { "bounds", """{"minLength":3,"pattern":"^x","type":"string"}""", "\"a\"", """{"type":"string"}""" },
        { "a bound, and not another one", """{"minimum":3,"maximum":9}""", "10", """{"minimum":3}""" },
        { "a value of an enum", """{"enum":["a","b"]}""", "\"c\"", """{"enum":["a","b", "c"]}""" },
        { "null of an enum", """{"enum":["a"],"type":"string"}""", "null", """{"enum":["a", null],"type":["string", "null"]}""" },
        { "a text in an enum", """{"enum":["a"]}""", "\"two words\"",
            """{"anyOf": [{"enum": ["a"]}, {"type": "string"}]}""" },
        { "a text in an enum with a type", """{"type":"string","title":"T","enum":["a","b"]}""", "\"two words\"",
            """{"type":"string","title":"T", "anyOf": [{"enum": ["a", "b"]}, {"type": "string"}]}""" },
        { "a number in an enum", """{"enum":["a",null]}""", "7",
            """{"anyOf": [{"enum": ["a", null]}, {"type": ["string", "null", "integer"]}]}""" },
        { "another number of an enum", """{"enum":[1]}""", "7", """{"type": ["number", "integer"]}""" },
        { "a constant", """{"const":"a"}""", "\"b\"", """{"enum": ["a", "b"]}""" },
        { "a closed object", """{"additionalProperties":false}""", """{"a":1}""",
            """{"additionalProperties":false, "properties": {"a": {"type": "integer"}}}""" },
        { "a member in its place", """{"properties":{"a":true,"c":true},"additionalProperties":false}""", """{"b":1}""",
            """{"properties":{"a":true, "b": {"type": "integer"},"c":true},"additionalProperties":false}""" },
        { "a member after unsorted ones", """{"properties":{"c":true,"a":true},"additionalProperties":false}""", """{"b":1}""",
            """{"properties":{"c":true,"a":true, "b": {"type": "integer"}},"additionalProperties":false}""" },
        { "a name that is data", """{"properties":{"a":true},"additionalProperties":false}""", """{"2024-01-02":1}""",
            """{"properties":{"a":true},"additionalProperties":{"type": "integer"}}""" },
        { "a required member", """{"required":["a","b"]}""", """{"a":1}""", """{"required":["a"]}""" },
        { "the only required member", """{"type":"object","required":["a"]}""", "{}", """{"type":"object"}""" },
        { "a new kind of branch", """{"anyOf":[{"type":"integer"},{"type":"boolean"}]}""", "\"a\"",
            """{"anyOf":[{"type":"integer"},{"type":"boolean"}, {"type": "string"}]}""" },
        { "the branch of its kind", """{"anyOf":[{"type":"object","required":["a"]},{"type":"string"}]}""", "{}",
            """{"anyOf":[{"type":"object"},{"type":"string"}]}""" },
        { "the integer branch", """{"anyOf":[{"type":"integer"},{"type":"string"}]}""", "0.5",
            """{"anyOf":[{"type":"number"},{"type":"string"}]}""" },
        { "a closed enum beside null", """{"anyOf":[{"enum":["a"]},{"type":"null"}]}""", "\"b\"",
            """{"anyOf":[{"enum":["a", "b"]},{"type":"null"}]}""" },
        { "a part of allOf", """{"allOf":[{"type":"string"},{"maxLength":1}]}""", "\"ab\"", """{"allOf":[{"type":"string"},{}]}""" },
        { "a definition", """{"$ref":"#/$defs/A","$defs":{"A":{"type":"string"}}}""", "5",
            """{"$ref":"#/$defs/A","$defs":{"A":{"type":["string", "integer"]}}}""" },
        { "the payload of an envelope",
            """{"properties":{"data":{"type":"string"},"error":{},"successful":{"type":"boolean"}},"required":["data"]}""", "5",
            """{"properties":{"data":{"type":["string", "integer"]},"error":{},"successful":{"type":"boolean"}},"required":["data"]}""" },
        { "an envelope behind a reference",
            """{"$ref":"#/$defs/E","$defs":{"E":{"properties":{"data":{"type":"string"},"successful":{"type":"boolean"}}}}}""", "5",
            """{"$ref":"#/$defs/E","$defs":{"E":{"properties":{"data":{"type":["string", "integer"]},"""
                + "\"successful\":{\"type\":\"boolean\"}}}}}" },
        { "a pattern of names", """{"patternProperties":{"^x":{"type":"string"}}}""", """{"xa":1}""",
            """{"patternProperties":{"^x":{"type":["string", "integer"]}}}""" },
    };

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Only_what_rejects_a_result_is_widened(string about, string schema, string payload, string expected)
    {
        var before = _folder.Learned = File(schema);

        _folder.Learn(Record(payload)).IsChanged.ShouldBeTrue(about);

        _folder.Learned.ShouldBe(File(expected), about);
        RecordingFolder.Accepts(_folder.Learned, payload).ShouldBeTrue(about);
        RecordingFolder.Includes(before, _folder.Learned).ShouldBeTrue(about);
        _folder.Learn(Record(payload)).IsChanged.ShouldBeFalse(about);
    }

    public static TheoryData<string, string> Accepting => new()
    {
        { """{"type":"object","additionalProperties":{"type":"integer","minimum":0}}""", """{"a":1}""" },
        { """{"not":{"type":"string"}}""", "5" },
        { """{"oneOf":[{"type":"string"},{"type":"integer"}]}""", "5" },
        { """{"$ref":"#/$defs/A","$defs":{"A":{"type":"integer"}}}""", "5" },
        { """{"type":"string","nullable":true}""", "null" },
        { """{"$schema":"http://json-schema.org/draft-07/schema#","type":"integer","format":"int64"}""", "5" },
        { "true", "5" },
        { "{ }", """{"a":[null]}""" },
    };

    [Theory]
    [MemberData(nameof(Accepting))]
    public void A_result_that_the_schema_accepts_changes_no_byte(string schema, string payload)
    {
        var before = _folder.Learned = File(schema) + "\r\n ";
        var recording = Record(payload);
        System.IO.File.SetAttributes(_folder.Output, FileAttributes.ReadOnly);

        _folder.Learn(recording).IsChanged.ShouldBeFalse();

        _folder.Learned.ShouldBe(before);
    }

    [Theory]
    [InlineData("""{"properties":{"a":{"not":{"type":"string"}}}}""", """{"a":"x"}""", "'/properties/a/not': ")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"}]}""", "true", "'/oneOf': ")]
    [InlineData("""{"properties":{"a":{"contains":{"type":"string"}}}}""", """{"a":[1]}""", "'/properties/a/contains': ")]
    [InlineData("""{"propertyNames":{"enum":["a"]}}""", """{"b":1}""", "'/propertyNames/enum': ")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"a":1}""", "'/dependentRequired': ")]
    [InlineData("""{"$id":"https://example.com/s","type":"string"}""", "5", "'$id'")]
    [InlineData(
        """{"properties":{"a":{"$ref":"#/$defs/A"},"b":{"not":{"$ref":"#/$defs/A"}}},"$defs":{"A":{"type":"string"}}}""",
        """{"a":5}""",
        "accept all that it accepts now")]
    [InlineData(
        """{"properties":{"data":true},"additionalProperties":false}""", """{"data":1,"successful":true,"b":1}""", "like an envelope")]
    public void A_schema_that_cannot_be_widened_in_place_is_reported_and_the_file_stays(string schema, string payload, string expected)
    {
        var before = _folder.Learned = File(schema);
        var recording = Record(payload);

        var message = Should.Throw<ContractException>(() => _folder.Learn(recording)).Message;

        message.ShouldContain(expected);
        message.ShouldContain("recoup.results.json(");
        message.ShouldContain("the schema of 'TEST_ONE' rejects recorded results");
        message.ShouldEndWith("The file was not changed.");
        _folder.Learned.ShouldBe(before);
    }

    [Theory]
    [InlineData("", "the text is empty")]
    [InlineData("{\"results\": {", "the text ends before its JSON is complete")]
    [InlineData("[]", "got an object without 'results'")]
    [InlineData("{\"results\": []}", "an object whose 'results' is an array")]
    [InlineData("{\"results\": {\"A\": 5}}", "the schema of 'A' is the number 5")]
    [InlineData("{\"results\": {\"TEST_ONE\": {\"type\": \"text\"}}}", "cannot be compiled")]
    public void A_file_that_is_no_file_of_result_schemas_is_reported_and_stays(string text, string expected)
    {
        _folder.Learned = text;

        Should.Throw<ContractException>(() => _folder.Learn(Record("1"))).Message.ShouldContain(expected);

        _folder.Learned.ShouldBe(text);
    }

    [Fact]
    public void New_actions_are_added_in_their_place_and_others_keep_their_bytes()
    {
        const string before =
            "{\n    \"results\": {\n        \"A\": { \"type\":   \"string\" },\n        \"Z\": true\n    },\n    \"note\": 1\n}\n\n";
        _folder.Learned = before;

        var result = _folder.Learn(_folder.Write(RecordingFolder.Payload("[1]", "M"), RecordingFolder.Payload("\"x\"", "A")));

        result.Added.ShouldBe(["M"]);
        result.Widened.ShouldBeEmpty();
        _folder.Learned.ShouldBe(before.Replace(
            "        \"Z\"",
            "        \"M\": {\n            \"type\": \"array\",\n            \"items\": {\n                \"type\": \"integer\"\n"
            + "            }\n        },\n        \"Z\"",
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"results\": { \"TEST_ONE\": {\"type\":\"string\"}\n  , \"Z\" : true\n  }\n , \"x\" :1 }")]
    [InlineData("{\r\n\"x\":1\t,\r\n\t\"results\":{\"A\":true\r\n,\"TEST_ONE\":{\"title\":\"T\" , \"type\":\"string\"} ,\"Z\":true}}")]
    public void White_space_before_commas_stays(string before)
    {
        _folder.Learned = before;

        _folder.Learn(Record("5")).Widened.ShouldBe(["TEST_ONE"]);

        _folder.Learned.ShouldBe(before.Replace("\"string\"", "[\"string\", \"integer\"]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A", "{ \"results\":\n  { \"A\": NEW\n  , \"B\": true\n  , \"D\": true\n  }\n}\n")]
    [InlineData("C", "{ \"results\":\n  { \"B\": true\n  , \"C\": NEW\n  , \"D\": true\n  }\n}\n")]
    [InlineData("E", "{ \"results\":\n  { \"B\": true\n  , \"D\": true\n  , \"E\": NEW\n  }\n}\n")]
    public void A_new_action_follows_the_layout_of_lines_that_begin_with_a_comma(string slug, string expected)
    {
        _folder.Learned = "{ \"results\":\n  { \"B\": true\n  , \"D\": true\n  }\n}\n";

        _folder.Learn(_folder.Write(RecordingFolder.Payload("5", slug))).Added.ShouldBe([slug]);

        _folder.Learned.ShouldBe(expected.Replace("NEW", "{\n    \"type\": \"integer\"\n  }", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_is_replaced_on_request()
    {
        _folder.Learned = File("""{"type":"string"}""");

        var result = _folder.Learn(new Contracts.Learning.LearnOptions { Overwrite = true }, Record("5"));

        result.Widened.ShouldBe(["TEST_ONE"]);
        RecordingFolder.Schema(_folder.Learned).GetRawText().ShouldBe("""{"type":"integer"}""");
    }

    private static string File(string schema) => $$$"""{"results":{"TEST_ONE":{{{schema}}}}}""";

    private string Record(string payload) => _folder.Write(RecordingFolder.Payload(payload));
}
