namespace Recoup.Schemas.Tests;

/// <summary>Objects and arrays are checked in one pass, in different ways for few and many names, with and without patterns.</summary>
public sealed class PassTests
{
    private const int Many = 5000;

    [Theory]
    [InlineData("""{"properties":{"a":{"type":"string"}},"required":["a"]}""", """{"\u0061":"x"}""", true)]
    [InlineData("""{"properties":{"a":{"type":"string"}},"required":["a"]}""", """{"\u0061":1}""", false)]
    [InlineData("""{"patternProperties":{"^a":{"type":"string"}}}""", """{"\u0061":1}""", false)]
    [InlineData("""{"properties":{"a\\\\b":{"type":"string"}}}""", """{"a\\b":1}""", true)]
    [InlineData("""{"properties":{"\\\\b":{"type":"string"}}}""", """{"\\b":1}""", true)]
    [InlineData("""{"properties":{"a\\\\b":{"type":"string"},"c":{}}}""", """{"a\\b":1}""", true)]
    [InlineData("""{"properties":{"a\\\\b":{"type":"string"},"c":{}}}""", """{"a\\\\b":1}""", false)]
    public void A_name_is_compared_without_its_escapes(string schema, string instance, bool isValid) => Check(schema, instance, isValid);

    [Theory]
    [InlineData("""{"properties":{"a":{}},"required":["a"]}""", """{"a":1,"a":2}""", true)]
    [InlineData("""{"patternProperties":{"b":{}},"required":["a"]}""", """{"a":1,"a":2}""", true)]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":1,"a":"x"}""", false)]
    public void A_name_that_occurs_twice_is_present(string schema, string instance, bool isValid) => Check(schema, instance, isValid);

    [Theory]
    [InlineData("""{"required":["a"],"additionalProperties":{"type":"integer"}}""", """{"a":1}""", true)]
    [InlineData("""{"required":["a"],"additionalProperties":{"type":"integer"}}""", """{"a":"x"}""", false)]
    [InlineData("""{"not":{"items":{"minimum":3}}}""", "[1]", true)]
    [InlineData("""{"not":{"properties":{"a":{"minimum":3}}}}""", """{"a":1}""", true)]
    [InlineData("""{"not":{"required":["a"]}}""", "{}", true)]
    [InlineData("""{"anyOf":[{"items":{"minimum":3}},{"maxItems":0}]}""", "[1]", false)]
    [InlineData("""{"anyOf":[{"properties":{"a":{"minimum":3}}},{"maxProperties":0}]}""", """{"a":1}""", false)]
    [InlineData("""{"anyOf":[{"required":["a"]},{"minProperties":1}]}""", "{}", false)]
    public void A_pass_fails_with_its_members(string schema, string instance, bool isValid) => Check(schema, instance, isValid);

    [Theory]
    [InlineData("""{"prefixItems":[{"prefixItems":[{},{}]}],"unevaluatedItems":false}""", "[[1,2],3]", false)]
    [InlineData("""{"prefixItems":[{}],"anyOf":[{"prefixItems":[{}]}],"unevaluatedItems":false}""", "[1]", true)]
    [InlineData("""{"allOf":[{"unevaluatedItems":true}],"unevaluatedItems":false}""", "[1,2]", true)]
    [InlineData("""{"allOf":[{"unevaluatedProperties":true}],"unevaluatedProperties":false}""", """{"a":1,"b":2}""", true)]
    [InlineData("""{"allOf":[{"additionalProperties":{"type":"integer"}}],"unevaluatedProperties":false}""", """{"a":1}""", true)]
    [InlineData(
        """{"properties":{"a":{"properties":{"b":{},"c":{}}}},"unevaluatedProperties":false}""", """{"a":{"b":1,"c":2},"d":3}""", false)]
    [InlineData(
        """{"properties":{"a":{"prefixItems":[{"not":{"type":"string"}},{}],"unevaluatedItems":false}},"unevaluatedProperties":false}""",
        """{"a":[1,2]}""", true)]
    [InlineData(
        """{"properties":{"a":{"prefixItems":[{"not":{"type":"string"}}],"unevaluatedItems":false}},"unevaluatedProperties":false}""",
        """{"a":[1,2]}""", false)]
    public void What_a_member_evaluates_is_not_evaluated_around_it(string schema, string instance, bool isValid) =>
        Check(schema, instance, isValid);

    [Theory]
    [InlineData("""{"anyOf":[{"items":{"type":"integer"}}]}""", Many)]
    [InlineData("""{"anyOf":[{"items":{"type":"integer"}}],"unevaluatedItems":false}""", 100)]
    [InlineData("""{"anyOf":[{"items":{"type":"integer"}}],"unevaluatedItems":false}""", 2048)]
    [InlineData("""{"anyOf":[{"items":{"type":"integer"}}],"unevaluatedItems":false}""", Many)]
    public void Many_items_are_evaluated(string schema, int count)
    {
        var items = string.Join(',', Enumerable.Repeat("1", count));

        Check(schema, $"[{items}]", true);
        Check(schema, $"[{items},\"x\"]", false);
    }

    [Fact]
    public void Many_items_within_an_item_leave_the_others_evaluated()
    {
        const string Schema = """{"prefixItems":[{},{"items":{},"unevaluatedItems":false},{}],"unevaluatedItems":false}""";
        var items = string.Join(',', Enumerable.Repeat("1", Many));

        Check(Schema, $"[0,[{items}],2]", true);
        Check(Schema, $"[0,[{items}],2,3]", false);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(Many)]
    public void Any_number_of_names_can_be_required(int count)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(i => $"\"n{i}\"")];
        var schema = $$"""{"required":[{{string.Join(',', names)}}]}""";

        Check(schema, Object(names), true);
        Check(schema, Object([.. names, names[^1]]), true);
        Check(schema, Object(names[1..]), false);
        Check(schema, Object(names[..^1]), false);
        Check(schema, "{}", false);

        static string Object(string[] names) => $"{{{string.Join(',', names.Select(name => $"{name}:1"))}}}";
    }

    /// <summary>The instance location, then the keyword location.</summary>
    [Theory]
    [InlineData("""{"prefixItems":[{"minimum":5},{"minimum":5}],"items":{"minimum":5}}""", "[1,2,3,4]",
        "/0 /prefixItems/0/minimum", "/1 /prefixItems/1/minimum", "/2 /items/minimum", "/3 /items/minimum")]
    [InlineData("""{"properties":{"a":{"minimum":5}},"patternProperties":{"^b":{"minimum":5}},"additionalProperties":{"minimum":5}}""",
        """{"a":1,"b":2,"c":3,"d":4}""",
        "/a /properties/a/minimum", "/b /patternProperties/^b/minimum", "/c /additionalProperties/minimum",
        "/d /additionalProperties/minimum")]
    [InlineData("""{"propertyNames":{"maxLength":1},"patternProperties":{"^b":{"minimum":5}},"additionalProperties":{"minimum":5}}""",
        """{"aa":1,"bb":2}""",
        " /propertyNames/maxLength", "/aa /additionalProperties/minimum", " /propertyNames/maxLength", "/bb /patternProperties/^b/minimum")]
    [InlineData("""{"properties":{"a":{"minimum":5}},"patternProperties":{"a":{"minimum":6},"^a":{"minimum":7}},"propertyNames":false}""",
        """{"a":1}""",
        "/a /properties/a/minimum", " /propertyNames", "/a /patternProperties/a/minimum", "/a /patternProperties/^a/minimum")]
    [InlineData("""{"required":["a"],"dependentRequired":{"b":["c"]}}""", """{"b":1}""", " /required", " /dependentRequired")]
    public void Every_violation_is_listed_with_its_place(string schema, string instance, params string[] violations) =>
        JsonSchema.Parse(schema).Validate(Json.Of(instance)).Violations
            .Select(violation => $"{violation.InstanceLocation} {violation.KeywordLocation}").ShouldBe(violations);

    [Theory]
    [InlineData("""{"items":{"minimum":1}}""", "[0,#]", "1")]
    [InlineData("""{"additionalProperties":{"minimum":1}}""", """{"a":0,#}""", "\"b\":1")]
    [InlineData("""{"patternProperties":{"^a":{"minimum":1}}}""", """{"a":0,#}""", "\"b\":1")]
    public void A_pass_ends_at_the_first_violation(string schema, string instance, string member)
    {
        var members = string.Join(',', Enumerable.Repeat(member, 1000));
        var left = 1_000_000L;

        JsonSchema.Parse(schema).Evaluate(Json.Of(instance.Replace("#", members, StringComparison.Ordinal)), ref left).ShouldBe(false);

        // All of the instance is charged by its bytes: one step for 256.
        (1_000_000L - left).ShouldBeLessThan(100);
    }

    [Theory]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", "{", "\"p#\":1", "}", 1)]
    [InlineData("""{"properties":{"a":{"type":"string"}},"patternProperties":{"^x":{}}}""", "{", "\"p#\":1", "}", 3)]
    [InlineData("""{"items":{}}""", "[", "1", "]", 1)]
    public void Each_member_takes_steps(string schema, string open, string member, string close, int steps)
    {
        var members = Enumerable.Range(0, 1000).Select(i => member.Replace("#", $"{i}", StringComparison.Ordinal));
        long few = 10_000, many = 10_000;

        JsonSchema.Parse(schema).Evaluate(Json.Of(open + close), ref few).ShouldBe(true);
        JsonSchema.Parse(schema).Evaluate(Json.Of(open + string.Join(',', members) + close), ref many).ShouldBe(true);

        ((few - many) / 1000).ShouldBe(steps);
    }

    /// <summary>A hundred schemas read a hundred properties, or a hundred times 256 bytes.</summary>
    [Theory]
    [InlineData("""{"patternProperties":{#}}""", "\"k|#\":{\"minLength\":1}", """{"k":"@"}""")]
    [InlineData("""{"patternProperties":{#}}""", "\"k|#\":{\"properties\":{\"s\":{\"minLength\":1}}}", """{"k":{"s":"@"}}""")]
    [InlineData("""{"propertyNames":{"allOf":[#]}}""", """{"minLength":1}""", """{"@":1}""")]
    [InlineData("""{"anyOf":[#,{}]}""", """{"properties":{"z":{"const":2}}}""", """{%,"z":1}""")]
    [InlineData("""{"anyOf":[#,{}]}""", """{"patternProperties":{"z":{"const":2}}}""", """{%,"z":1}""")]
    [InlineData("""{"anyOf":[#,{}]}""", """{"items":{"type":"integer"}}""", """[%%,"z"]""")]
    public void What_several_schemas_read_is_charged_each_time(string schema, string part, string instance)
    {
        var parts = Enumerable.Range(0, 100).Select(i => part.Replace("#", $"{i}", StringComparison.Ordinal));
        var members = Enumerable.Range(0, 100).Select(i => $"\"a{i}\":1");
        var written = instance.Replace("@", new string('a', 100 * 256), StringComparison.Ordinal)
            .Replace("%%", string.Join(',', Enumerable.Repeat("1", 100)), StringComparison.Ordinal)
            .Replace("%", string.Join(',', members), StringComparison.Ordinal);
        long steps = 1_000_000;

        JsonSchema.Parse(schema.Replace("#", string.Join(',', parts), StringComparison.Ordinal))
            .Evaluate(Json.Of(written), ref steps).ShouldBe(true);

        (1_000_000 - steps).ShouldBeGreaterThan(100 * 100);
    }

    [Fact]
    public void Names_that_depend_on_others_take_less_than_a_step_each()
    {
        var names = string.Join(',', Enumerable.Range(0, 400).Select(i => $"\"n{i}\":[\"m{i}\"]"));
        long steps = 10_000;

        JsonSchema.Parse("{\"dependentRequired\":{" + names + "}}").Evaluate(Json.Of("{}"), ref steps).ShouldBe(true);

        (10_000 - steps).ShouldBeInRange(100, 400);
    }

    /// <summary>The steps of a pass itself are counted at its end, and limit only what follows.</summary>
    [Fact]
    public void A_limit_within_a_pass_does_not_reject()
    {
        var schema = JsonSchema.Parse(
            """{"patternProperties":{"^a":{"type":"integer"},"^b":{},"^c":{}},"propertyNames":{"maxLength":9}}""");
        var instance = Json.Of("""{"a":1,"b":2,"c":3}""");
        long left = 1000;
        schema.Evaluate(instance, ref left).ShouldBe(true);
        var taken = 1000 - left;

        for (var steps = 0; steps < taken - 3; steps++)
        {
            left = steps;
            schema.Evaluate(instance, ref left).ShouldBeNull($"{steps} steps");
        }
    }

    [Theory]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"const":7}}}""")]
    [InlineData("""{"type":"object","minProperties":1,"additionalProperties":{"const":7}}""")]
    [InlineData("""{"type":"object","minProperties":1,"patternProperties":{"^x$":{"const":7}},"additionalProperties":false}""")]
    [InlineData("""{"type":"object","required":["x"],"patternProperties":{"^x$":{"const":7}}}""")]
    public void A_sample_has_the_values_that_a_pass_describes(string schema) =>
        JsonSchema.Parse(schema).CreateSample().ShouldNotBeNull().EnumerateObject().ShouldHaveSingleItem().Value.GetRawText().ShouldBe("7");

    /// <summary>Names with the same ends and length are too many for places of their own.</summary>
    [Fact]
    public void Many_similar_names_are_found()
    {
        var names = Enumerable.Range(0, 60).Select(i => $"prefix__{i:00}__suffix8").ToList();
        var known = string.Join(',', names.Take(50).Select(name => $"\"{name}\":{{}}"));
        var schema = JsonSchema.Parse("{\"additionalProperties\":false,\"properties\":{" + known + "}}");

        names.Where(name => schema.IsValid(Json.Of($"{{\"{name}\":1}}"))).ShouldBe(names.Take(50));
    }

    private static void Check(string schema, string instance, bool isValid)
    {
        var parsed = JsonSchema.Parse(schema);
        parsed.IsValid(Json.Of(instance)).ShouldBe(isValid);
        parsed.Validate(Json.Of(instance)).IsValid.ShouldBe(isValid, "Validate");
    }
}
