using System.Globalization;
using System.Text.RegularExpressions;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Api;

/// <summary>The names of types and parameters of an OpenAPI document.</summary>
public sealed partial class ApiNameTests
{
    private const string Inline = """{"type": "object", "properties": {"id": {"type": "string"}}}""";

    private const string Refund = $$$$"""
        "Refund": {"type": "object", "properties": {
          "src": {{{{Inline}}}},
          "lines": {"type": "array", "items": {{{{Inline}}}} },
          "kind": {"type": "string", "enum": ["a", "b"]}}}
        """;

    /// <summary>The other component sorts before the one with the inline types, and is bound before it.</summary>
    [Theory]
    [InlineData("""{"type": "object", "properties": {"refunds": {"$ref": "#/components/schemas/Refund"}}}""")]
    [InlineData("""{"type": "array", "items": {"$ref": "#/components/schemas/Refund"}}""")]
    [InlineData("""{"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Refund"}}""")]
    [InlineData("""{"allOf": [{"$ref": "#/components/schemas/Refund"}, {"type": "object", "properties": {"a": {"type": "string"}}}]}""")]
    [InlineData("""{"$ref": "#/components/schemas/Refund"}""")]
    [InlineData("""{"type": "object", "properties": {"a": {"$ref": "#/components/schemas/Refund/properties/src"},""" +
        """ "b": {"$ref": "#/components/schemas/Refund/properties/lines/items"}}}""")]
    public void An_inline_type_is_named_after_its_own_component_whatever_refers_to_it(string other)
    {
        Types(Refund, "Refund").ShouldBe(["Refund", "RefundKind", "RefundLines", "RefundSrc"]);
        Types(Refund + $", \"Bt\": {other}", "Bt", "Refund").Except(["Bt"])
            .ShouldBe(["Refund", "RefundKind", "RefundLines", "RefundSrc"]);

        static string[] Types(string schemas, params string[] answers) => DeclaredTypes(SpecText.Document(
            string.Join(",", answers.Select(name => Operation("get" + name, $$"""{"$ref": "#/components/schemas/{{name}}"}"""))), schemas));
    }

    [Fact]
    public void An_inline_type_of_a_shared_part_is_named_after_that_part()
    {
        var json = SpecText.Document(
            """
            "/a": {"post": {"operationId": "a", "parameters": [{"$ref": "#/components/parameters/sort"}],
              "requestBody": {"$ref": "#/components/requestBodies/Order"},
              "responses": {"200": {"$ref": "#/components/responses/Order"}}}}
            """,
            components: $$$$$"""
            "parameters": {"sort": {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["a", "b"]}}},
            "requestBodies": {"Order": {"content": {"application/json": {"schema": {{{{{Inline}}}}} }}}},
            "responses": {"Order": {"description": "", "content": {"application/json": {"schema": {
              "type": "object", "properties": {"lines": {"type": "array", "items": {{{{{Inline}}}}} } } } } } } },
            """);

        DeclaredTypes(json).ShouldBe(["OrderRequest", "OrderResponse", "OrderResponseLines", "SortParameter"]);
    }

