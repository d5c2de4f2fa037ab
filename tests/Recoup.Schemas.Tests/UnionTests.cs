using FsCheck;
using FsCheck.Fluent;

namespace Recoup.Schemas.Tests;

/// <summary>
/// A union of objects that are told apart by a property. The engine reads this property first. It must agree with itself where it cannot
/// recognize the property, because <c>required</c> is in an <c>allOf</c>.
/// </summary>
public sealed class UnionTests
{
    private static readonly string[] Kinds = ["\"a\"", "\"b\"", "\"c d\"", "\"\\u0061\"", "null", "1", "{\"kind\":\"a\"}"];

    private static Gen<string> Alternative =>
        from kinds in Gen.Elements(Kinds).NonEmptyListOf()
        from shape in Gen.Choose(0, 5)
        from more in Gen.Elements(
            "\"type\":\"object\",", "", "\"minProperties\":2,", "\"type\":[\"object\",\"string\"],", "\"nullable\":true,")
        from own in Gen.Elements("integer", "string")
        select Text([.. kinds.Distinct(StringComparer.Ordinal)], shape, more, own);

    private static Gen<string> Instance =>
        from kind in Gen.Elements(Kinds)
        from text in Gen.Elements(
            "{{\"kind\":{0},\"own\":1}}", "{{\"own\":\"x\",\"kind\":{0}}}", "{{\"k\\u0069nd\":{0},\"own\":1}}",
            "{{\"own\":1}}", "{0}", "[{0}]",
            "{{\"kind\":{0},\"kind\":\"b\",\"own\":1}}", "{{\"\\u006bind\":\"a\",\"kind\":{0}}}")
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, text, kind);

    [Theory]
    [InlineData("anyOf", "")]
    [InlineData("oneOf", "")]
    [InlineData("oneOf", "\"unevaluatedProperties\":false,")]
    [InlineData("anyOf", "\"unevaluatedProperties\":false,")]
    public void A_union_accepts_what_it_accepts_without_a_discriminator(string keyword, string beside)
    {
        var (valid, invalid) = (0, 0);
        JsonGenerators.ForAll(
            from alternatives in Alternative.NonEmptyListOf()
            from instance in Instance
            select (alternatives, instance),
            1_000,
            test =>
            {
                var alternatives = string.Join(',', test.alternatives);
                var union = $"{{{beside}\"{keyword}\":[{alternatives}],\"$defs\":{{\"A\":{{\"enum\":[\"a\",\"b\"]}}}}}}";
                var options = new JsonSchemaOptions { HonorNullable = true };
                var seen = JsonSchema.Parse(union, options);
                var unseen = JsonSchema.Parse(
                    union.Replace("\"required\":[\"kind\"]", "\"allOf\":[{\"required\":[\"kind\"]}]", StringComparison.Ordinal), options);
                var instance = Json.Of(test.instance);

                var isValid = seen.IsValid(instance);

                isValid.ShouldBe(unseen.IsValid(instance), $"{union}\n{instance}");
                seen.Validate(instance).IsValid.ShouldBe(isValid);
                seen.Validate(instance).Violations.Select(violation => violation.InstanceLocation)
                    .ShouldBe(unseen.Validate(instance).Violations.Select(violation => violation.InstanceLocation));
                _ = isValid ? valid++ : invalid++;
            });
        valid.ShouldBeGreaterThan(50);
        invalid.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_value_outside_a_union_is_explained_by_every_alternative()
    {
        var schema = JsonSchema.Parse("""
            {"oneOf":[
              {"required":["kind"],"properties":{"kind":{"const":"a"}}},
              {"required":["kind"],"properties":{"kind":{"const":"b"}}}]}
            """);

        var violation = schema.Validate(Json.Of("""{"kind":"c"}""")).Violations.ShouldHaveSingleItem();

        violation.Causes.Select(cause => $"{cause.InstanceLocation}: {cause.Expected}").ShouldBe(["/kind: \"a\"", "/kind: \"b\""]);
    }

    [Fact]
    public void Alternatives_that_a_discriminator_excludes_take_no_steps()
    {
        const int Count = 500;
        var alternatives = Enumerable.Range(0, Count).Select(i =>
            """{"required":["kind"],"properties":{"kind":{"const":"NAME"},"list":{"items":{"type":"integer","minimum":0}}}}"""
                .Replace("NAME", $"k{i}", StringComparison.Ordinal));
        var schema = JsonSchema.Parse($$"""{"oneOf":[{{string.Join(',', alternatives)}}]}""");
        var instance = Json.Of($$"""{"list":[{{string.Join(',', Enumerable.Range(0, Count))}}],"kind":"k7"}""");
        long steps = 1_000_000;

        schema.Evaluate(instance, ref steps).ShouldBe(true);

        (1_000_000 - steps).ShouldBeLessThan(Count * 20);
    }

    [Fact]
    public void Many_unions_of_large_definitions_are_compiled_in_little_memory()
    {
        const int Unions = 2_000;
        var strings = string.Join(',', Enumerable.Range(0, 256).Select(i => $"\"{new string('x', 200)}{i}\""));
        var properties = string.Join(',', Enumerable.Range(0, Unions).Select(i =>
            $"\"p{i}\":{{\"oneOf\":[{{\"$ref\":\"#/$defs/A\"}},{{\"$ref\":\"#/$defs/B\"}}]}}"));
        var definition = $"{{\"required\":[\"kind\"],\"properties\":{{\"kind\":{{\"enum\":[{strings}]}}}}}}";
        var schema = Json.Of($"{{\"properties\":{{{properties}}},\"$defs\":{{\"A\":{definition},\"B\":{definition}}}}}");
        var before = GC.GetAllocatedBytesForCurrentThread();

        JsonSchema.Parse(schema);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000_000);
    }

    [Fact]
    public void What_is_cheap_is_checked_first()
    {
        var schema = JsonSchema.Parse("""{"allOf":[{"items":{"enum":[[1],[2]]}}],"pattern":"^a","maxItems":1}""");
        long steps = 1_000_000;

        schema.Evaluate(Json.Of($"[{string.Join(',', Enumerable.Repeat("[1]", 1_000))}]"), ref steps).ShouldBe(false);

        (1_000_000 - steps).ShouldBeLessThan(100);
    }

    [Fact]
    public void Violations_have_the_order_of_the_schema()
    {
        var schema = JsonSchema.Parse("""{"not":{},"pattern":"^a","minLength":3,"enum":["abc"]}""");

        schema.Validate(Json.Of("\"b\"")).Violations.Select(violation => violation.Keyword)
            .ShouldBe(["not", "pattern", "minLength", "enum"]);
    }

    private static string Text(string[] kinds, int shape, string more, string own)
    {
        var all = string.Join(',', kinds);
        var kind = shape switch
        {
            0 => $$"""{"const":{{kinds[0]}}}""",
            1 => """{"$ref":"#/$defs/A"}""",
            2 => """{"type":"string"}""",
            3 => $$"""{"type":"string","nullable":true,"enum":[{{all}}]}""",
            _ => $$"""{"enum":[{{all}}]}""",
        };
        return $"{{{more}\"required\":[\"kind\"],\"properties\":{{\"kind\":{kind},\"own\":{{\"type\":\"{own}\"}}}}}}";
    }
}
