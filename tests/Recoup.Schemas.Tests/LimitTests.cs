using System.Diagnostics;

namespace Recoup.Schemas.Tests;

public sealed class LimitTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("""{"$ref":"#"}""", "#/$ref")]
    [InlineData("""{"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"allOf":[{"$ref":"#/$defs/a"}]}}}""", "#/$defs/b/allOf/0/$ref")]
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

    [Fact]
    public void Not_does_not_make_an_exceeded_limit_valid()
    {
        var schema = JsonSchema.Parse(
            """{"not":{"items":{"items":{"items":{"minimum":1}}}}}""",
             new JsonSchemaOptions { Limits = new JsonSchemaLimits { EvaluationDepth = 2 } });
        schema.IsValid(Json.Of("[[[0]]]")).ShouldBeFalse();
        schema.Validate(Json.Of("[[[0]]]")).Violations.ShouldHaveSingleItem().Keyword.ShouldBe("(limit)");
    }

    [Fact]
    public void A_deep_instance_is_invalid_and_does_not_overflow_the_stack()
    {
        const int Depth = 10_000;
        var deep = Json.Of(new string('[', Depth) + new string(']', Depth));
        var schema = JsonSchema.Parse("""{"items":{"$ref":"#"}}""");
        OnSmallStack(() =>
        {
            schema.IsValid(deep).ShouldBeFalse();
            var violation = schema.Validate(deep).Violations.ShouldHaveSingleItem();
            violation.Keyword.ShouldBe("(limit)");
            violation.InstanceLocation.ShouldStartWith("/0/0/0");
        });
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

    [Fact]
    public void A_pattern_that_backtracks_too_long_exceeds_the_limit()
    {
        var schema = JsonSchema.Parse(
            """{"pattern":"^(?=(a|aa)+$)"}""",
            new JsonSchemaOptions { Limits = new JsonSchemaLimits { PatternTimeout = TimeSpan.FromMilliseconds(50) } });
        var violation = schema.Validate(Json.Of($"\"{new string('a', 60)}!\"")).Violations.ShouldHaveSingleItem();
        violation.Keyword.ShouldBe("(limit)");
        violation.Expected.ShouldBe("the pattern ^(?=(a|aa)+$) to finish within 50 ms");
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
