using System.Text.Json;

namespace Recoup.Schemas.Tests;

public sealed class SchemaProblemTests
{
    [Theory]
    [InlineData(
        """{"properties":{"a":{"type":"dict"}}}""",
        "#/properties/a/type",
        "expected array, boolean, integer, null, number, object or string, got \"dict\"")]
    [InlineData("""{"items":{"exclusiveMinimum":true}}""", "#/items/exclusiveMinimum", "expected a number, got true")]
    [InlineData(
        """{"pattern":"\\U0001F300"}""",
        "#/pattern",
        "expected a regular expression (ECMA-262), got \"\\U0001F300\": expected a known escape, got \\U, at character 2")]
    [InlineData(
        """{"$ref":"#/$defs/none"}""", "#/$ref", "expected a reference to a known schema; # has no \"$defs\", got \"#/$defs/none\"")]
    [InlineData(
        """{"$ref":"https://example.test/other"}""",
        "#/$ref",
        "expected a reference to a known schema; there is no document \"https://example.test/other\" (documents are never fetched; add it "
            + "to JsonSchemaOptions.Documents), got \"https://example.test/other\"")]
    [InlineData("""{"multipleOf":0}""", "#/multipleOf", "expected a number above 0, got 0")]
    [InlineData("""{"minLength":-1}""", "#/minLength", "expected a non-negative integer, got -1")]
    [InlineData("""{"properties":[]}""", "#/properties", "expected an object with schemas as values, got array")]
    [InlineData("""{"allOf":[]}""", "#/allOf", "expected at least one schema, got none")]
    [InlineData("""{"items":3}""", "#/items", "expected a schema, an object or a boolean, got number")]
    [InlineData(
        """{"$defs":{"a":{"$anchor":"x"},"b":{"$anchor":"x"}}}""",
        "#/$defs/b/$anchor",
        "expected a unique anchor, got \"x\", which #/$defs/a also has")]
    [InlineData(
        """{"$schema":"https://example.test/mine"}""",
        "#/$schema",
        "expected the metaschema of draft 4, 6, 7, 2019-09 or 2020-12, or a metaschema in JsonSchemaOptions.Documents that requires only "
            + "known vocabularies, got \"https://example.test/mine\"")]
    [InlineData(
        """{"maximum":1e999999999}""",
        "#/maximum",
        "expected a number of at most 10000 digits and an exponent within ±10000, got 1e999999999")]
    public void A_problem_says_where_what_was_expected_and_what_came(string schema, string location, string text)
    {
        JsonSchema.TryParse(Json.Of(schema), null, out _, out var problems).ShouldBeFalse();
        var problem = problems.ShouldHaveSingleItem();
        problem.Location.ShouldBe(location);
        problem.Text.ShouldBe(text);
    }

    [Fact]
    public void All_problems_are_listed_even_in_schemas_that_nothing_refers_to()
    {
        var exception = Should.Throw<JsonSchemaException>(() =>
            JsonSchema.Parse("""{"minimum":"1","$defs":{"unused":{"pattern":"("}},"required":[1]}"""));
        exception.Problems.Select(problem => problem.DocumentLocation).ShouldBe(["/minimum", "/required", "/$defs/unused/pattern"]);
        exception.Message.ShouldStartWith("The schema has 3 problems:");
    }

    [Theory]
    [InlineData("""{"$defs":{"a":{"$ref":"#/nowhere"}}}""")]
    [InlineData("""{"definitions":{"a":{"$ref":"#none"},"b":{"$ref":"#/definitions/a"}}}""")]
    [InlineData("""{"$defs":{"a":{"$ref":"#/$defs/a"}}}""")]
    [InlineData("""{"$defs":{"a":{"allOf":[{"$ref":"#/$defs/b"}]},"b":{"anyOf":[{"$ref":"#/$defs/a"}]}}}""")]
    [InlineData("""{"$defs":{"a":{"properties":{"x":{"$ref":"other.json"}}}}}""")]
    [InlineData("""{"$defs":{"a":{"$dynamicRef":"#none"}}}""")]
    [InlineData("""{"contentSchema":{"$ref":"https://example.test/none"}}""")]
    [InlineData("""{"then":{"$ref":"#/nowhere"}}""")]
    public void Where_the_references_of_an_unused_schema_lead_does_not_matter(string schema) =>
        JsonSchema.Parse(schema).IsValid(Json.Of("1")).ShouldBeTrue();

