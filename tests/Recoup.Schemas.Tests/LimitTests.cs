using System.Diagnostics;
using System.Text.Json;

namespace Recoup.Schemas.Tests;

public sealed class LimitTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("""{"$ref":"#"}""", "#/$ref")]
    [InlineData(
        """{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"allOf":[{"$ref":"#/$defs/a"}]}}}""", "#/$defs/b/allOf/0/$ref")]
    [InlineData("""{"anyOf":[{"type":"string"},{"not":{"$ref":"#"}}]}""", "#/anyOf/1/not/$ref")]
    [InlineData("""{"dependentSchemas":{"a":{"$ref":"#"}}}""", "#/dependentSchemas/a/$ref")]
    public void References_in_a_circle_over_the_same_instance_are_a_problem(string schema, string location)
    {
        JsonSchema.TryParse(Json.Of(schema), null, out _, out var problems).ShouldBeFalse();
        problems.ShouldHaveSingleItem().Location.ShouldBe(location);
    }

    [Fact]
    public void References_that_multiply_exceed_the_limit()
    {
        var levels = string.Join(
            ",",
            Enumerable.Range(0, 60)
                .Select(i => $"\"l{i}\":{{\"allOf\":[{{\"$ref\":\"#/$defs/l{i + 1}\"}},{{\"$ref\":\"#/$defs/l{i + 1}\"}}]}}"));
        var schema = JsonSchema.Parse(
            "{\"$ref\":\"#/$defs/l0\",\"$defs\":{" + levels + ",\"l60\":{\"minimum\":1}}}",
             new JsonSchemaOptions { Limits = new JsonSchemaLimits { EvaluationSteps = 100_000 } });
        schema.IsValid(Json.Of("1")).ShouldBeFalse();
        schema.Validate(Json.Of("1")).Violations.ShouldHaveSingleItem().Message.ShouldBe(
            "(root): expected at most 100000 steps of evaluation, got more");
    }

    [Theory]
    [InlineData("[1,2,3]", 1000, true)]
    [InlineData("[1,2,\"3\"]", 1000, false)]
    [InlineData("[1,2,3]", 2, null)]
    [InlineData("[1,2,3]", 0, null)]
    [InlineData("[1,2,3]", -5, null)]
    public void Evaluations_share_steps_and_neither_accept_nor_reject_without_them(string instance, long steps, bool? expected)
    {
        var schema = JsonSchema.Parse("""{"type":"array","items":{"type":"integer","not":{"maximum":0}}}""");
        var left = steps;

        schema.Evaluate(Json.Of(instance), ref left).ShouldBe(expected);
        (steps - left).ShouldBeLessThanOrEqualTo(Math.Max(0, steps));
        if (expected is null)
            return;
        var once = steps - left;
        once.ShouldBeGreaterThan(0);
        schema.Evaluate(Json.Of(instance), ref left).ShouldBe(expected);
        left.ShouldBe(steps - (2 * once));
    }

    [Fact]
    public void An_evaluation_takes_no_more_steps_than_the_limit_of_its_schema()
    {
        var schema = JsonSchema.Parse(
            """{"items":{"anyOf":[{"minimum":1},{"not":{"minimum":2}}]}}""",
            new JsonSchemaOptions { Limits = new() { EvaluationSteps = 3 } });
        long steps = 1_000_000;

        schema.Evaluate(Json.Of("[1,2,3,4,5,6,7,8,9]"), ref steps).ShouldBeNull();
        steps.ShouldBe(1_000_000 - 3);
    }

    [Fact]
    public void Samples_share_steps()
    {
        var schema = JsonSchema.Parse("""{"type":"object","required":["a","b"],"properties":{"a":{"type":"string"}}}""");
        long steps = 10_000;
        schema.TryCreateSample(new SampleOptions(), ref steps, out var sample, out _).ShouldBeTrue();
        sample.TryGetProperty("b", out _).ShouldBeTrue();
        steps.ShouldBeLessThan(10_000);

        steps = 10;
        schema.TryCreateSample(new SampleOptions(), ref steps, out _, out var reason).ShouldBeFalse();
        reason.ShouldBe("no sample within the budget of 10 steps (JsonSchemaLimits.SampleSteps)");
        steps.ShouldBe(0);
    }

    /// <summary>Schemas that apply each definition twice, in every way that can double.</summary>
    public static TheoryData<string, string> Doublings => new()
    {
        { """{"allOf":[R,R]}""", "1" },
        { """{"anyOf":[R,R]}""", "1" },
        { """{"oneOf":[R,R]}""", "1" },
        { """{"allOf":[{"not":R},{"not":R}]}""", "1" },
        { """{"if":R,"then":R,"else":R}""", "1" },
        { """{"dependentSchemas":{"a":R,"b":R}}""", """{"a":1,"b":1}""" },
        { """{"anyOf":[R,R],"unevaluatedProperties":false}""", """{"a":1}""" },
        { """{"anyOf":[R,R],"unevaluatedItems":false}""", "[1]" },
        { """{"allOf":[{"contains":R},{"contains":R}]}""", "[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]" },
        { """{"allOf":[{"items":R},{"items":R}]}""", "[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]" },
    };

    [Theory]
    [MemberData(nameof(Doublings))]
    public void Validating_against_references_that_double_takes_little_memory(string level, string instance)
    {
        const int Depth = 26;
        var levels = string.Concat(Enumerable.Range(0, Depth)
            .Select(i => $"\"l{i}\":{level.Replace("R", $"{{\"$ref\":\"#/$defs/l{i + 1}\"}}", StringComparison.Ordinal)},"));
        var last = $"\"l{Depth}\":" + """{"type":"string","required":["x"],"minItems":9}""";
        var schema = JsonSchema.Parse(
            "{\"$ref\":\"#/$defs/l0\",\"$defs\":{" + levels + last + "}}",
            new JsonSchemaOptions { Limits = new JsonSchemaLimits { EvaluationSteps = 1_000_000 } });
        var before = GC.GetAllocatedBytesForCurrentThread();

        var violations = schema.Validate(Json.Of(instance)).Violations;

        violations.ShouldNotBeEmpty();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void More_violations_than_the_limit_are_not_listed()
    {
        var schema = JsonSchema.Parse(
            """{"items":{"type":"string"}}""", new JsonSchemaOptions { Limits = new JsonSchemaLimits { Violations = 3 } });
        schema.Validate(Json.Of("[1,2,3]")).Violations.Select(violation => violation.InstanceLocation).ShouldBe(["/0", "/1", "/2"]);
        schema.Validate(Json.Of("[1,2,3,4,5]")).Violations.Select(violation => violation.Message).ShouldBe(
        [
            "/0: expected string, got number",
            "/1: expected string, got number",
            "/2: expected string, got number",
            "/3: expected at most 3 violations, with at most 12000 characters, got more",
        ]);
    }

    [Fact]
    public void An_alternative_is_reported_even_if_its_causes_fill_the_list()
    {
        var schema = JsonSchema.Parse(
            """{"anyOf":[{"items":{"type":"string"}},{"items":{"type":"null"}}]}""",
            new JsonSchemaOptions { Limits = new JsonSchemaLimits { Violations = 3 } });
        var violations = schema.Validate(Json.Of("[1,2,3,4]")).Violations;
        violations.Select(violation => violation.Keyword).ShouldBe(["anyOf", "(limit)"]);
        violations[0].Causes.Count.ShouldBe(3);
    }

    [Fact]
    public void Violations_at_long_locations_take_little_memory()
    {
        var schema = JsonSchema.Parse("""{"additionalProperties":{"items":{"type":"string"}}}""");
        var instance = Json.Of($$"""{"{{new string('n', 1_000_000)}}":[{{string.Join(",", Enumerable.Repeat("1", 500))}}]}""");
        var before = GC.GetAllocatedBytesForCurrentThread();
        schema.Validate(instance).Violations.Count.ShouldBeInRange(2, 10);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000_000);
    }

    /// <summary>Schemas whose work is more than one step for each subschema: long lists, long texts, long numbers.</summary>
    [Theory]
    [InlineData("""{"items":{"allOf":[L]}}""", """{"minimum":0}""", 1000, "5", 2000)]
    [InlineData(
        """{"items":{"allOf":[L]}}""",
        """{"pattern":"x$"}""", 100, "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaax\"", 2000)]
    [InlineData("""{"items":{"allOf":[L]}}""", """{"enum":[[1],[2]]}""", 1000, "[1]", 2000)]
    public void A_step_is_counted_for_each_schema_of_a_list(string schema, string part, int parts, string item, int items)
    {
        var limits = new JsonSchemaOptions { Limits = new JsonSchemaLimits { EvaluationSteps = 100_000 } };
        var list = string.Join(",", Enumerable.Repeat(part, parts));
        var compiled = JsonSchema.Parse(schema.Replace("L", list, StringComparison.Ordinal), limits);
        compiled.IsValid(Json.Of($"[{string.Join(",", Enumerable.Repeat(item, 3))}]")).ShouldBeTrue();
        compiled.Validate(Json.Of($"[{string.Join(",", Enumerable.Repeat(item, items))}]")).Violations[^1].Keyword.ShouldBe("(limit)");
    }

    /// <summary>Twice the size takes about twice the time: a quadratic algorithm would take minutes.</summary>
    [Theory]
    [InlineData("""{"items":{"enum":[V]}}""", "{i}", "[V]")]
    [InlineData("""{"items":{"enum":[V]}}""", """{"k":{i},"l":[{i}.0]}""", "[V]")]
    [InlineData("""{"items":{"enum":[V]}}""", "[[{i}]]", "[V]")]
    [InlineData("""{"$defs":{V,"l60000":{}},"$ref":"#/$defs/l0"}""", "\"l{i}\":{\"items\":{\"$ref\":\"#/$defs/l{n}\"}}", "[]")]
    [InlineData("""{"x":{V,"l60000":{}},"$ref":"#/x/l0"}""", "\"l{i}\":{\"items\":{\"$ref\":\"#/x/l{n}\"}}", "[]")]
    [InlineData("""{"x":[V,{}],"$ref":"#/x/0"}""", "{\"items\":{\"$ref\":\"#/x/{n}\"}}", "[]")]
    [InlineData("""{"anyOf":[V,{}]}""", "{\"items\":{\"$ref\":\"#/anyOf/{n}\"}}", "[]")]
    [InlineData("""{"$defs":{V},"$ref":"#a0"}""", "\"l{i}\":{\"$anchor\":\"a{i}\",\"items\":{\"$ref\":\"#a{i}\"}}", "[]")]
    public void Many_values_and_references_take_linear_time(string schema, string one, string instance)
    {
        const int Count = 60_000;
        var started = Stopwatch.GetTimestamp();
        var all = string.Join(",", Enumerable.Range(0, Count).Select(i =>
            one.Replace("{i}", $"{i}", StringComparison.Ordinal).Replace("{n}", $"{i + 1}", StringComparison.Ordinal)));
        JsonSchema.Parse(schema.Replace("V", all, StringComparison.Ordinal))
            .IsValid(Json.Of(instance.Replace("V", all, StringComparison.Ordinal))).ShouldBeTrue();
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Soon);
    }

    [Fact]
    public void Not_does_not_make_an_exceeded_limit_valid()
    {
        var schema = JsonSchema.Parse(
            """{"not":{"items":{"items":{"items":{"minimum":1}}}}}""",
             new JsonSchemaOptions { Limits = new JsonSchemaLimits { EvaluationDepth = 2 } });
        schema.IsValid(Json.Of("[[[0]]]")).ShouldBeFalse();
        schema.Validate(Json.Of("[[[0]]]")).Violations.ShouldHaveSingleItem().Keyword.ShouldBe("(limit)");
    }

    [Theory]
    [InlineData("""{"items":{"$ref":"#"}}""", "[", "", "]", "/0/0/0")]
    [InlineData("""{"properties":{"a":{"$ref":"#"}}}""", "{\"a\":", "1", "}", "/a/a/a")]
    [InlineData("""{"additionalProperties":{"$ref":"#"}}""", "{\"a\":", "1", "}", "/a/a/a")]
    public void A_deep_instance_is_invalid_and_does_not_overflow_the_stack(
        string text, string open, string inner, string close, string location)
    {
        string Nested(int depth) =>
            string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
        var deep = Json.Of(Nested(10_000));
        var schema = JsonSchema.Parse(text);
        OnSmallStack(() =>
        {
            schema.IsValid(deep).ShouldBeFalse();
            var violation = schema.Validate(deep).Violations.ShouldHaveSingleItem();
            violation.Keyword.ShouldBe("(limit)");
            violation.InstanceLocation.ShouldStartWith(location);
        });

        var limited = JsonSchema.Parse(text, new JsonSchemaOptions { Limits = new JsonSchemaLimits { EvaluationDepth = 20 } });
        limited.IsValid(Json.Of(Nested(20))).ShouldBeTrue();
        limited.IsValid(Json.Of(Nested(21))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"uniqueItems":true}""")]
    [InlineData("""{"enum":[[[[]]]]}""")]
    [InlineData("""{"not":{"const":[[]]}}""")]
    public void Comparing_deep_instances_does_not_overflow_the_stack(string text)
    {
        const int Depth = 4_000;
        var one = new string('[', Depth) + new string(']', Depth);
        var schema = JsonSchema.Parse(text);
        var few = Json.Of($"[{one},{one}]");
        var many = Json.Of($"[{string.Join(",", Enumerable.Repeat(one, 20))}]");
        OnSmallStack(() =>
        {
            schema.Validate(few).IsValid.ShouldBe(schema.IsValid(few));
            schema.Validate(many).IsValid.ShouldBe(schema.IsValid(many));
        });
    }

    [Theory]
    [InlineData("{\"not\":", "}")]
    [InlineData("{\"x\":[{\"properties\":{\"a\":", "}}]}")]
    public void A_deep_schema_is_a_problem(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 5_000)) + "true" + string.Concat(Enumerable.Repeat(close, 5_000));
        Should.Throw<JsonSchemaException>(() => JsonSchema.Parse(text));
        OnSmallStack(() => JsonSchema.TryParse(Json.Of(text), null, out _, out _));
    }

    [Fact]
    public void Too_many_subschemas_are_a_problem()
    {
        var options = new JsonSchemaOptions { Limits = new JsonSchemaLimits { Subschemas = 100 } };
        var text = $$"""{"allOf":[{{string.Join(",", Enumerable.Repeat("{}", 101))}}]}""";
        Should.Throw<JsonSchemaException>(() =>
            JsonSchema.Parse(text, options)).Problems.Single().Text.ShouldBe("expected at most 100 subschemas in all");
    }

    [Theory]
    [InlineData("^(?=(a|aa)+$)")]
    [InlineData("^(a*)*\\1$")]
    [InlineData("\\b(\\w+\\s?)+\\b$")]
    [InlineData("(?<=!(a+)+)b")]
    [InlineData("^(?:(?=a)){2000000000}a$")]
    [InlineData("^(?:(?!b)(?:a+?)+?)+!!$")]
    public void A_pattern_that_backtracks_too_long_exceeds_the_limit(string pattern)
    {
        var schema = JsonSchema.Parse(
            JsonSerializer.Serialize(new { pattern }),
            new JsonSchemaOptions { Limits = new JsonSchemaLimits { EvaluationSteps = 200_000 } });
        var violation = schema.Validate(Json.Of($"\"{new string('a', 60)}!\"")).Violations.ShouldHaveSingleItem();
        violation.Keyword.ShouldBe("(limit)");
        violation.Expected.ShouldBe("at most 200000 steps of evaluation");
        violation.SchemaLocation.ShouldBe("#");
    }

    [Fact]
    public void A_pattern_without_backtracking_takes_linear_time()
    {
        var schema = JsonSchema.Parse("""{"pattern":"^(a+)+$"}""");
        schema.IsValid(Json.Of($"\"{new string('a', 100_000)}!\"")).ShouldBeFalse();
    }

    [Fact]
    public void Many_items_are_compared_in_time()
    {
        var started = Stopwatch.GetTimestamp();
        var schema = JsonSchema.Parse("""{"uniqueItems":true}""");
        var items = Enumerable.Range(0, 200_000).Select(i => i % 2 == 0 ? $"{i}" : $"{{\"k\":\"{i}\",\"l\":[{i}]}}").ToList();
        schema.IsValid(Json.Of($"[{string.Join(",", items)}]")).ShouldBeTrue();
        schema.IsValid(Json.Of($"[{string.Join(",", items)},1e1]")).ShouldBeFalse();
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Soon);
    }

    [Theory]
    [InlineData("""{"maximum":5}""", "1e999999999999999999999", false)]
    [InlineData("""{"maximum":5}""", "-1e999999999999999999999", true)]
    [InlineData("""{"minimum":0}""", "1e-999999999999999999999", true)]
    [InlineData("""{"type":"integer"}""", "1e999999999", true)]
    [InlineData("""{"type":"integer"}""", "1e-999999999", false)]
    [InlineData("""{"multipleOf":7}""", "1e999999999", false)]
    [InlineData("""{"multipleOf":1e-3}""", "1e999999999", true)]
    [InlineData("""{"multipleOf":68719476736}""", "1e999999999", true)]
    [InlineData("""{"const":0}""", "0e999999999999999999999", true)]
    [InlineData("""{"uniqueItems":true}""", "[1e999999999999999999999,1e999999999999999999998]", true)]
    public void Numbers_of_any_size_are_checked_exactly_and_fast(string schema, string instance, bool valid) =>
        JsonSchema.Parse(schema).IsValid(Json.Of(instance)).ShouldBe(valid);

    [Theory]
    [InlineData("hostname")]
    [InlineData("idn-hostname")]
    [InlineData("idn-email")]
    public void A_long_host_name_is_rejected_in_time(string format)
    {
        // The time to encode a label as Punycode grows with the square of its length.
        var started = Stopwatch.GetTimestamp();
        var schema = JsonSchema.Parse($$"""{"format":"{{format}}"}""", new JsonSchemaOptions { AssertFormat = true });
        var points = Enumerable.Range(0x4E00, 20_000).Concat(Enumerable.Range(0x20000, 40_000));
        var letters = string.Concat(points.Select(char.ConvertFromUtf32));
        schema.IsValid(Json.Of($"\"{letters}\"")).ShouldBeFalse();
        schema.IsValid(Json.Of($"\"a@{letters}\"")).ShouldBeFalse();
        schema.IsValid(Json.Of($"\"xn--{new string('a', 200_000)}\"")).ShouldBeFalse();
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Soon);
    }

    private static void OnSmallStack(Action action)
    {
        var task = new Task(action);
        var thread = new Thread(() => task.RunSynchronously(TaskScheduler.Default), maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();
        task.Exception.ShouldBeNull();
    }
}
