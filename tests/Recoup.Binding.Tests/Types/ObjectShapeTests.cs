using Recoup.Binding.Types;
using Recoup.Tests.Driving;

namespace Recoup.Binding.Tests.Types;

public sealed class ObjectShapeTests
{
    private const string A = "\"a\":{\"type\":\"string\"}";
    private const string B = "\"b\":{\"type\":\"integer\"}";
    private const string C = "\"c\":{\"type\":\"boolean\"}";

    public static TheoryData<string, string, string, string> Alternatives => new()
    {
        {
            "two objects",
            "{\"oneOf\":[{\"type\":\"object\",\"properties\":{" + A + "},\"required\":[\"a\"]},"
                + "{\"type\":\"object\",\"properties\":{" + B + "},\"required\":[\"b\"]}]}",
            "Text? a, Integer? b",
            "'oneOf' demands exactly one of 2 alternatives: 'a' or 'b'"
        },
        {
            "two objects with a common required member",
            "{\"anyOf\":[{\"properties\":{" + A + "," + B + "},\"required\":[\"a\",\"b\"]},"
                + "{\"title\":\"By c\",\"properties\":{" + A + "," + C + "},\"required\":[\"c\",\"a\"]}]}",
            "Text a, Integer? b, Boolean? c",
            "'anyOf' demands at least one of 2 alternatives: 'a, b' or 'By c'"
        },
        {
            "lists of required members",
            "{\"type\":\"object\",\"properties\":{" + A + "," + B + "," + C + "},\"required\":[\"c\"],"
                + "\"oneOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]}",
            "Boolean c, Text? a, Integer? b",
            "'oneOf' demands exactly one of 2 alternatives: 'a' or 'b'"
        },
        {
            "allOf beside oneOf",
            "{\"allOf\":[{\"properties\":{" + A + "},\"required\":[\"a\"]}],"
                + "\"oneOf\":[{\"properties\":{" + B + "},\"required\":[\"b\"]},{\"properties\":{" + C + "}}]}",
            "Text a, Integer? b, Boolean? c",
            "'oneOf' demands exactly one of 2 alternatives: 'b' or 'c'"
        },
        {
            "oneOf inside allOf",
            "{\"allOf\":[{\"properties\":{" + A + "},\"required\":[\"a\"]},"
                + "{\"oneOf\":[{\"properties\":{" + B + "}},{\"properties\":{" + C + "}}]}]}",
            "Text a, Integer? b, Boolean? c",
            "'oneOf' demands exactly one of 2 alternatives: 'b' or 'c'"
        },
        {
            "a reference to alternatives that share a base",
            "{\"$ref\":\"#/$defs/all\",\"$defs\":{\"base\":{\"properties\":{" + A + "},\"required\":[\"a\"]},\"all\":{\"anyOf\":["
                + "{\"allOf\":[{\"$ref\":\"#/$defs/base\"},{\"properties\":{" + B + "}}]},"
                + "{\"allOf\":[{\"$ref\":\"#/$defs/base\"},{\"properties\":{" + C + "}}]}]}}}",
            "Text a, Integer? b, Boolean? c",
            "'anyOf' demands at least one of 2 alternatives: 'any members' or 'any members'"
        },
        {
            "a discriminator",
            "{\"oneOf\":[{\"properties\":{\"kind\":{\"const\":\"text\"}," + A + "},\"required\":[\"kind\",\"a\"]},"
                + "{\"properties\":{\"kind\":{\"const\":\"count\"}," + B + "},\"required\":[\"kind\",\"b\"]}]}",
            "DoKind kind, Text? a, Integer? b",
            "'oneOf' demands exactly one of 2 alternatives: 'kind, a' or 'kind, b'"
        },
        {
            "a discriminator that the object itself describes",
            "{\"properties\":{\"kind\":{\"type\":\"string\"}},\"oneOf\":[{\"properties\":{\"kind\":{\"const\":\"text\"}," + A + "}},"
                + "{\"properties\":{\"kind\":{\"const\":\"count\"}," + B + "}}]}",
            "Text? kind, Text? a, Integer? b",
            "'oneOf' demands exactly one of 2 alternatives: 'kind, a' or 'kind, b'"
        },
        {
            "members of different types",
            "{\"oneOf\":[{\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]},"
                + "{\"properties\":{\"a\":{\"type\":\"integer\"}},\"required\":[\"a\"]}]}",
            "StringOrInteger a",
            "'oneOf' demands exactly one of 2 alternatives: 'a' or 'a'"
        },
        {
            "a condition",
            "{\"properties\":{" + A + "},\"if\":{\"required\":[\"a\"]},\"then\":{\"properties\":{" + B + "},\"required\":[\"b\"]},"
                + "\"else\":{\"properties\":{" + C + "}}}",
            "Text? a, Integer? b, Boolean? c",
            "'if' decides which members are allowed or required"
        },
        {
            "a condition that forbids",
            "{\"properties\":{" + A + "," + B + "},\"if\":{\"required\":[\"a\",\"b\"]},\"then\":false}",
            "Text? a, Integer? b",
            "'if' decides which members are allowed or required"
        },
        {
            "a dependency that forbids",
            "{\"properties\":{" + A + "," + B + "},\"dependentSchemas\":{\"a\":false}}",
            "Text? a, Integer? b",
            "'dependentSchemas' describes more members beside others"
        },
        {
            "alternatives beside a reference",
            "{\"$ref\":\"#/$defs/base\",\"anyOf\":[{\"required\":[\"b\"]},{\"required\":[\"c\"]}],\"$defs\":{\"base\":{\"properties\":{"
                + A + "," + B + "," + C + "},\"required\":[\"a\"]}}}",
            "Text a, Integer? b, Boolean? c",
            "'anyOf' demands at least one of 2 alternatives: 'b' or 'c'"
        },
        {
            "a dependent schema",
            "{\"properties\":{" + A + "},\"dependentSchemas\":{\"a\":{\"properties\":{" + B + "},\"required\":[\"b\"]}}}",
            "Text? a, Integer? b",
            "'dependentSchemas' describes more members beside others"
        },
        {
            "dependent names",
            "{\"properties\":{" + A + "," + B + "},\"dependentRequired\":{\"a\":[\"b\"]}}",
            "Text? a, Integer? b",
            "'dependentRequired' requires some members beside others"
        },
        {
            "a forbidden combination",
            "{\"properties\":{" + A + "," + B + "},\"not\":{\"required\":[\"a\",\"b\"]}}",
            "Text? a, Integer? b",
            "'not' forbids a combination of members"
        },
        {
            "an alternative that is no object",
            "{\"properties\":{" + A + "},\"anyOf\":[{\"type\":\"string\"},{\"type\":\"array\"}]}",
            "Text? a",
            "'anyOf' demands at least one of 0 alternatives: "
        },
    };

