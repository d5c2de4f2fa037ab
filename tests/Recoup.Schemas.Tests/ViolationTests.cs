namespace Recoup.Schemas.Tests;

public sealed class ViolationTests
{
    [Theory]
    [InlineData(
        """{"properties":{"values":{"items":{"items":{"type":["string","number","null"]}}}}}""",
        """{"values":[["a",{}]]}""",
        "/values/0/1: expected string, number or null, got object")]
    [InlineData(
        """{"anyOf":[{"type":"string"},{"type":"number"},{"type":"null"}]}""", "[]", "(root): expected string, number or null, got array")]
    [InlineData("""{"type":"integer"}""", "1.5", "(root): expected integer, got 1.5")]
    [InlineData("""{"required":["name"]}""", "{}", "(root): expected required property \"name\", got none")]
    [InlineData("""{"properties":{"a/b~c":{"minimum":5}}}""", """{"a/b~c":4}""", "/a~1b~0c: expected at least 5, got 4")]
    [InlineData("""{"enum":["a","b",null]}""", "\"c\"", "(root): expected \"a\", \"b\" or null, got \"c\"")]
    [InlineData("""{"additionalProperties":false}""", """{"x":1}""", "/x: expected no value, got 1")]
    [InlineData("""{"items":{"maxLength":2}}""", """["abc"]""", "/0: expected at most 2 characters, got 3")]
    [InlineData("""{"uniqueItems":true}""", "[1,2,1]", "(root): expected unique items, got equal items at 0 and 2")]
    [InlineData("""{"propertyNames":{"pattern":"^[a-z]+$"}}""", """{"A":1}""", "(root): expected a match of ^[a-z]+$, got \"A\"")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"a":1}""", "(root): expected required property \"b\" beside \"a\", got none")]
    [InlineData("""{"contains":{"const":1},"minContains":2}""", "[1]", "(root): expected at least 2 items that match \"contains\", got 1")]
    [InlineData(
        """{"oneOf":[{"minimum":1},{"maximum":5}]}""", "3", "(root): expected exactly one of the alternatives to match, got 2 matches")]
    [InlineData("""{"multipleOf":0.01}""", "0.005", "(root): expected a multiple of 0.01, got 0.005")]
    public void A_message_says_where_what_was_expected_and_what_came(string schema, string instance, string message)
    {
        var violation = JsonSchema.Parse(schema).Validate(Json.Of(instance)).Violations.ShouldHaveSingleItem();
        violation.Message.ShouldBe(message);
    }

    [Fact]
    public void All_violations_are_listed_in_the_order_of_the_instance()
    {
        var schema =
            JsonSchema.Parse(
                """{"properties":{"a":{"type":"integer"},"b":{"items":{"minimum":3}}},"required":["c"],"additionalProperties":false}""");
        var violations = schema.Validate(Json.Of("""{"a":"x","b":[1,5,2],"d":1}""")).Violations;
        violations.Select(violation => (violation.InstanceLocation, violation.Keyword)).ShouldBe(
            [("/a", "type"), ("/b/0", "minimum"), ("/b/2", "minimum"), ("/d", "additionalProperties"), ("", "required")]);
    }

    [Fact]
    public void Locations_lead_through_references_and_resources()
    {
        var schema = JsonSchema.Parse("""
            {
              "$id": "https://example.test/root",
              "properties": { "é x": { "$ref": "item#/$defs/n" } },
              "$defs": { "item": { "$id": "item", "$defs": { "n": { "minimum": 1 } } } }
            }
            """);
        var violation = schema.Validate(Json.Of("""{"é x":0}""")).Violations.ShouldHaveSingleItem();
        violation.InstanceLocation.ShouldBe("/é x");
        violation.KeywordLocation.ShouldBe("/properties/é x/$ref/minimum");
        violation.SchemaLocation.ShouldBe("https://example.test/item#/$defs/n/minimum");
    }

    [Fact]
    public void A_pointer_in_a_schema_location_is_percent_encoded()
    {
        var schema = JsonSchema.Parse("""{"properties":{"é x":{"type":"null"}}}""");
        schema.Validate(Json.Of("""{"é x":0}""")).Violations.Single().SchemaLocation.ShouldBe("#/properties/%C3%A9%20x/type");
    }

    [Fact]
    public void The_violations_of_alternatives_are_causes_and_follow_in_the_basic_output()
    {
        var schema = JsonSchema.Parse("""{"anyOf":[{"minLength":3},{"pattern":"^x"}]}""");
        var result = schema.Validate(Json.Of("\"ab\""));
        result.Violations.Single().Causes.Select(cause => cause.Keyword).ShouldBe(["minLength", "pattern"]);
        result.ToBasicOutput().GetRawText().ShouldBe("""
            {"valid":false,"errors":[{"keywordLocation":"/anyOf","absoluteKeywordLocation":"#/anyOf","instanceLocation":"",\
            "error":"(root): expected one of the alternatives to match, got \u0022ab\u0022"},{\
            "keywordLocation":"/anyOf/0/minLength","absoluteKeywordLocation":"#/anyOf/0/minLength","instanceLocation":"",\
            "error":"(root): expected at least 3 characters, got 2"},{"keywordLocation":"/anyOf/1/pattern",\
            "absoluteKeywordLocation":"#/anyOf/1/pattern","instanceLocation":"","error":"(root): expected a match of ^x,\
             got \u0022ab\u0022"}]}
            """.Replace("\\\n", "", StringComparison.Ordinal));
    }
}