    [Theory]
    [InlineData(
        """{"$ref":"#/$defs/a","$defs":{"a":{"items":{"$ref":"#/$defs/b"}},"b":{"not":{"$ref":"#/nowhere"}}}}""", "#/$defs/b/not/$ref")]
    [InlineData("""{"properties":{"x":{"$ref":"#/$defs/a"}},"$defs":{"a":{"$ref":"#/$defs/a"}}}""", "#/$defs/a/$ref")]
    [InlineData("""{"if":{"$ref":"#/nowhere"},"then":{"minLength":1}}""", "#/if/$ref")]
    public void Where_the_references_of_a_used_schema_lead_matters(string schema, string location)
    {
        JsonSchema.TryParse(Json.Of(schema), null, out _, out var problems).ShouldBeFalse();
        problems.ShouldHaveSingleItem().Location.ShouldBe(location);
    }

    [Theory]
    [InlineData("other.json", "$id")]
    [InlineData("../other#/x", "$id")]
    [InlineData("//example.test/x", "$id")]
    public void A_relative_reference_without_a_base_says_what_to_do(string reference, string keyword)
    {
        JsonSchema.TryParse(Json.Of($$"""{"$ref":"{{reference}}"}"""), null, out _, out var problems).ShouldBeFalse();
        problems.ShouldHaveSingleItem().Message.ShouldBe(
            "#/$ref: expected a reference to a known schema; a relative reference leads to another document only from a schema with an "
            + $"absolute {keyword} (add one, or make the reference absolute), got \"{reference}\"");
    }

    [Fact]
    public void A_relative_id_is_shown_as_it_is_written()
    {
        JsonSchema.TryParse(Json.Of("""{"$id":"mine.json","minimum":"1"}"""), null, out _, out var problems).ShouldBeFalse();
        problems.ShouldHaveSingleItem().Location.ShouldBe("mine.json#/minimum");
        JsonSchema.Parse("""{"$id":"mine.json","$ref":"mine.json#/$defs/a","$defs":{"a":{"type":"null"}}}""")
            .Validate(Json.Of("1")).Violations.ShouldHaveSingleItem().SchemaLocation.ShouldBe("mine.json#/$defs/a/type");
    }

    [Theory]
    [InlineData("#/allOf/0", true)]
    [InlineData("#/allOf/%30", true)]
    [InlineData("#/x/1", true)]
    [InlineData("#/x/10", false)]
    [InlineData("#/allOf/00", false)]
    [InlineData("#/x/00", false)]
    [InlineData("#/x/01", false)]
    [InlineData("#/x/+1", false)]
    [InlineData("#/x/-", false)]
    [InlineData("#/x/-1", false)]
    [InlineData("#/x/\u0661", false)]
    [InlineData("#/x/1.0", false)]
    [InlineData("#/allOf/ 0", false)]
    public void An_array_index_has_one_spelling(string reference, bool exists) => JsonSchema.TryParse(
        Json.Of($$"""{"allOf":[{}],"x":[{},{}],"properties":{"p":{"$ref":"{{reference}}"} } }"""), null, out _, out _).ShouldBe(exists);

