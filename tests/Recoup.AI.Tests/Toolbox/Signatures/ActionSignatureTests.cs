using System.Text;
using Recoup.AI.Dialects;
using Recoup.AI.Toolbox.Signatures;
using Recoup.Catalogs;

namespace Recoup.AI.Tests.Toolbox.Signatures;

public sealed class ActionSignatureTests
{
    [Theory]
    [InlineData("""{}""", "any")]
    [InlineData("""true""", "any")]
    [InlineData("""false""", "never")]
    [InlineData("""{"type":"string"}""", "string")]
    [InlineData("""{"type":"integer"}""", "integer")]
    [InlineData("""{"type":"dict"}""", "any")]
    [InlineData("""{"type":["string","null"]}""", "string | null")]
    [InlineData("""{"type":"string","nullable":true}""", "string | null")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"string"}]}""", "string | integer")]
    [InlineData("""{"anyOf":[{"type":"string"},{}]}""", "any")]
    [InlineData("""{"enum":["open","closed",1,null,true]}""", "\"open\" | \"closed\" | 1 | null | true")]
    [InlineData("""{"enum":[]}""", "any")]
    [InlineData("""{"const":"a"}""", "\"a\"")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "string[]")]
    [InlineData("""{"type":"array"}""", "any[]")]
    [InlineData("""{"type":"array","items":{"type":["string","null"]}}""", "(string | null)[]")]
    [InlineData("""{"type":"array","items":{"type":"array","items":{"type":"number"}}}""", "number[][]")]
    [InlineData("""{"type":"object"}""", "object")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", "Record<string, string>")]
    [InlineData("""{"properties":{"a":{"type":"string"},"b-c":{}},"required":["a"]}""", "{ a: string; \"b-c\"?: any }")]
    [InlineData("""{"allOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"b":{}}}]}""", "{ a?: string } & { b?: any }")]
    [InlineData("""{"$ref":"#/$defs/T"}""", "{ next?: object; name?: string }")]
    [InlineData("""{"$ref":"#/$defs/Loop"}""", "any")]
    [InlineData("""{"$ref":"#/$defs/Missing"}""", "any")]
    [InlineData("""{"$ref":"https://elsewhere.example/schema"}""", "any")]
    public void A_schema_is_a_type(string schema, string type) => Signature($$"""
        {"type":"object","properties":{"x":{{schema}} },"required":["x"],"$defs":{
          "T":{"properties":{"next":{"$ref":"#/$defs/T"},"name":{"type":"string"} } },
          "Loop":{"$ref":"#/$defs/Loop"} } }
        """).ShouldBe($"(x: {type})");

    [Fact]
    public void Required_parameters_come_first_and_others_have_a_mark() =>
        Signature("""{"properties":{"b":{"type":"string"},"c":{"type":"string"},"a":{"type":"string"}},"required":["a","c"]}""")
            .ShouldBe("(c: string, a: string, b?: string)");

    [Fact]
    public void An_action_without_parameters_has_an_empty_signature() => Signature("{}").ShouldBe("()");

    [Theory]
    [InlineData("""{"$ref":"#/$defs/P"}""", "(a: string, b?: integer)")]
    [InlineData("""{"$ref":"#/$defs/P","properties":{"c":true}}""", "(a: string, c?: any, b?: integer)")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/P"},{"properties":{"c":{"type":"string"}},"required":["b"]}]}""",
        "(a: string, b: integer, c?: string)")]
    [InlineData("""{"oneOf":[{"$ref":"#/$defs/P"},{"properties":{"a":{"type":"string"}},"required":["a","b"]}]}""",
        "(a: string, b?: integer)")]
    [InlineData("""{"oneOf":[{"$ref":"#/$defs/P"},{"allOf":[{"$ref":"#/$defs/P"}],"required":["b"]}]}""", "(a: string, b?: integer)")]
    [InlineData("""{"anyOf":[{"required":["a"]},{"required":["b"]}],"properties":{"a":true,"b":true}}""", "(a?: any, b?: any)")]
    [InlineData("""{"anyOf":[{"required":["a"]},true],"properties":{"a":true}}""", "(a?: any)")]
    [InlineData("""{"anyOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"a":{"type":"integer"}}}]}""",
        "(a?: string | integer)")]
    [InlineData("""{"anyOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"a":{}}}]}""", "(a?: any)")]
    [InlineData("""{"allOf":[{"properties":{"a":{}}},{"properties":{"a":{"type":"string"}}}]}""", "(a?: string)")]
    [InlineData("""{"allOf":[{"$ref":"#"},{"properties":{"a":true},"required":["a"]}]}""", "(a: any)")]
    [InlineData("""{"properties":{"a":true},"required":["z"]}""", "(z: any, a?: any)")]
    [InlineData("""{"properties":{"a":{"type":"string"},"a":{"type":"integer"}}}""", "(a?: integer)")]
    [InlineData("""{"$ref":"#/$defs/Missing"}""", "()")]
    public void A_composed_root_has_the_parameters_of_all_its_parts(string root, string signature)
    {
        const string definitions =
            ""","$defs":{"P":{"properties":{"a":{"type":"string"},"b":{"type":"integer"}},"required":["a"]}}}""";
        var schema = root[..^1] + definitions;

        Signature(schema).ShouldBe(signature);

        var tool = ToolProjection.Of(Action(schema), Dialect.Mcp).Schema;
        var required = tool.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!).ToList()
            : [];
        required.ShouldAllBe(name => signature.Contains($"{name}: "));
        tool.GetProperty("properties").EnumerateObject()
            .ShouldAllBe(property => required.Contains(property.Name) || signature.Contains($"{property.Name}?: "));
    }

    [Fact]
    public void Every_parameter_is_named_or_counted_and_the_required_ones_are_named()
    {
        var many = string.Join(',', Enumerable.Range(0, 250).Select(i => $$"""
            "p{{i}}":{"type":"string"}
            """.Trim()));

        var signature = Signature($$"""{"properties":{ {{many}} },"required":["p230"]}""", 600);

        signature.ShouldStartWith("(p230: string, p0?: string, ");
        var named = signature.Split(": ").Length - 1;
        signature.ShouldEndWith($"… {250 - named} more)");
    }

    [Fact]
    public void A_long_signature_loses_nested_members_and_then_parameters()
    {
        var nested = """{"type":"object","properties":{"one":{"type":"string"},"two":{"type":"string"}}}""";
        var schema = $$"""{"properties":{"a":{"type":"string"},"b":{{nested}} ,"c":{"type":"string"},"d":{} },"required":["a"]}""";

        Signature(schema).ShouldBe("(a: string, b?: { one?: string; two?: string }, c?: string, d?: any)");
        Signature(schema, 50).ShouldBe("(a: string, b?: object, c?: string, … 1 more)");
    }

    [Theory]
    [InlineData("""{"properties":{"a\nb\"}":{"type":"string"}}}""", "(\"a\\nb\\\"}\"?: string)")]
    [InlineData("""{"properties":{"1a":{"type":"string"}}}""", "(\"1a\"?: string)")]
    [InlineData("""{"properties":{"":{"type":"string"}}}""", "(\"\"?: string)")]
    [InlineData("""{"properties":{"x":{"enum":["*/ ${{ }} \u0010"]}}}""", "(x?: \"*/ ${{ }} \\u0010\")")]
    public void Hostile_texts_stay_inside_their_literals(string schema, string signature) => Signature(schema).ShouldBe(signature);

    [Fact]
    public void Work_and_length_are_bounded()
    {
        // Each level has two references to the next: 2^40 types.
        var levels = new StringBuilder();
        for (var i = 0; i < 40; i++)
        {
            var next = $$"""{"$ref":"#/$defs/L{{i + 1}}"}""";
            levels.Append($$"""{{(i > 0 ? "," : "")}}"L{{i}}":{"anyOf":[{{next}},{"items":{{next}} }]}""");
        }

        var many = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $$"""
            "{{new string('p', 200)}}{{i}}":{"enum":[{{string.Join(',', Enumerable.Range(0, 50))}}]}
            """));

        var schema = $$"""{"properties":{"x":{"$ref":"#/$defs/L0"},{{many}} },"$defs":{ {{levels}} } }""";

        Signature(schema, 500).Length.ShouldBeLessThanOrEqualTo(520);
    }

    [Fact]
    public void Every_action_of_a_real_catalog_has_a_signature()
    {
        var catalog = RecoupCatalog.Load(TestData.RequireExternal("catalogs", "github-googledrive.source.json"));

        catalog.Actions.ShouldAllBe(action => ActionSignature.Of(action, 600).Length <= 620);
        ActionSignature.Of(catalog.Actions.Single(action => action.Slug == "GITHUB_LOCK_AN_ISSUE"), 600)
            .ShouldBe("(issue_number: integer, owner: string, repo: string, "
                + """lock_reason?: "off-topic" | "too heated" | "resolved" | "spam")""");
    }

    [Theory]
    [InlineData("Opens an issue. Use it when needed.", "Opens an issue.")]
    [InlineData("Sets e.g. a label. More.", "Sets e.g. a label.")]
    [InlineData("  One\n line\tonly ", "One line only")]
    [InlineData("Version 1.2 is set", "Version 1.2 is set")]
    [InlineData("", "")]
    public void A_search_shows_the_first_sentence(string description, string sentence) =>
        SafeText.FirstSentence(description).ShouldBe(sentence);

    [Fact]
    public void A_sentence_is_cut() => SafeText.FirstSentence(new string('x', 1_000_000)).Length.ShouldBeLessThanOrEqualTo(200);

    private static string Signature(string schema, int length = 1_000) => ActionSignature.Of(Action(schema), length);

    private static CatalogAction Action(string schema) =>
        RecoupCatalog.Parse($$"""{"actions":[{"slug":"A","name":"","description":"","parameters":{{schema}} }]}""").Actions[0];
}
