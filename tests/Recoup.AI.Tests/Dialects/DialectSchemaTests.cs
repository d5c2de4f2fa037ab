using System.Text.Json;
using Recoup.AI.Dialects;
using Recoup.Catalogs;

namespace Recoup.AI.Tests.Dialects;

/// <summary>How a schema is written in each dialect.</summary>
public sealed class DialectSchemaTests
{
    [Theory]
    [MemberData(nameof(Rows))]
    public void A_schema_is_written_in_the_form_of_the_dialect(string dialect, string source, string expected) =>
        Same(Projection(dialect, source).Schema, expected);

    public static TheoryData<string, string, string> Rows => new()
    {
        // Strict: all required, null for absent, closed.
        {
            "OpenAIStrict",
            """
            {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer","minimum":1}},"required":["a"]}
            """,
            """
            {"type":"object","properties":{"a":{"type":"string"},"b":{"type":["integer","null"],"minimum":1}},"required":["a","b"],
             "additionalProperties":false}
            """
        },
        {
            "OpenAIStrict",
            """
            {"type":"object","properties":{"m":{"type":"object","additionalProperties":{"type":"string"}}},"required":["m"]}
            """,
            """
            {"type":"object","properties":{"m":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},
             "value":{"type":"string"}},"required":["key","value"],"additionalProperties":false}}},"required":["m"],
             "additionalProperties":false}
            """
        },
        {
            "OpenAIStrict",
            """
            {"type":"object","properties":{"s":{"type":"string","minLength":3,"description":"A name."}},"required":["s"]}
            """,
            """
            {"type":"object","properties":{"s":{"type":"string","description":"A name. (at least 3 characters)"}},"required":["s"],
             "additionalProperties":false}
            """
        },
        {
            "OpenAIStrict", """{"type":"object","properties":{"e":{"enum":["a","b"]}}}""",
            """
            {"type":"object","properties":{"e":{"type":["string","null"],"enum":["a","b",null]}},"required":["e"],
             "additionalProperties":false}
            """
        },
        {
            "OpenAIStrict", """{"type":"object","properties":{"u":{"type":["string","number","null"]}},"required":["u"]}""",
            """
            {"type":"object","properties":{"u":{"anyOf":[{"type":"string"},{"type":"number"},{"type":"null"}]}},"required":["u"],
             "additionalProperties":false}
            """
        },
        {
            "OpenAIStrict",
            """
            {"type":"object","properties":{"n":{"allOf":[{"$ref":"#/$defs/N"},{"description":"d"}]}},"required":["n"],
             "$defs":{"N":{"type":"object","properties":{"next":{"$ref":"#/$defs/N"}}}}}
            """,
            """
            {"type":"object","properties":{"n":{"type":"object","properties":{"next":{"anyOf":[{"$ref":"#/$defs/N"},{"type":"null"}]}},
             "required":["next"],"additionalProperties":false,"description":"d"}},"required":["n"],"additionalProperties":false,
             "$defs":{"N":{"type":"object","properties":{"next":{"anyOf":[{"$ref":"#/$defs/N"},{"type":"null"}]}},"required":["next"],
             "additionalProperties":false}}}
            """
        },

        // Gemini: one type, nullable, enum only for strings, objects with properties.
        {
            "Gemini",
            """
            {"type":"object","properties":{"a":{"type":["string","null"]},"u":{"type":["string","integer"]}},"required":["a"]}
            """,
            """
            {"type":"object","properties":{"a":{"type":"string","nullable":true},"u":{"anyOf":[{"type":"string"},{"type":"integer"}]}},
             "required":["a"]}
            """
        },
        {
            "Gemini",
            """
            {"type":"object","properties":{"n":{"type":"integer","enum":[1,2]},"x":{"type":"integer","exclusiveMinimum":4}}}
            """,
            """{"type":"object","properties":{"n":{"type":"string","enum":["1","2"]},"x":{"type":"integer","minimum":5}}}"""
        },
        {
            "Gemini", """{"type":"object","properties":{"o":{"type":"object","properties":{},"additionalProperties":false}}}""",
            """{"type":"object","properties":{"o":{"type":"string","enum":["{}"]}}}"""
        },
        {
            "Gemini", """{"type":"object","properties":{"a":{"type":"array"}}}""",
            """
            {"type":"object","properties":{"a":{"type":"array","items":{"type":"string","description":"Any value: a text, or JSON."}}}}
            """
        },

        // The dialects with all keywords: 2020-12, no union at the root, no reference that is not needed.
        {
            "OpenAI",
            """
            {"type":"object","anyOf":[{"required":["a"]},{"required":["b"]}],"properties":{"a":{"type":"string"},"b":{"type":"array"}}}
            """,
            """{"properties":{"a":{"type":"string"},"b":{"type":"array","items":{}}},"type":"object"}"""
        },
        {
            "Anthropic", """{"type":"object","properties":{"a$b":{"type":"string","nullable":true}},"required":["a$b","a$b"]}""",
            """{"type":"object","properties":{"a_b_c7979da2":{"type":["string","null"]}},"required":["a_b_c7979da2"]}"""
        },
        {
            "Mcp",
            """
            {"$schema":"http://json-schema.org/draft-04/schema#","type":"object","properties":{"n":{"type":"number",
             "minimum":0,"exclusiveMinimum":true}}}
            """,
            """{"type":"object","properties":{"n":{"type":"number","exclusiveMinimum":0}}}"""
        },
        {
            "Anthropic",
            """
            {"type":"object","properties":{"p":{"$ref":"#/definitions/P","description":"own"}},
             "definitions":{"P":{"type":"integer","description":"theirs"}}}
            """,
            """{"type":"object","properties":{"p":{"type":"integer","description":"own"}}}"""
        },
    };

