using System.Text.Json;

namespace Recoup.Schemas.Tests;

public sealed class SampleTests
{
    [Theory]
    [InlineData("""{"type":"string","minLength":5,"maxLength":5}""")]
    [InlineData("""{"type":"string","pattern":"^[A-Z]{3}-\\d{4}$"}""")]
    [InlineData("""{"type":"string","pattern":"^(top|bottom|after:\\d+)$"}""")]
    [InlineData("""{"type":"string","pattern":"^(\\w+)@\\1\\.[a-z]{2,}$","minLength":20}""")]
    [InlineData("""{"type":"string","pattern":"^(?=.*\\d).{3,}$"}""")]
    [InlineData("""{"type":"integer","exclusiveMinimum":5,"maximum":6}""")]
    [InlineData("""{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":0.001}""")]
    [InlineData("""{"type":"integer","multipleOf":7,"minimum":100}""")]
    [InlineData("""{"multipleOf":0.25,"minimum":0.3,"maximum":0.6}""")]
    [InlineData("""{"maximum":-100}""")]
    [InlineData("""{"minimum":12345678901234567890123}""")]
    [InlineData("""{"type":"array","contains":{"const":3},"minContains":2,"maxItems":3}""")]
    [InlineData("""{"type":"array","uniqueItems":true,"minItems":5,"items":{"type":"integer","minimum":0,"maximum":9}}""")]
    [InlineData("""{"type":"array","uniqueItems":true,"minItems":3,"items":{"enum":["a","b","c"]}}""")]
    [InlineData("""{"prefixItems":[{"type":"string"},{"type":"integer"}],"items":false,"minItems":2}""")]
    [InlineData("""{"type":"object","minProperties":3,"propertyNames":{"pattern":"^[a-c]{2}$"}}""")]
    [InlineData("""{"type":"object","minProperties":2,"patternProperties":{"^x-\\d$":{"type":"boolean"}},"additionalProperties":false}""")]
    [InlineData(
        """{"type":"object","required":["a"],"dependentRequired":{"a":["b"]},"dependentSchemas":{"b":{"required":["c"],"properties":"""
            + """{"c":{"const":7}}}}}""")]
    [InlineData("""{"oneOf":[{"type":"object","required":["a"]},{"type":"object","required":["b"]}]}""")]
    [InlineData(
        """{"if":{"properties":{"k":{"const":"n"}}},"then":{"required":["v"],"properties":{"v":{"type":"number"}}},"required":["k"]}""")]
    [InlineData("""{"not":{"type":["string","object","array"]}}""")]
    [InlineData("""{"allOf":[{"properties":{"a":{"minimum":5}}},{"properties":{"a":{"maximum":5}},"required":["a"]}]}""")]
    [InlineData("""{"properties":{"next":{"$ref":"#"},"v":{"type":"integer"}},"required":["v"]}""")]
    [InlineData("""{"const":{"a":[null]}}""")]
    [InlineData("""{"type":["null","string"],"enum":[null]}""")]
    [InlineData("""{"format":"date-time","type":"string"}""")]
    [InlineData("""{"properties":{"a":{}},"required":["a","b"],"unevaluatedProperties":{"type":"boolean"}}""")]
    public void A_satisfiable_schema_has_samples_with_all_options(string text)
    {
        var schema = JsonSchema.Parse(text, new JsonSchemaOptions { AssertFormat = true });
        foreach (var properties in Enum.GetValues<SampleProperties>())
        {
            for (var seed = 0; seed < 5; seed++)
            {
                var sample = schema.CreateSample(new SampleOptions { Seed = seed, Properties = properties });
                sample.ShouldNotBeNull($"{properties}, seed {seed}");
                schema.Validate(sample.Value).Violations.ShouldBeEmpty();
            }
        }
    }

    [Theory]
    [InlineData("""{"type":"string","format":"byte"}""")]
    [InlineData("""{"type":"string","contentEncoding":"base64"}""")]
    [InlineData("""{"type":"string","format":"byte","minLength":50,"maxLength":52}""")]
    [InlineData("""{"type":"string","format":"byte","maxLength":7}""")]
    [InlineData("""{"type":"string","format":"byte","maxLength":3}""")]
    [InlineData("""{"allOf":[{"type":"string","minLength":9},{"contentEncoding":"base64"}]}""")]
    public void A_sample_of_bytes_is_Base64(string text)
    {
        var schema = JsonSchema.Parse(text);
        for (var seed = 0; seed < 8; seed++)
        {
            var sample = schema.CreateSample(new SampleOptions { Seed = seed }).ShouldNotBeNull();

            schema.IsValid(sample).ShouldBeTrue();
            Should.NotThrow(() => Convert.FromBase64String(sample.GetString()!), sample.GetString());
        }
    }