    [Theory]
    [MemberData(nameof(Alternatives))]
    public void The_parameters_of_all_alternatives_are_typed_and_the_rule_is_named(
        string what, string schema, string parameters, string rule)
    {
        var bound = Bound.Of(Catalog.Action("ACME_DO", schema, "acme"));

        Describe(bound.Acme("DO").Parameters).ShouldBe(parameters, what);
        bound.Acme("DO").Additional.ShouldBeNull(what);
        var problem = bound.Problems.ShouldHaveSingleItem(what);
        problem.Descriptor.Id.ShouldBe("RCP0026");
        problem.Message.ShouldBe($"Action ACME_DO: 'parameters' has a rule that C# does not check: {rule}. A call that breaks it compiles");
        bound.Acme("DO").Rules.ShouldBe([rule]);
    }

    // Without members of its own, a nested object of alternatives is a union, which needs no rule.
    public static IEnumerable<TheoryDataRow<string, string, string, string>> Nested => Alternatives.Where(row =>
        row.Data.Item2.StartsWith("{\"properties\"", StringComparison.Ordinal)
        || row.Data.Item2.StartsWith("{\"allOf\"", StringComparison.Ordinal)
        || row.Data.Item2.StartsWith("{\"$ref\":\"#/$defs/base\"", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Nested))]
    public void So_are_the_members_of_a_nested_object(string what, string schema, string members, string rule)
    {
        var (own, definitions) = schema.IndexOf(",\"$defs\"", StringComparison.Ordinal) is var at and >= 0
            ? (schema[..at] + "}", schema[at..^1])
            : (schema, "");
        var bound = Bound.Of(Catalog.Action("ACME_DO", "{\"properties\":{\"x\":" + own + "}" + definitions + "}", "acme"));

        var @class = bound.Acme("DO").Declarations.OfType<ClassDeclarationModel>().ShouldHaveSingleItem();
        Describe(@class.Members).ShouldBe(members.Replace("DoKind", "DoXKind", StringComparison.Ordinal), what);
        bound.Problems.ShouldHaveSingleItem(what).Message.ShouldContain($"'x' has a rule that C# does not check: {rule}.");
    }

    [Theory]
    [InlineData("""{"properties":{"a":{"type":"string"}},"allOf":[{"$ref":"http://json-schema.org/draft-07/schema#"}]}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"$ref":"#/$defs/none"}""")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/none"},{"properties":{"a":{"type":"string"}}}]}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"anyOf":[{"$ref":"#/$defs/none"},{"required":["a"]}]}""")]
    [InlineData("""{"allOf":[{"properties":{"a":{"type":"string"}}},{"allOf":[{"$ref":"other.json"}]}]}""")]
    public void An_object_that_is_found_only_in_part_takes_other_members_by_name(string schema)
    {
        var root = Bound.Of(Catalog.Action("ACME_DO", schema, "acme"));
        Describe(root.Acme("DO").Parameters).ShouldBe("Text? a");
        root.Acme("DO").Additional.ShouldNotBeNull();
        root.Problems.ShouldContain(problem => problem.Message.Contains("which does not exist", StringComparison.Ordinal));

        var nested = Bound.Of(Catalog.Action("ACME_DO", "{\"properties\":{\"x\":" + schema + "}}", "acme"));
        nested.Acme("DO").Declarations.OfType<ClassDeclarationModel>().ShouldAllBe(type => type.Additional != null);
        nested.Problems.ShouldContain(problem => problem.Message.Contains("which does not exist", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"properties":{"a":{"type":"string"}},"if":{"properties":{"k":{"const":1}}}}""", "Text? a, json? k")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"if":{"required":["k","a"]},"then":false}""", "Text? a, json? k")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"if":{"allOf":[{"properties":{"k":{"maximum":3}}}]}}""", "Text? a, json? k")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"allOf":[{"if":{"required":["k"]}}]}""", "Text? a, json? k")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"dependentRequired":{"a":["k"]}}""", "Text? a, json? k")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"dependencies":{"k":["a"]}}""", "Text? a, json? k")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"dependentSchemas":{"k":{"required":["l"]}}}""", "Text? a, json? k, json? l")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"anyOf":[{"required":["k"]},{"required":["l"]}]}""", "Text? a, json? k, json? l")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"if":{"required":["k"]},"additionalProperties":false}""", "Text? a")]
    public void A_name_that_only_a_rule_mentions_is_a_parameter(string schema, string parameters)
    {
        var bound = Bound.Of(Catalog.Action("ACME_DO", schema, "acme"));

        Describe(bound.Acme("DO").Parameters).ShouldBe(parameters);
        bound.Problems.Count(problem => problem.Message.Contains(
                " is typed as JsonNode, because a rule mentions it, but it has no schema", StringComparison.Ordinal))
            .ShouldBe(parameters.Split("json").Length - 1);
    }

    [Theory]
    [InlineData("""{"oneOf":[{"properties":{"k":{"const":"x"}}},{}],"required":["k"]}""")]
    [InlineData("""{"oneOf":[{"properties":{"k":{"enum":["x"]}}},{"properties":{"b":{"type":"string"}}}],"required":["k"]}""")]
    [InlineData("""{"anyOf":[{"properties":{"k":{"const":"x"}},"required":["k"]},{"required":["k"]}]}""")]
    public void A_value_that_only_one_alternative_fixes_is_a_parameter(string schema) =>
        Bound.Of(Catalog.Action("ACME_DO", schema, "acme")).Acme("DO").Parameters
            .Single(parameter => parameter.WireName == "k").Presence.ShouldBe(MemberPresence.Required);

    [Theory]
    [InlineData("""{"properties":{"k":{"type":"number"},"k":{"type":"null"}}}""", "json? k")]
    [InlineData("""{"properties":{"k":{"type":"null"},"k":{"type":"integer"}}}""", "Integer? k")]
    [InlineData("""{"properties":{"k":{"type":"integer"},"k":{"description":"Any."}}}""", "json? k")]
    [InlineData("""{"properties":{"a":{"type":"string"},"k":{"type":"string"},"a":{"type":"boolean"}}}""", "Boolean? a, Text? k")]
    public void Of_a_member_that_is_listed_twice_the_last_one_is_used(string schema, string parameters) =>
        Describe(Bound.Of(Catalog.Action("ACME_DO", schema, "acme")).Acme("DO").Parameters).ShouldBe(parameters);

    [Fact]
    public void Bounds_of_the_number_of_members_are_documented()
    {
        var counted = "{\"properties\":{" + A + "},\"minProperties\":1,\"maxProperties\":2}";

        var root = Bound.Of(Catalog.Action("ACME_DO", counted, "acme"));
        root.Acme("DO").Rules.ShouldBe(["at least 1 member; at most 2 members"]);
        var nested = Bound.Of(Catalog.Action("ACME_DO", "{\"properties\":{\"x\":" + counted + "}}", "acme"));
        nested.Acme("DO").Parameters[0].Documentation.Notes.ShouldBe("at least 1 member; at most 2 members");
        root.Problems.Concat(nested.Problems).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"}]}""", "none of its alternatives describes an object")]
    [InlineData("""{"type":"string"}""", "its schema has the type 'string', but parameters are an object")]
    [InlineData("""{"$ref":"#/$defs/none"}""", "its schema refers to '#/$defs/none', which does not exist")]
    [InlineData("""{"$ref":"https://example.com/schema"}""", "its schema refers to 'https://example.com/schema', which does not exist")]
    [InlineData("""{"oneOf":[{},{}]}""", "its schema describes no parameters")]
    [InlineData("{}", "its schema describes no parameters")]
    [InlineData("""{"properties":{"a":false}}""", "'a' is typed as JsonNode, because its schema accepts nothing", false)]
    [InlineData("""{"properties":{"a":true}}""", "'a' is typed as JsonNode, because its schema accepts anything", false)]
    [InlineData(
        """{"patternProperties":{"^x-":{"type":"integer"},"^y-":{"type":"string"}}}""",
        "the form of a name decides which schema its value has")]
    public void Parameters_that_cannot_be_typed_have_a_true_reason(string schema, string reason, bool isAll = true)
    {
        var bound = Bound.Of(Catalog.Action("ACME_DO", schema, "acme"));

        (bound.Acme("DO").Additional is not null).ShouldBe(isAll);
        bound.Problems.Where(problem => problem.Descriptor.Id == "RCP0020").ShouldHaveSingleItem().Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData("""{"patternProperties":{"^x-":{"type":"integer"}}}""")]
    [InlineData("""{"type":"object","patternProperties":{"^x-":{"type":"integer"}},"additionalProperties":false}""")]
    [InlineData("""{"additionalProperties":{"type":"integer"}}""")]
    [InlineData("""{"patternProperties":{"^x-":{"type":"integer"},"^_":false},"additionalProperties":false}""")]
    public void Parameters_that_are_described_by_the_form_of_their_names_have_the_type_of_their_values(string schema)
    {
        var bound = Bound.Of(Catalog.Action("ACME_DO", schema, "acme"));

        bound.Acme("DO").Additional.ShouldNotBeNull().Type.ShouldBe(new ScalarTypeModel(ScalarKind.Integer));
        bound.Problems.ShouldBeEmpty();
    }

    /// <summary>No value that a schema accepts is out of reach.</summary>
    [Theory]
    [InlineData("""{"patternProperties":{"^x-":{"type":"string"}},"additionalProperties":false}""", "Text")]
    [InlineData("""{"patternProperties":{"^x-":{"type":"string"}}}""", "Text")]
    [InlineData("""{"patternProperties":{"^x-":{"type":"string"},"^y-":{"type":"integer"}},"additionalProperties":false}""", "json")]
    [InlineData("""{"patternProperties":{"^x-":{"type":"string"}},"additionalProperties":{"type":"integer"}}""", "json")]
    [InlineData("""{"patternProperties":{"^x-":{"type":"string"}},"additionalProperties":true}""", "json")]
    [InlineData("""{"patternProperties":{"^x-":false},"additionalProperties":{"type":"integer"}}""", "Integer")]
    [InlineData("""{"patternProperties":{"^x-":false},"additionalProperties":false}""", null)]
    public void Members_that_are_described_by_the_form_of_their_names_are_additional_ones(string schema, string? type)
    {
        var withMember = "{\"type\":\"object\",\"properties\":{" + A + "}," + schema[1..];
        var root = Bound.Of(Catalog.Action("ACME_DO", withMember, "acme"));
        var nested = Bound.Of(Catalog.Action("ACME_DO", "{\"properties\":{\"x\":" + withMember + "}}", "acme"));

        Type(root.Acme("DO").Additional).ShouldBe(type);
        Type(nested.Acme("DO").Declarations.OfType<ClassDeclarationModel>().ShouldHaveSingleItem().Additional).ShouldBe(type);
        if (type is not null)
        {
            var map = Bound.Of(Catalog.Action("ACME_DO", "{\"properties\":{\"x\":{\"type\":\"object\"," + schema[1..] + "}}", "acme"));
            Type(map.ParameterOf("DO").ShouldBeOfType<MapTypeModel>().Value).ShouldBe(type);
        }

        static string? Type(TypeUse? use) => use is null ? null : Signatures.Of(use.Value.Type);
    }

    [Theory]
    [InlineData("""{"type":"array","prefixItems":[{"type":"string"}],"items":{"type":"integer"}}""", "json")]
    [InlineData("""{"type":"array","items":[{"type":"string"}],"additionalItems":{"type":"integer"}}""", "json")]
    [InlineData("""{"type":"array","prefixItems":[],"items":{"type":"integer"}}""", "Integer")]
    public void Items_with_schemas_of_their_own_are_any_JSON(string schema, string item)
    {
        var bound = Bound.Of(Catalog.Acme("DO", "{\"x\":" + schema + "}"));

        Signatures.Of(bound.ParameterOf("DO").ShouldBeOfType<ListTypeModel>().Item.Type).ShouldBe(item);
        bound.Ids.ShouldBe(item == "json" ? ["RCP0020"] : []);
    }

    [Theory]
    [InlineData("[9223372036854775808]", "json")]
    [InlineData("[1, 0.1234567890123456789]", "json")]
    [InlineData("[1, 1e400]", "json")]
    [InlineData("[1e20, 0.1]", "Number")]
    [InlineData("[9223372036854775807]", "Integer")]
    public void A_listed_number_is_sent_as_it_is_listed(string numbers, string type) =>
        Signatures.Of(Bound.Of(Catalog.Acme("DO", "{\"x\":{\"enum\":" + numbers + "}}")).ParameterOf("DO")).ShouldBe(type);

    /// <summary>A description or a bound beside the type of a member does not replace the type, and null is no object.</summary>
    [Theory]
    [InlineData("""{"allOf":[{"properties":{"id":{"type":"string"}}},{"properties":{"id":{"description":"The id."}}}]}""", "Text? id")]
    [InlineData("""{"allOf":[{"properties":{"id":{"description":"The id."}}},{"properties":{"id":{"type":"string"}}}]}""", "Text? id")]
    [InlineData("""{"properties":{"id":{"type":"string"}},"allOf":[{"properties":{"id":{"minLength":1}},"required":["id"]}]}""", "Text id")]
    [InlineData("""{"allOf":[{"properties":{"id":{"$ref":"#/$defs/id"}}},{"properties":{"id":true}}],"$defs":{"id":{"type":"integer"}}}""",
        "Integer? id")]
    [InlineData("""{"anyOf":[{"properties":{"a":{"type":"string"}},"required":["a"]},{"type":"null"}]}""", "Text a")]
    [InlineData("""{"oneOf":[{"const":null},{"properties":{"a":{"type":"string"}},"required":["a"]}]}""", "Text a")]
    [InlineData("""{"anyOf":[{"enum":[null]},{"allOf":[{"properties":{"a":{"type":"string"}},"required":["a"]}]}]}""", "Text a")]
    public void A_member_has_the_type_of_the_schema_that_says_it(string schema, string parameters)
    {
        var bound = Bound.Of(Catalog.Action("ACME_DO", schema, "acme"));

        Describe(bound.Acme("DO").Parameters).ShouldBe(parameters);
        bound.Acme("DO").Additional.ShouldBeNull();
        bound.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"properties":{"child":{"$ref":"#"},"name":{"type":"string"}}}""")]
    [InlineData("""{"properties":{"child":{"allOf":[{"$ref":"#"}]},"name":{"type":"string"}}}""")]
    [InlineData("""{"properties":{"child":{"anyOf":[{"$ref":"#"},{"type":"null"}]},"name":{"type":"string"}}}""")]
    [InlineData("""{"$ref":"#/$defs/node","$defs":{"node":{"properties":{"child":{"$ref":"#"},"name":{"type":"string"}}}}}""")]
    public void Parameters_that_contain_themselves_are_a_type(string schema)
    {
        var bound = Bound.Of(Catalog.Action("ACME_DO", schema, "acme"));

        bound.Problems.ShouldBeEmpty();
        var type = bound.Acme("DO").Declarations.OfType<ClassDeclarationModel>().ShouldHaveSingleItem();
        type.Members.Select(member => member.WireName).ShouldBe(["child", "name"]);
        type.Members[0].Type.Type.ShouldBe(new DeclaredTypeModel("DoChild", DeclaredKind.Class));
    }

    [Theory]
    [InlineData(true, """{"$ref":"#/$defs/node","nullable":true}""")]
    [InlineData(true, """{"$ref":"#/$defs/or"}""")]
    [InlineData(true, """{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]}""")]
    [InlineData(true, """{"allOf":[{"$ref":"#/$defs/node"}],"nullable":true}""")]
    [InlineData(false, """{"$ref":"#/$defs/node"}""")]
    [InlineData(false, """{"$ref":"#/$defs/or","type":"object"}""")]
    [InlineData(false, """{"$ref":"#/$defs/or","not":{"type":"null"}}""")]
    public void A_member_that_leads_back_to_its_type_is_null_where_its_schema_says_so(bool isNullable, string schema)
    {
        var bound = Bound.Of(Catalog.Action("ACME_DO", """
            {"properties":{"x":{"$ref":"#/$defs/node"}},"$defs":{"or":{"$ref":"#/$defs/node","nullable":true},
             "node":{"type":"object","properties":{"parent":SCHEMA},"required":["parent"]}}}
            """.Replace("SCHEMA", schema, StringComparison.Ordinal), "acme"));

        bound.Acme("DO").Declarations.OfType<ClassDeclarationModel>().ShouldHaveSingleItem().Members.ShouldHaveSingleItem()
            .Type.IsNullable.ShouldBe(isNullable);
    }

    [Theory]
    [InlineData("""{"oneOf":[@a,@b]}""", "DoXA(Text a), DoXB(Integer b), DoX[DoXA, DoXB]")]
    [InlineData("""{"anyOf":[{"allOf":[@a]},{"$ref":"#/$defs/b"}]}""", "DoXB(Integer b), DoXObject(Text a), DoX[DoXObject, DoXB]")]
    [InlineData("""{"oneOf":[@a]}""", "DoX(Text a)")]
    [InlineData("""{"if":{"required":["a"]},"then":@a,"else":@b}""", "DoX(Text? a, Integer? b)")]
    [InlineData("""{"dependentSchemas":{"c":@a}}""", "DoX(Text? a, json? c)")]
    [InlineData("""{"required":["c"],"oneOf":[@a,@b]}""", "DoX(json c, Text? a, Integer? b)")]
    [InlineData("""{"anyOf":[{"required":["a"]},{"required":["b"]}]}""", "")]
    [InlineData("""{"anyOf":[{"minProperties":2},{"maxProperties":3}]}""", "")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", "")]
    public void An_object_that_only_its_alternatives_describe_keeps_their_types(string schema, string declarations)
    {
        const string Schemas = "{\"title\":\"A\",\"properties\":{" + A + "},\"required\":[\"a\"]}|{\"title\":\"B\",\"properties\":{" + B
            + "},\"required\":[\"b\"]}";
        foreach (var type in (string[])["\"object\"", "[\"object\",\"null\"]"])
        {
            var x = "{\"type\":" + type + "," + schema[1..];
            var bound = Bound.Of(Catalog.Action(
                "ACME_DO",
                ("{\"properties\":{\"x\":" + x + "},\"$defs\":{\"b\":@b}}")
                    .Replace("@a", Schemas.Split('|')[0], StringComparison.Ordinal)
                    .Replace("@b", Schemas.Split('|')[1], StringComparison.Ordinal),
                "acme"));

            string.Join(", ", bound.Acme("DO").Declarations.Select(Describe).Order(StringComparer.Ordinal)).ShouldBe(declarations, type);
        }
    }

    [Theory]
    [InlineData("""{"allOf":[{"x":[]},{"anyOf":[{"const":{"a":{"b":[]}}}]}]}""")]
    [InlineData("""{"type":"object","anyOf":[{"properties":{"a":{}},"required":["a"]},{"const":{"b":1}}]}""")]
    [InlineData("""{"allOf":[{"properties":{"a":{}}},{"const":5}]}""")]
    public void One_value_is_no_list_of_members(string schema) =>
        Bound.Of(Recoup.Tests.Driving.Catalog.Acme("DO", $$"""{"p":{{schema}}}""")).ParameterOf("DO").ShouldBeOfType<JsonTypeModel>();

    [Fact]
    public void A_chain_of_alternatives_that_each_refer_to_the_next_one_twice_is_read_in_linear_time()
    {
        var definitions = Enumerable.Range(0, 200).Select(i =>
            $"\"d{i}\":{{\"properties\":{{\"p{i}\":{{\"type\":\"string\"}}}},\"oneOf\":[{{\"$ref\":\"#/$defs/d{i + 1}\"}},"
                + $"{{\"allOf\":[{{\"$ref\":\"#/$defs/d{i + 1}\"}},{{\"$ref\":\"#/$defs/d{i + 1}\"}}]}}]}}");
        var schema = "{\"$ref\":\"#/$defs/d0\",\"$defs\":{" + string.Join(",", definitions) + ",\"d200\":{\"properties\":{" + A + "}}}}";

        // More schemas than one object may combine: the parameters are any JSON.
        var tooMany = Bound.Of(Catalog.Action("ACME_DO", schema, "acme"));
        tooMany.Acme("DO").Additional.ShouldNotBeNull();
        tooMany.Problems.ShouldContain(problem => problem.Message.Contains("it combines more than 256 schemas", StringComparison.Ordinal));
        Bound.Of(Catalog.Action("ACME_DO", schema.Replace("#/$defs/d0", "#/$defs/d150", StringComparison.Ordinal), "acme"))
            .Acme("DO").Parameters.Count.ShouldBe(51);
    }

    private static string Describe(DeclarationModel declaration) => declaration switch
    {
        ClassDeclarationModel @class => $"{@class.Name}({Describe(@class.Members)})",
        UnionDeclarationModel union =>
            $"{union.Name}[{string.Join(", ", union.Branches.Select(branch => ((DeclaredTypeModel)branch.Type).Name))}]",
        _ => declaration.Name,
    };

    private static string Describe(IEnumerable<MemberModel> members) => string.Join(", ", members
        .Select(member => Signatures.Of(member.Type.Type) + (member.Presence == MemberPresence.Required ? " " : "? ") + member.WireName));
}