    [Theory]
    [InlineData("""{"$ref": "#/components/schemas/Bag"}""", "Bag", "BagValue", "BagValueIn")]
    [InlineData(null, "GetResponse", "GetResponseValue", "GetResponseValueIn")]
    public void Additional_properties_beside_others_have_a_type_of_their_own(string? schema, params string[] expected)
    {
        const string Bag = """
            {"type": "object", "properties": {"a": {"type": "string"}},
             "additionalProperties": {"type": "object", "properties": {"in": {"type": "object", "properties": {"b": {"type": "string"}}}}}}
            """;

        DeclaredTypes(SpecText.Document(Operation("get", schema ?? Bag), "\"Bag\": " + Bag)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(new[] { "x-a query", "x_a query", "xA query" }, new[] { "xMinusa", "x_a", "xA" })]
    [InlineData(new[] { "id path", "id query", "ID header" }, new[] { "idInPath", "idInQuery", "idInHeader" })]
    [InlineData(new[] { "user_id query", "userId query", "userId header" }, new[] { "user_idInQuery", "userIdInQuery", "userIdInHeader" })]
    [InlineData(new[] { "a.b query", "a[b] query", "c query" }, new[] { "aDotb", "aOpenBracketbCloseBracket", "c" })]
    public void Parameters_that_clash_keep_what_differs_and_each_other_name_is_reported_at_its_place(string[] parameters, string[] expected)
    {
        var lines = parameters.Select(parameter => parameter.Split(' ')).Select(parts =>
            $$"""{"name": "{{parts[0]}}", "in": "{{parts[1]}}", "required": {{(parts[1] == "path" ? "true" : "false")}}, """
                + """ "schema": {"type": "string"}}""");
        var json = SpecText.Document(
            "\"/a" + (parameters.Any(parameter => parameter == "id path") ? "/{id}" : "") + "\": {\"get\": {\"operationId\": \"a\", "
                + "\"responses\": {\"204\": {\"description\": \"\"}}, \"parameters\": [\n" + string.Join(",\n", lines) + "]}}");
        var generation = Generation.Run([new SpecText("x.json", json)]);

        generation.Diagnostics().ShouldBeEmpty();
        var source = generation.Sources.Values.ShouldHaveSingleItem();
        expected.ShouldAllBe(name => source.Contains($"string {name}", StringComparison.Ordinal)
            || source.Contains($"string? {name} = null", StringComparison.Ordinal));
        generation.Reported.ShouldAllBe(diagnostic => diagnostic.Id == "RCP0031");
        generation.Reported.Select(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition).ShouldBe(
            expected.Select((name, index) => (Name: name, Line: index + 1)).Where(one => one.Name is not ("c" or "xA"))
                .Select(one => new Microsoft.CodeAnalysis.Text.LinePosition(one.Line, 0)));
    }

    [Theory]
    [InlineData("""{"type": "object", "properties": {"a-b": {"type": "string"}, "a_b": ¶{"type": "string"}}}""", "Thing.a_b", "a_b")]
    [InlineData(
        """{"type": "object", "properties": {"kind": ¶{"type": "string", "enum": ["a_b", "aB"]}}}""", "ThingKind.a_b", "a_b")]
    [InlineData(
        """{"type": "object", "properties": {"in_x": {"type": "object", "properties": {"a": {"type": "string"}}},"""
            + """ "inX": ¶{"type": "object", "properties": {"b": {"type": "string"}}}}}""",
        "Thing/inX",
        "ThingSlashinX")]
    [InlineData(
        """{"type": "object", "properties": {"a": {"$ref": "#/components/schemas/other_x"},"""
            + """ "b": {"$ref": "#/components/schemas/OtherX"}}},"""
            + """ "other_x": ¶{"type": "object", "properties": {"a": {"type": "string"}}},"""
            + """ "OtherX": {"type": "object", "properties": {"b": {"type": "string"}}}""",
        "other_x",
        "other_x")]
    public void Members_values_and_types_that_clash_are_reported_at_their_place(string thing, string wireName, string name)
    {
        var json = SpecText.Document(
            Operation("get", """{"$ref": "#/components/schemas/Thing"}"""),
            "\"Thing\": " + thing.Replace('¶', '\n'));
        var generation = Generation.Run([new SpecText("x.json", json)]);

        generation.Diagnostics().ShouldBeEmpty();
        var message = $"'{wireName}' is named '{name}' in C#, because its default name is also that of a sibling";
        var clash = generation.Reported.Where(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture) == message)
            .ShouldHaveSingleItem(string.Join("\n", generation.Reported));
        clash.Id.ShouldBe("RCP0031");
        var start = clash.Location.GetLineSpan().StartLinePosition;
        json.Split('\n')[start.Line][start.Character..].ShouldStartWith("{\"type\"");
        start.Character.ShouldBe(0);
    }

    private static string Operation(string id, string schema) =>
        $$$$$"""
        "/{{{{{id}}}}}": {"get": {"operationId": "{{{{{id}}}}}",
          "responses": {"200": {"description": "", "content": {"application/json": {"schema": {{{{{schema}}}}} } } } } } }
        """;

    private static string[] DeclaredTypes(string json)
    {
        var generation = Generation.Run([new SpecText("x.json", json)]);
        generation.Diagnostics().ShouldBeEmpty();
        return [.. Declaration().Matches(generation.Sources.Values.Single()).Select(match => match.Groups[1].Value)
            .Where(name => name is not ("XApi" or "Requests")).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"(?:class|struct) (\w+)")]
    private static partial Regex Declaration();
}