    [Theory]
    [InlineData("false")]
    [InlineData("""{"type":"string","minLength":2,"maxLength":1}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#"}},"required":["a"],"type":"object"}""")]
    [InlineData("""{"enum":[]}""")]
    public void An_unsatisfiable_schema_has_no_sample(string text) => JsonSchema.Parse(text).CreateSample().ShouldBeNull();

    [Theory]
    [InlineData(
        """{"type":"string","pattern":"^((((a{100}){100}){100}){100}){100}$"}""",
        "#/pattern: expected at most 100000 characters in a sample, got at least 2147483647")]
    [InlineData(
        """{"type":"string","pattern":"^((a{200}?){200}?){200}?$"}""",
        "#/pattern: expected at most 100000 characters in a sample, got at least 8000000")]
    [InlineData(
        """{"type":"string","minLength":2000000000}""",
        "#/minLength: expected at most 100000 characters in a sample, got at least 2000000000")]
    [InlineData(
        """{"type":"array","minItems":2000000000}""",
        "#/minItems: expected at most 2000 items in a sample, got at least 2000000000")]
    [InlineData(
        """{"type":"array","contains":{},"minContains":1e20}""",
        "#/minContains: expected at most 2000 items in a sample, got at least 2147483647")]
    [InlineData(
        """{"type":"array","allOf":[{"contains":{},"minContains":1999},{"contains":{"type":"null"},"minContains":1999}]}""",
        "#/allOf/1/minContains: expected at most 2000 items in a sample, got at least 3998")]
    [InlineData(
        """{"type":"object","minProperties":2000000000}""",
        "#/minProperties: expected at most 2000 properties in a sample, got at least 2000000000")]
    [InlineData(
        """{"type":"object","required":["a"],"properties":{"a":{"type":"array","minItems":3000}}}""",
        "#/properties/a/minItems: expected at most 2000 items in a sample, got at least 3000")]
    [InlineData("false", "no instance that satisfies the schema was found")]
    [InlineData(
        """{"type":"string","pattern":"^((((){1000}){1000}){1000}){1000}$"}""",
        "no sample within the budget of 200000 steps (JsonSchemaLimits.SampleSteps)")]
    [InlineData(
        """{"type":"string","pattern":"^(((((?=a){1000}){1000}){1000}){1000})$"}""",
        "no sample within the budget of 200000 steps (JsonSchemaLimits.SampleSteps)")]
    [InlineData(
        """{"type":"string","pattern":"^(?=(a+)+$)b","examples":["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"]}""",
        "no sample within the budget of 200000 steps (JsonSchemaLimits.SampleSteps)")]
    [InlineData(
        """{"type":"array","minItems":1000,"items":{"$ref":"#"}}""",
        "no sample within the budget of 200000 steps (JsonSchemaLimits.SampleSteps)")]
    [InlineData(
        """{"type":"array","minItems":2000,"items":{"type":"string","minLength":100000}}""",
        "no sample within the budget of 200000 steps (JsonSchemaLimits.SampleSteps)")]
    [InlineData(
        """{"anyOf":[{"type":"object","required":["a","b"],"properties":{"a":{"$ref":"#"},"b":{"$ref":"#"}}"""
            + """},{"type":"object","required":["c"],"properties":{"c":{"$ref":"#"}}}]}""",
        "no sample within the budget of 200000 steps (JsonSchemaLimits.SampleSteps)")]
    public void A_schema_that_demands_too_much_has_no_sample_and_a_reason(string text, string reason)
    {
        var schema = JsonSchema.Parse(text, new JsonSchemaOptions { Limits = new JsonSchemaLimits { SampleSteps = 200_000 } });
        schema.TryCreateSample(new SampleOptions(), out var sample, out var found).ShouldBeFalse();
        found.ShouldBe(reason);
        sample.ValueKind.ShouldBe(JsonValueKind.Undefined);
        schema.CreateSample().ShouldBeNull();
    }

