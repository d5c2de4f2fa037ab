using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Recoup.Schemas;

namespace Recoup.Contracts.Tests.Schemas;

/// <summary>Does a schema accept every value that another one accepts?</summary>
public sealed class SchemaDiffTests
{
    private const string Dangling = """{"type":"object","properties":{"a":{"$ref":"#/$defs/gone"}}}""";

    [Theory]
    [InlineData("{}", "true")]
    [InlineData("false", """{"type":"string"}""")]
    [InlineData("""{"type":"integer"}""", """{"type":"number"}""")]
    [InlineData("""{"type":"integer","minimum":1}""", """{"type":"number","exclusiveMinimum":0.5}""")]
    [InlineData("""{"type":"string","pattern":"^a{2}$"}""", """{"type":"string","pattern":"^a","maxLength":2}""")]
    [InlineData("""{"type":"string"}""", """{"type":"string","nullable":true}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", """{"type":"string","nullable":true}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"additionalProperties":false}""", """{"properties":{"a":{}}}""")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-04/schema#","maximum":3,"exclusiveMaximum":true}""",
        """{"exclusiveMaximum":3}""")]
    [InlineData("""{"$defs":{"n":{"type":"object","properties":{"n":{"$ref":"#/$defs/n"}},"required":["v"]}},"$ref":"#/$defs/n"}""",
        """{"type":"object","properties":{"n":{"$ref":"#"}}}""")]
    [InlineData("""{"type":"string","format":"date","description":"A day."}""", """{"type":"string"}""")]
    public void Inclusion_is_proved(string narrow, string wide)
    {
        var result = Compare(narrow, wide);

        result.IsProved.ShouldBeTrue();
        (result.Witness, result.Reason).ShouldBe((null, null));
        result.Edits.ShouldAllBe(edit => edit.Verdict < Verdict.Unproven);
    }

    [Theory]
    [InlineData("true", "false", "0", "(root)", "")]
    [InlineData("""{"type":"number"}""", """{"type":"integer"}""", "0.5", "(root): expected integer", "/type")]
    [InlineData("""{"type":"string","nullable":true}""", """{"type":"string"}""", "null", "(root): expected string, got null", "/type")]
    [InlineData("""{"properties":{"a/b":{"minimum":0}}}""", """{"properties":{"a/b":{"minimum":1}}}""", """{"a/b":0}""",
        "/a~1b: expected at least 1, got 0", "/properties/a~1b/minimum")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"properties":{"a":{"type":"string"}},"required":["a"]}""", "{}",
        "(root): expected required property \"a\", got none", "/properties/a")]
    [InlineData("""{"$defs":{"n":{"type":"integer"}},"items":{"$ref":"#/$defs/n"}}""",
        """{"$defs":{"n":{"type":"integer","maximum":9}},"items":{"$ref":"#/$defs/n"}}""", "[10]",
        "/0: expected at most 9, got 10", "/$defs/n/maximum")]
    public void Inclusion_is_refuted_by_the_smallest_value(string before, string after, string witness, string violation, string pointer)
    {
        var result = Compare(before, after);

        result.Verdict.ShouldBe(Verdict.Breaking);
        result.IsProved.ShouldBeFalse();
        result.Reason.ShouldBeNull();
        result.Witness.ShouldNotBeNull().Json.ShouldBe(witness);
        result.Witness.Violation.ShouldStartWith(violation);
        ShouldShow(result.Witness, before, after);
        result.Edits.ShouldContain(edit => edit.Verdict == Verdict.Breaking && edit.AfterPointer == pointer);
    }

    [Fact]
    public void The_smallest_witness_of_several_edits_is_the_one_of_the_result()
    {
        const string Before = """{"properties":{"a":{"type":"string","maxLength":9},"b":{"type":"integer","maximum":9}}}""";

        var result = Compare(Before, Before.Replace("9", "8", StringComparison.Ordinal));

        result.Edits.Select(edit => (edit.Keyword, edit.Change, edit.Message, edit.BeforePointer, edit.Witness!.Json)).ShouldBe(
        [
            ("maxLength", Change.Tightened, "'a': maximum length: 9 before, 8 now", "/properties/a/maxLength", """{"a":"aaaaaaaaa"}"""),
            ("maximum", Change.Tightened, "'b': at most 9 before, at most 8 now", "/properties/b/maximum", """{"b":9}"""),
        ]);
        result.Witness!.Json.ShouldBe("""{"b":9}""");
    }

    [Theory]
    [InlineData("""{"type":["object","string"]}""", """{"type":"object"}""")]
    [InlineData("{}", """{"type":"object","maxLength":3}""")]
    public void Only_objects_count_if_only_objects_are_values(string before, string after)
    {
        Compare(before, after).Verdict.ShouldBe(Verdict.Breaking);
        Compare(before, after, new SchemaDiffOptions { ObjectsOnly = true }).IsProved.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Dangling, """{"type":"object"}""", "the old schema cannot be compiled: ")]
    [InlineData("{}", Dangling, "the new schema cannot be compiled: ")]
    [InlineData("{}", "42", "the new schema cannot be compiled: ")]
    [InlineData("""{"type":"strin"}""", "{}", "the old schema cannot be compiled: ")]
    [InlineData("""{"$ref":"https://example.org/schema.json"}""", "{}", "the old schema cannot be compiled: ")]
    [InlineData("""{"type":"string","pattern":"^(?=a)"}""", """{"type":"string","pattern":"^(?=a)a"}""", "no value was found ")]
    public void What_is_not_decided_has_a_reason(string before, string after, string reason)
    {
        var result = Compare(before, after);

        result.Verdict.ShouldBe(Verdict.Unproven);
        result.IsProved.ShouldBeFalse();
        result.Witness.ShouldBeNull();
        result.Reason.ShouldNotBeNull().ShouldStartWith(reason);
    }

    public static TheoryData<string, string, string> NotProved => new()
    {
        // What a branch evaluates counts for an unevaluated keyword around it, also where it demands nothing.
        {
            """{"allOf":[{"properties":{"a":{"type":"string"}},"additionalProperties":true}],"unevaluatedProperties":false}""",
            """{"allOf":[{"properties":{"a":{"type":"string"}}}],"unevaluatedProperties":false}""",
            """{"x":1}"""
        },
        {
            """{"anyOf":[true,{"properties":{"a":true}}],"unevaluatedProperties":false}""",
            """{"additionalProperties":false}""",
            """{"a":1}"""
        },
        {
            """{"oneOf":[{"required":["z"]},{"properties":{"a":true}}],"unevaluatedProperties":false}""",
            """{"additionalProperties":false}""",
            """{"a":1}"""
        },
        {
            """{"dependentSchemas":{"a":{"additionalProperties":true}},"unevaluatedProperties":false}""",
            """{"additionalProperties":false}""",
            """{"a":1}"""
        },
        {
            """{"allOf":[{"unevaluatedProperties":true}],"unevaluatedProperties":false}""",
            """{"additionalProperties":false}""",
            """{"a":1}"""
        },
        {
            """{"$ref":"#/$defs/a","unevaluatedProperties":false,"$defs":{"a":{"additionalProperties":true}}}""",
            """{"additionalProperties":false}""",
            """{"a":1}"""
        },
        { """{"allOf":[{"prefixItems":[true]}],"unevaluatedItems":false}""", """{"items":false}""", "[1]" },
        { """{"allOf":[{"contains":true,"minContains":0}],"unevaluatedItems":false}""", """{"items":false}""", "[1]" },
        { """{"allOf":[{"if":{"prefixItems":[true]}}],"unevaluatedItems":false}""", """{"items":false}""", "[1]" },
        { """{"allOf":[{"anyOf":[true,{"prefixItems":[true]}]}],"unevaluatedItems":false}""", """{"items":false}""", "[1]" },

        // A fragment is one of the resource that has the reference.
        {
            """
            {"$defs":{"node":{"$id":"http://x/node","type":"object","properties":{"next":{"$ref":"#"}}}},"type":"object",
             "properties":{"a":{"$ref":"http://x/node"}}}
            """,
            """
            {"type":"object","properties":{"a":{"type":"object","properties":{"next":{"properties":{"a":{"type":"object"}}}}}}}
            """,
            """{"a":{"next":{"a":1}}}"""
        },
        {
            """
            {"$ref":"#/$defs/r","$defs":{"y":{"type":"string"},
             "r":{"$id":"http://x/r","$ref":"#/$defs/y","$defs":{"y":{"type":"integer"}}}}}
            """,
            """{"type":"string"}""",
            "1"
        },
        {
            """{"$ref":"#/$defs/a","$dynamicRef":"#b","$defs":{"a":{"type":"string"},"b":{"$dynamicAnchor":"b","minLength":1}}}""",
            """{"type":"string","minLength":2}""",
            "\"a\""
        },
        {
            """
            {"$id":"http://x/root","$ref":"list","$defs":{"item":{"$dynamicAnchor":"T","type":"string"},
             "list":{"$id":"list","items":{"$dynamicRef":"#T"},"$defs":{"T":{"$dynamicAnchor":"T","type":"integer"}}}}}
            """,
            """{"items":{"type":"integer"}}""",
            "[\"a\"]"
        },
        {
            """
            {"$schema":"http://json-schema.org/draft-07/schema#","$dynamicRef":"#/definitions/a","definitions":{"a":{"type":"string"}}}
            """,
            """{"type":"string"}""",
            "1"
        },
        { """{"$recursiveRef":"#/$defs/a","$defs":{"a":{"type":"string"}}}""", """{"type":"string"}""", "1" },

        // Numbers that are too long, or too large, to compute with.
        { """{"type":"number","enum":[1e-500,2]}""", """{"type":"integer"}""", "1e-500" },
        { """{"const":1e-500}""", """{"type":"string"}""", "1e-500" },
        { """{"type":"number"}""", """{"type":"number","not":{"enum":[1e-500]}}""", "1e-500" },
        { """{"allOf":[{"const":1e500},{"const":10e499}]}""", """{"const":5}""", "1e500" },
        { """{"const":{"a":[1e500]},"enum":[{"a":[10e499]}]}""", """{"const":5}""", """{"a":[1e500]}""" },

        // Halves of surrogate pairs.
        { """{"enum":["\ud800","b"]}""", """{"enum":["b"]}""", "\"\\ud800\"" },
        { """{"enum":[{"\ud800":1},"b"]}""", """{"enum":["b"]}""", """{"\ud800":1}""" },
        { """{"required":["\ufffd"]}""", """{"required":["\ud800"]}""", """{"\ufffd":1}""" },
        { """{"properties":{"\ud800":false}}""", """{"properties":{"\ud801":false}}""", """{"\ud801":1}""" },
    };

    [Theory]
    [MemberData(nameof(NotProved))]
    public void No_proof_forgets_a_value(string before, string after, string value)
    {
        var instance = JsonElement.Parse(value);
        JsonSchema.Parse(before).IsValid(instance).ShouldBeTrue();
        JsonSchema.Parse(after).IsValid(instance).ShouldBeFalse();

        Compare(before, after).Verdict.ShouldBeOneOf(Verdict.Unproven, Verdict.Breaking);
    }

    [Fact]
    public void A_witness_that_is_too_large_to_write_is_described()
    {
        var result = Compare("""{"type":"array","maxItems":2000000000}""", """{"type":"array","maxItems":1999999999}""");

        (result.Verdict, result.Witness).ShouldBe((Verdict.Breaking, null));
        result.Reason.ShouldNotBeNull().ShouldStartWith("an array of 2,000,000,000 items was accepted and is now rejected");
    }

    [Theory]
    [InlineData(Dangling, """{ "properties":{"a":{"$ref":"#/$defs/gone"}}, "type":"object" }""")]
    [InlineData("""{"enum":[1,2]}""", """{"enum":[2,1.0]}""")]
    [InlineData("""{"type":["string","null"]}""", """{"anyOf":[{"type":"null"},{"type":"string"}]}""")]
    public void Schemas_that_mean_the_same_have_no_edits(string one, string other)
    {
        Compare(one, other).Edits.ShouldBeEmpty();
        Compare(other, one).Verdict.ShouldBe(Verdict.Compatible);
        Compare(one, one).IsProved.ShouldBeTrue();
    }

    [Fact]
    public void An_element_is_read_where_it_is()
    {
        using var document = JsonDocument.Parse("""{"tools":[{"schema":{"type":"string"}},{"schema":{"type":"integer"}}]}""");
        var tools = document.RootElement.GetProperty("tools");
        Compare(tools[0].GetProperty("schema"), tools[1].GetProperty("schema")).Witness!.Json.ShouldBe("\"\"");

        var commented = JsonElement.Parse("{/* any */}", new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        Compare(commented, Element("false")).Reason.ShouldNotBeNull().ShouldStartWith("the old schema cannot be read: ");
    }

    [Fact]
    public void An_undefined_element_is_a_mistake_of_the_caller()
    {
        Should.Throw<ArgumentException>(() => Compare(default, Element("{}"))).ParamName.ShouldBe("before");
        Should.Throw<ArgumentException>(() => Compare(Element("{}"), default(JsonElement))).ParamName.ShouldBe("after");
    }

    [Fact]
    public void A_comparison_can_be_canceled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => SchemaDiff.Compare(Element("{}"), Element("{}"), cancellation: source.Token));
        using var later = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var (before, after) = (Element(Hostile("unions")), Element(Other(Hostile("unions"))));
        Should.Throw<OperationCanceledException>(() =>
        {
            while (true)
                SchemaDiff.Compare(before, after, cancellation: later.Token);
        });
    }

    [Theory]
    [InlineData("deep")]
    [InlineData("unions")]
    [InlineData("products")]
    [InlineData("wide")]
    [InlineData("references")]
    [InlineData("pattern")]
    public void The_work_for_a_hostile_schema_is_bounded(string kind)
    {
        var schema = Hostile(kind);
        foreach (var (before, after) in new[] { ("{}", schema), (schema, "{}"), (schema, Other(schema)) })
        {
            var result = Compare(before, after);
            if (result.Witness is { } witness)
                ShouldShow(witness, before, after);
            else if (!result.IsProved)
                result.Reason.ShouldNotBeNullOrEmpty();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_instance_contradicts_a_verdict(bool objectsOnly)
    {
        var (proved, refuted, seed) = (0, 0, 0);
        var options = new SchemaDiffOptions { ObjectsOnly = objectsOnly };
        for (var i = 0; i < 150; i++)
        {
            var pair = SchemaPairGenerator.All.Sample(1, new Rnd(4712UL + (uint)i, 2027), 30).First();
            foreach (var (before, after) in new[] { (pair.Before, pair.After), (pair.After, pair.Before) })
            {
                var result = Compare(before, after, options);
                if (result.Witness is { } witness)
                {
                    refuted++;
                    ShouldShow(witness, before, after);
                    (IndependentJudge.IsValid(before, witness.Instance), IndependentJudge.IsValid(after, witness.Instance))
                        .ShouldBeOneOf([(true, false), (null, null), (true, null), (null, false)], $"{before}\n{after}\n{witness.Json}");
                    if (objectsOnly)
                        witness.Instance.ValueKind.ShouldBe(JsonValueKind.Object);
                }

                if (!result.IsProved)
                    continue;
                proved++;
                var (narrow, wide) = (Parse(before), Parse(after));
                for (var sample = 0; sample < 30; sample++)
                {
                    var instance = narrow.CreateSample(new SampleOptions { Seed = seed++, Properties = (SampleProperties)(sample % 3) });
                    if (instance is { } value && (!objectsOnly || value.ValueKind == JsonValueKind.Object))
                        wide.IsValid(value).ShouldBeTrue($"{before}\n{after}\n{value}");
                }
            }
        }

        proved.ShouldBeGreaterThan(60);
        refuted.ShouldBeGreaterThan(60);
    }

    [Fact]
    public void A_schema_includes_itself_however_it_is_written() =>
        SchemaGenerators.ForAll(SchemaGenerators.Schema(3), 100, schema =>
        {
            Compare(schema, schema).Edits.ShouldBeEmpty(schema);
            Compare(schema, Respelling.Of(schema)).Verdict.ShouldBe(Verdict.Compatible, schema);
        });

    private static SchemaDiffResult Compare(string before, string after, SchemaDiffOptions? options = null) =>
        Compare(Element(before), Element(after), options);

    private static SchemaDiffResult Compare(JsonElement before, JsonElement after, SchemaDiffOptions? options = null) =>
        SchemaDiff.Compare(before, after, options, TestContext.Current.CancellationToken);

    private static JsonElement Element(string schema) => JsonElement.Parse(schema, new JsonDocumentOptions { MaxDepth = 2_000 });

    private static JsonSchema Parse(string schema) => JsonSchema.Parse(schema, new JsonSchemaOptions { HonorNullable = true });

    private static void ShouldShow(Witness witness, string before, string after)
    {
        Parse(before).IsValid(witness.Instance).ShouldBeTrue($"{before} accepts {witness.Json}");
        Parse(after).IsValid(witness.Instance).ShouldBeFalse($"{after} rejects {witness.Json}");
    }

    private static string Other(string hostile) => hostile.Replace("a1", "b1", StringComparison.Ordinal);

    private static string Hostile(string kind) => kind switch
    {
        "deep" => string.Concat(Enumerable.Repeat("{\"not\":", 1_000)) + """{"const":"a1"}""" + new string('}', 1_000),
        "unions" => Many("anyOf", """{"required":["a#"],"properties":{"a#":{"maxLength":#}}}""", 1_500),
        "products" => Many(
            "allOf", """{"oneOf":[{"required":["a#"]},{"required":["b#"]},{"properties":{"c#":{"type":"string"}}}]}""", 30),
        "wide" => "{\"properties\":{" + List("""  "p#":{"type":"string","enum":["a#","c#"]}  """, 3_000) + "}}",
        "references" => """{"$ref":"#/$defs/n0","$defs":{"n100":{"$ref":"#/$defs/n0"},"""
            + string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"n{i}\":{Node(i)}")) + "}}",
        _ => """{"type":"string","pattern":"^((a1?)+)+([ab]{1,500}){1,500}$"}""",
    };

    private static string Node(int i) => $$"""
        {"properties":{"x":{"$ref":"#/$defs/n{{i + 1}}"},"y":{"$ref":"#/$defs/n{{i + 1}}"},"a{{i}}":{"type":"null"} } }
        """;

    private static string Many(string keyword, string branch, int count) => $"{{\"{keyword}\":[{List(branch, count)}]}}";

    private static string List(string template, int count) => string.Join(
        ',',
        Enumerable.Range(0, count).Select(i => template.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