    [Theory]
    [InlineData("OpenAIStrict", """{"a":null,"b":{"c":null}}""", """{"b":{"c":null}}""")]
    [InlineData(
        "OpenAIStrict",
        """{"a":"x","m":[{"key":"k","value":1},{"key":"k","value":2},{"key":"l","value":3}]}""",
        """{"a":"x","m":{"k":2,"l":3}}""")]
    [InlineData("OpenAIStrict", """{"x":{"entries":[{"key":"k","value":[1,{"entries":[]}]}]}}""", """{"x":{"k":[1,{}]}}""")]
    [InlineData("Gemini", """{"x":"{\"k\":[1,{}]}","n":"2"}""", """{"x":{"k":[1,{}]},"n":2}""")]
    [InlineData("Gemini", """{"x":"not {json"}""", """{"x":"not {json"}""")]
    [InlineData("Gemini", """{"a_b_c7979da2":1}""", """{"a$b":1}""")]
    public void Arguments_come_back_in_the_form_of_the_action(string dialect, string arguments, string expected)
    {
        const string Source = """
            {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"object","properties":{"c":{"type":["string",
             "null"]}},"required":["c"]},
             "m":{"type":"object","additionalProperties":{"type":"integer"}},"x":{},"n":{"enum":[1,2]},"a$b":{"type":"integer"}}}
            """;
        using var document = JsonDocument.Parse(arguments);

        Projection(dialect, Source).TryRestore(document.RootElement, out var parameters, out var problem).ShouldBeTrue(problem);

        Same(parameters, expected);
    }

    [Theory]
    [InlineData("OpenAIStrict", """{"m":{"k":1}}""", "/m: expected a list")]
    [InlineData("OpenAIStrict", """{"m":[{"key":7,"value":1}]}""", "/m/0: expected an object")]
    public void Arguments_that_are_not_in_the_form_of_the_dialect_are_a_problem_with_a_pointer(
        string dialect, string arguments, string expected)
    {
        const string Source = """{"type":"object","properties":{"m":{"type":"object","additionalProperties":{"type":"integer"}},"x":{}}}""";
        using var document = JsonDocument.Parse(arguments);

        Projection(dialect, Source).TryRestore(document.RootElement, out _, out var problem).ShouldBeFalse();

        problem!.ShouldContain(expected);
    }