    /// <summary>Each group is as long as all groups before it, so the whole is longer than any memory.</summary>
    [Theory]
    [InlineData("^(a)", "$")]
    [InlineData("^(?=(a)", "$)")]
    [InlineData("^(?:(a)", "|never)$")]
    public void References_that_double_have_no_sample(string open, string close)
    {
        var pattern = open + string.Concat(Enumerable.Range(1, 39).Select(i => $"(\\{i}\\{i})")) + close;
        var schema = JsonSchema.Parse(JsonSerializer.Serialize(new { type = "string", pattern }));
        schema.TryCreateSample(new SampleOptions(), out _, out var reason).ShouldBe(close.Contains("never", StringComparison.Ordinal));
        reason?.ShouldBeOneOf(
            "#/pattern: expected a match of at most 100000 characters, found none",
            "no instance that satisfies the schema was found");
    }

    [Fact]
    public void Long_chains_have_a_sample_or_none_but_end()
    {
        var links = Enumerable.Range(0, 5_000).ToList();
        var names = string.Join(",", links.Select(i => $"\"a{i + 1}\":[\"a{i}\"]"));
        JsonSchema.Parse($$"""{"type":"object","required":["a5000"],"dependentRequired":{ {{names}} } }""")
            .CreateSample()!.Value.GetPropertyCount().ShouldBe(5_001);
        var references = string.Concat(links.Select(i => $"\"a{i}\":{{\"$ref\":\"#/$defs/a{i + 1}\"}},"));
        JsonSchema.Parse("{\"$ref\":\"#/$defs/a0\",\"$defs\":{" + references + "\"a5000\":{}}}").CreateSample().ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"type":"integer","examples":["no","7",7],"default":3}""", "7")]
    [InlineData("""{"type":"string","default":"given"}""", "\"given\"")]
    [InlineData("""{"type":"string","enum":["a"],"default":"outside"}""", "\"a\"")]
    [InlineData("""{"type":"string","example":"OpenAPI's"}""", "\"OpenAPI's\"")]
    [InlineData("""{"type":"boolean","default":true,"examples":[]}""", "true")]
    public void Valid_examples_and_defaults_come_first(string schema, string sample) =>
        JsonSchema.Parse(schema).CreateSample(9)!.Value.GetRawText().ShouldBe(sample);

    [Fact]
    public void A_sample_has_the_properties_that_the_options_select()
    {
        var schema =
            JsonSchema.Parse(
                """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"object","properties":{"c":"""
                    + """{"type":"integer"}}},"never":false},"required":["a"]}""");
        Names(SampleProperties.Required).ShouldBe(["a"]);
        Names(SampleProperties.All).ShouldBe(["a", "b"]);
        schema.CreateSample(new SampleOptions { Properties = SampleProperties.All })!.Value.GetProperty("b")
            .TryGetProperty("c", out _)
            .ShouldBeTrue();

        string[] Names(SampleProperties properties) =>
            [.. schema.CreateSample(new SampleOptions { Properties = properties })!.Value.EnumerateObject()
                .Select(property => property.Name)];
    }

    [Fact]
    public void The_same_seed_gives_the_same_sample_despite_changes_elsewhere()
    {
        const string Part =
            "\"a\":{\"type\":\"string\",\"pattern\":\"^[a-z]{8}$\"},\"b\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"},"
                + "\"minItems\":3}";
        var before = JsonSchema.Parse($$"""{"type":"object","properties":{ {{Part}} },"required":["a","b"]}""");
        var after =
            JsonSchema.Parse(
                $$"""{"type":"object","properties":{"new":{"type":"integer"},{{Part}},"other":{"type":"string"} },"required":"""
                    + $$"""["new","b","a"]}""");
        for (var seed = 0; seed < 10; seed++)
        {
            var sample = before.CreateSample(seed)!.Value;
            sample.GetRawText().ShouldBe(before.CreateSample(seed)!.Value.GetRawText());
            var changed = after.CreateSample(seed)!.Value;
            foreach (var property in sample.EnumerateObject())
                JsonElement.DeepEquals(property.Value, changed.GetProperty(property.Name)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Different_seeds_give_different_samples() =>
        Enumerable.Range(0, 20)
            .Select(seed => JsonSchema.Parse("""{"type":"string","pattern":"^[a-z]{6}$"}""").CreateSample(seed)!.Value.GetString())
            .Distinct().Count().ShouldBeGreaterThan(10);
}