    [Fact]
    public void A_document_can_have_several_uris_and_be_the_schema_itself()
    {
        const string Text =
            """{"$id":"https://example.test/s","$defs":{"x":{"$id":"https://example.test/x","type":"null"}},"type":"integer"}""";
        var options = new JsonSchemaOptions
        {
            Documents = new Dictionary<Uri, JsonElement>
            {
                [new Uri("https://example.test/1.json")] = Json.Of(Text),
                [new Uri("https://example.test/2.json")] = Json.Of(Text),
                [new Uri("https://example.test/s")] = Json.Of(Text),
                [new Uri("https://example.test/no-id")] = Json.Of("""{"$defs":{"y":{"$id":"https://example.test/y","type":"null"}}}"""),
                [new Uri("https://example.test/no-id-2")] = Json.Of("""{"$defs":{"y":{"$id":"https://example.test/y","type":"null"}}}"""),
            },
        };
        var schema = JsonSchema.Parse(
            """
            {
                "items":{"allOf":[{"$ref":"https://example.test/1.json"},{"$ref":"https://example.test/2.json"}]},
                "not":{"$ref":"https://example.test/y"}
            }
            """, options);
        schema.IsValid(Json.Of("[1]")).ShouldBeTrue();
        schema.IsValid(Json.Of("[\"a\"]")).ShouldBeFalse();
        JsonSchema.Parse("""{"anyOf":[{"$ref":"https://example.test/no-id"},{"$ref":"https://example.test/no-id-2"}]}""", options)
            .IsValid(Json.Of("1")).ShouldBeTrue();
        JsonSchema.Parse(Text, options).IsValid(Json.Of("1")).ShouldBeTrue();
        JsonSchema.TryParse(
            Json.Of("""{"allOf":[{"$ref":"https://example.test/1.json"},{"$id":"https://example.test/s"}]}"""),
            options, out _, out var problems).ShouldBeFalse();
        problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void Problems_of_the_schema_come_before_those_of_its_documents_and_other_documents_do_not_matter()
    {
        var options = new JsonSchemaOptions
        {
            Documents = new Dictionary<Uri, JsonElement>
            {
                [new Uri("https://example.test/broken")] = Json.Of("""{"properties":[],"minimum":"1"}"""),
                [new Uri("https://example.test/unrelated")] = Json.Of("""{"properties":[]}"""),
                [new Uri("https://example.test/good")] = Json.Of("""{"$defs":{"x":{"$id":"https://example.test/inner"}}}"""),
            },
        };
        JsonSchema.TryParse(
            Json.Of("""{"allOf":[{"$ref":"https://example.test/broken"},{"maximum":"1"}],"minLength":-1}"""),
            options, out _, out var problems).ShouldBeFalse();
        problems.Select(problem => problem.Location).ShouldBe(
        [
            "#/minLength", "#/allOf/1/maximum", "https://example.test/broken#/properties", "https://example.test/broken#/minimum",
        ]);
        JsonSchema.Parse("""{"$ref":"https://example.test/inner"}""", options).IsValid(Json.Of("1")).ShouldBeTrue();
    }

    [Fact]
    public void Text_that_is_not_json_is_a_problem_with_line_and_byte() =>
        Should.Throw<JsonSchemaException>(() =>
            JsonSchema.Parse("{\n  nope")).Problems.ShouldHaveSingleItem().Text.ShouldStartWith("line 2, byte 3: expected JSON.");

    [Fact]
    public void Documents_are_found_by_their_uri_their_id_and_the_ids_inside()
    {
        var options = new JsonSchemaOptions
        {
            Documents = new Dictionary<Uri, JsonElement>
            {
                [new Uri("https://example.test/by-uri.json")] =
                    Json.Of("""{"$id":"https://example.test/by-id","type":"integer","$defs":{"x":{"$id":"inner","type":"null"}}}"""),
                [new Uri("https://example.test/broken.json")] = Json.Of("""{"type":1}"""),
            },
        };
        foreach (var uri in new[] { "https://example.test/by-uri.json", "https://example.test/by-id" })
            JsonSchema.Parse($$"""{"$ref":"{{uri}}"}""", options).IsValid(Json.Of("\"a\"")).ShouldBeFalse();
        JsonSchema.Parse("""{"$ref":"https://example.test/inner"}""", options).IsValid(Json.Of("null")).ShouldBeTrue();

        JsonSchema.TryParse(Json.Of("""{"$ref":"https://example.test/broken.json"}"""), options, out _, out var problems).ShouldBeFalse();
        problems.Single().Location.ShouldBe("https://example.test/broken.json#/type");
    }

    [Fact]
    public void A_dynamic_reference_is_bound_to_an_anchor_that_no_other_reference_leads_to()
    {
        var options = new JsonSchemaOptions
        {
            Documents = new Dictionary<Uri, JsonElement>
            {
                [new Uri("https://example.test/strict")] = Json.Of("""
                    {"$defs":{"start":{"$ref":"tree"},"leaf":{"$dynamicAnchor":"node","type":"string"}}}
                    """),
                [new Uri("https://example.test/tree")] = Json.Of("""
                    {"$dynamicAnchor":"node","properties":{"child":{"$dynamicRef":"#node"}}}
                    """),
            },
        };
        var schema = JsonSchema.Parse("""{"$ref":"https://example.test/strict#/$defs/start"}""", options);

        schema.IsValid(Json.Of("""{"child":"text"}""")).ShouldBeTrue();
        schema.IsValid(Json.Of("""{"child":{}}""")).ShouldBeFalse();
    }

    [Fact]
    public void The_document_of_a_schema_can_be_disposed()
    {
        JsonSchema schema;
        using (var document = JsonDocument.Parse("""{"enum":[{"a":1}],"examples":[{"a":1}]}"""))
            schema = JsonSchema.Parse(document.RootElement);
        schema.IsValid(Json.Of("""{"a":1.0}""")).ShouldBeTrue();
        schema.CreateSample().ShouldNotBeNull();
    }

    [Theory]
    [InlineData("""{"type":"string","nullable":true}""")]
    [InlineData("""{"type":"string","nullable":true,"enum":["a","b"]}""")]
    [InlineData("""{"nullable":true,"const":"a"}""")]
    [InlineData("""{"nullable":true,"allOf":[{"type":"string"},{"enum":["a"]}]}""")]
    [InlineData("""{"nullable":true,"$ref":"#/$defs/a","$defs":{"a":{"enum":["a"]}}}""")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#","nullable":true,"$ref":"#/x","x":{"enum":["a"]}}""")]
    [InlineData("""{"nullable":true,"oneOf":[{"type":"string"},{"type":"integer"}],"not":{"type":"null"}}""")]
    [InlineData("""{"anyOf":[{"type":"string","nullable":true,"enum":["a"]},{"type":"integer"}]}""")]
    public void A_nullable_schema_accepts_null_whatever_else_it_says_if_the_options_say_so(string schema)
    {
        JsonSchema.Parse(schema).IsValid(Json.Of("null")).ShouldBeFalse();
        var honoring = JsonSchema.Parse(schema, new JsonSchemaOptions { HonorNullable = true });
        honoring.Validate(Json.Of("null")).Violations.ShouldBeEmpty();
        honoring.IsValid(Json.Of("null")).ShouldBeTrue();

        // Nothing else changes.
        foreach (var other in new[] { "\"a\"", "\"z\"", "1", "1.5", "[]", "{}" })
            honoring.IsValid(Json.Of(other)).ShouldBe(JsonSchema.Parse(schema).IsValid(Json.Of(other)), other);
    }

    [Theory]
    [InlineData("""{"properties":{"a":N}}""", """{"a":#}""")]
    [InlineData("""{"additionalProperties":N}""", """{"a":#}""")]
    [InlineData("""{"patternProperties":{"a":N}}""", """{"a":#}""")]
    [InlineData("""{"items":N}""", "[#]")]
    [InlineData("""{"anyOf":[N]}""", "#")]
    public void A_nullable_reference_accepts_null_wherever_it_stands(string schema, string instance)
    {
        var parsed = JsonSchema.Parse(
            schema.Replace("N", """{"$ref":"https://example.test/text","nullable":true}""", StringComparison.Ordinal),
            new JsonSchemaOptions
            {
                HonorNullable = true,
                Documents = new Dictionary<Uri, JsonElement> { [new Uri("https://example.test/text")] = Json.Of("""{"type":"string"}""") },
            });
        foreach (var (value, isValid) in ((string, bool)[])[("null", true), ("\"x\"", true), ("1", false)])
        {
            var written = Json.Of(instance.Replace("#", value, StringComparison.Ordinal));
            parsed.IsValid(written).ShouldBe(isValid, value);
            parsed.Validate(written).IsValid.ShouldBe(isValid, value);
        }
    }

    [Theory]
    [InlineData("""{"type":["string","null"],"enum":["a"]}""")]
    [InlineData("""{"type":"string","enum":["a",null]}""")]
    [InlineData("""{"type":"string","nullable":false,"enum":["a"]}""")]
    [InlineData("""{"type":"string","nullable":"true"}""")]
    [InlineData("""{"allOf":[{"type":"string","nullable":true},{"enum":["a"]}]}""")]
    public void Null_needs_the_consent_of_every_keyword_without_nullable(string schema) =>
        JsonSchema.Parse(schema, new JsonSchemaOptions { HonorNullable = true }).IsValid(Json.Of("null")).ShouldBeFalse();

    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema", SchemaDraft.Draft4)]
    [InlineData("https://json-schema.org/draft-07/schema#", SchemaDraft.Draft7)]
    [InlineData("https://json-schema.org/draft/2019-09/schema#", SchemaDraft.Draft201909)]
    public void The_draft_is_the_one_that_schema_names_in_any_spelling(string metaschema, SchemaDraft draft) =>
        JsonSchema.Parse($$"""{"$schema":"{{metaschema}}"}""").Draft.ShouldBe(draft);

    [Fact]
    public void An_undefined_element_is_an_invalid_argument()
    {
        Should.Throw<ArgumentException>(() => JsonSchema.Parse(default(JsonElement)));
        Should.Throw<ArgumentException>(() => JsonSchema.Parse("true").IsValid(default));
        Should.Throw<ArgumentException>(() => JsonSchema.Parse("true").Validate(default));
    }
}