    [Theory]
    [InlineData("""{"type":"integer","exclusiveMinimum":"0"}""")]
    [InlineData("""{"type":["string","null"],"enum":["a","b"]}""")]
    [InlineData("""{"type":"string","enum":["\ud800"]}""")]
    [InlineData("""{"type":"integer","enum":[1.0,1e2]}""")]
    [InlineData("""{"type":"number","multipleOf":0}""")]
    [InlineData("""{"description":"any"}""")]
    [InlineData("""{"type":"array","additionalItems":false,"items":[{"type":"string"}]}""")]
    [InlineData("""{"anyOf":[{"$ref":"#/$defs/nothing"},{"type":"string"}]}""")]
    [InlineData("""{"type":7,"properties":[],"required":"a","items":1,"enum":{}}""")]
    public void A_schema_of_any_kind_is_written_by_the_rules_and_keeps_its_parameter(string schema)
    {
        foreach (var dialect in RealCatalogs.Dialects)
        {
            var source = $$"""{"type":["object","null"],"properties":{"p":{{schema}}},"required":["p"]}""";
            var projection = Projection(dialect.ToString(), source);

            DialectChecker.Check(projection.Name, projection.Schema, projection.Row)
                .ShouldBeEmpty($"{dialect}: {projection.Schema.GetRawText()}");
            using var document = JsonDocument.Parse(source);
            Should.NotThrow(() => DialectChecker.Check("X_Y", document.RootElement, projection.Row), dialect.ToString());
            var isWritten = projection.Schema.GetProperty("properties").TryGetProperty("p", out _);
            (isWritten || projection.Losses.Count > 0).ShouldBeTrue($"{dialect}: {projection.Schema.GetRawText()}");
        }
    }

    [Theory]
    [InlineData(
        "OpenAI",
        """{"type":"object","properties":{"a":{},"b":{},"c":{}},"oneOf":[{"required":["a"],"maxProperties":1},{"required":["b"]}]}""")]
    [InlineData("OpenAI", """{"type":"object","properties":{"a":{"$dynamicRef":"#n"}}}""")]
    [InlineData("OpenAI", """{"type":"object","properties":{"a":{"type":"object","patternProperties":{"(":{"type":"string"}}}}}""")]
    [InlineData("OpenAIStrict", """{"type":"object","properties":{"x":{"anyOf":[{"$ref":"#/$defs/none"},{"type":"string"}]}}}""")]
    [InlineData(
        "Gemini",
        """{"type":"object","properties":{"m":{"type":"object","additionalProperties":{"type":"string"},"minProperties":1}}}""")]
    public void What_a_dialect_cannot_say_is_a_loss(string dialect, string source)
    {
        var projection = Projection(dialect, source);

        projection.Losses.ShouldNotBeEmpty();
        projection.Schema.TryGetProperty("maxProperties", out _).ShouldBeFalse();
        projection.Description.ShouldNotBe("Does.");
    }

    [Theory]
    [InlineData("""{"allOf":[{"properties":{"a":{}},"additionalProperties":false},{"properties":{"b":{"type":"string"}}}]}""", "a", "")]
    [InlineData(
        """{"properties":{"further_properties":{"type":"string"}},"additionalProperties":{"type":"integer"}}""",
        "further_properties further_properties_",
        "")]
    [InlineData("""{"enum":[0,1,2.5],"minimum":1}""", "", "1 2.5")]
    [InlineData("""{"enum":["","a","bc"],"minLength":1,"maxLength":1}""", "", "a")]
    public void Only_what_the_action_accepts_can_be_written(string schema, string properties, string values)
    {
        var source = $$"""{"type":"object","properties":{"p":{{schema}}},"required":["p"]}""";
        var written = Projection("OpenAIStrict", source).Schema.GetProperty("properties").GetProperty("p");

        if (properties.Length > 0)
            written.GetProperty("properties").EnumerateObject().Select(property => property.Name).ShouldBe(properties.Split(' '));
        if (values.Length > 0)
            written.GetProperty("enum").EnumerateArray().Select(value => value.ToString()).ShouldBe(values.Split(' '));
    }

    [Fact]
    public void A_long_list_of_constants_keeps_them_all()
    {
        var constants = string.Join(',', Enumerable.Range(0, 100).Select(i => FormattableString.Invariant($$"""{"const":"c{{i}}"}""")));

        var source = "{\"type\":\"object\",\"properties\":{\"p\":{\"oneOf\":[" + constants + "]}},\"required\":[\"p\"]}";

        var projection = Projection("OpenAIStrict", source);

        projection.Schema.GetProperty("properties").GetProperty("p").GetProperty("anyOf").GetArrayLength().ShouldBe(100);
    }

    [Fact]
    public void A_reference_to_many_values_from_many_places_stays_small()
    {
        var values = string.Join(',', Enumerable.Range(0, 4_000).Select(i => FormattableString.Invariant($"\"value{i}\"")));
        var properties = string.Join(
            ',', Enumerable.Range(0, 2_000).Select(i => FormattableString.Invariant($"\"p{i}\":") + "{\"$ref\":\"#/$defs/E\"}"));
        var source = "{\"type\":\"object\",\"properties\":{" + properties + "},\"$defs\":{\"E\":{\"enum\":[" + values + "]}}}";

        foreach (var dialect in RealCatalogs.Dialects)
            Projection(dialect.ToString(), source).Schema.GetRawText().Length.ShouldBeLessThan(10_000_000, dialect.ToString());
    }

    [Fact]
    public void A_union_at_the_root_is_told_in_the_description() =>
        Projection(
            "Anthropic", """{"type":"object","properties":{"a":{},"b":{},"c":{}},"anyOf":[{"required":["a"]},{"required":["b","c"]}]}""")
            .Description.ShouldContain("Give one of these: a; b and c.");

    [Theory]
    [InlineData("A_LONG_NAME_THAT_HAS_MORE_THAN_SIXTY_FOUR_CHARACTERS_IN_ALL_AND_ENDS_HERE", "Anthropic", 64)]
    [InlineData("dots.are.not.for.openai", "OpenAI", 32)]
    [InlineData("1_STARTS_WITH_A_DIGIT", "Gemini", 31)]
    public void A_name_that_a_provider_does_not_accept_is_changed_and_stays_unique(string slug, string dialect, int length)
    {
        var row = DialectTable.Of(Enum.Parse<Dialect>(dialect));
        var name = ToolNames.Fit(slug, row.Names);

        row.Names.Accepts(name).ShouldBeTrue();
        name.Length.ShouldBe(length);
        ToolNames.Fit(slug + "_", row.Names).ShouldNotBe(name);
    }

    [Fact]
    public void A_schema_that_is_too_large_for_strict_mode_is_written_without_it()
    {
        var properties = string.Join(
            ',', Enumerable.Range(0, 5_001).Select(i => FormattableString.Invariant($"\"p{i}\":{{\"type\":\"string\"}}")));

        var projection = Projection("OpenAIStrict", "{\"type\":\"object\",\"properties\":{" + properties + "}}");

        projection.Row.Dialect.ShouldBe(Dialect.OpenAI);
        projection.Properties["strict"].ShouldBe(false);
    }

    internal static ToolProjection Projection(string dialect, string parameters)
    {
        var catalog = RecoupCatalog.Parse(
            $$"""
            {"success":true,"actions":[{"slug":"X_Y","name":"","description":"Does.","connectorSlug":"x","isConnected":true,
             "parameters":{{parameters}}}]}
            """);
        return ToolProjection.Of(catalog.Actions[0], Enum.Parse<Dialect>(dialect));
    }

    private static void Same(JsonElement actual, string expected)
    {
        using var document = JsonDocument.Parse(expected);
        JsonElement.DeepEquals(actual, document.RootElement).ShouldBeTrue(actual.GetRawText());
    }
}
