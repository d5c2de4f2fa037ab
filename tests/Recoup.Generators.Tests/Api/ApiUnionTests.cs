using System.Globalization;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Api;

/// <summary>Schemas of an OpenAPI document that accept one of several kinds of values.</summary>
public sealed class ApiUnionTests
{
    [Theory]
    [InlineData("""{"anyOf": [{"type": "integer"}, {"type": "string"}]}""", "StringOrInteger", "7")]
    [InlineData("""{"oneOf": [{"type": "number"}, {"type": "boolean"}]}""", "NumberOrBoolean", "true")]
    [InlineData("""{"type": ["integer", "string"]}""", "StringOrInteger", "\"a\"")]
    [InlineData("""{"type": ["boolean", "string", "number"], "maxLength": 3}""", "StringOrNumberOrBoolean", "1.5")]
    [InlineData("""{"anyOf": [{"type": "string", "format": "date-time"}, {"type": "integer"}]}""", "StringOrInteger", "7L")]
    [InlineData("""{"oneOf": [{"$ref": "#/components/schemas/Number"}, {"type": "string"}]}""", "StringOrInteger", "7")]
    [InlineData("""{"$ref": "#/components/schemas/Either"}""", "StringOrInteger", "7")]
    [InlineData("""{"enum": ["all", 1, 2]}""", "StringOrNumber", "\"all\"")]
    public void A_union_of_single_values_is_a_type_of_the_runtime_wherever_it_is(string schema, string type, string value)
    {
        var generation = Generation.Run(
            [new SpecText("x.json", SpecText.Document(
                $$$$$"""
                "/a/{key}": {"post": {"operationId": "a",
                  "parameters": [
                    {"name": "key", "in": "path", "required": true, "schema": {{{{{schema}}}}} },
                    {"name": "one", "in": "query", "schema": {{{{{schema}}}}} },
                    {"name": "trace", "in": "header", "schema": {{{{{schema}}}}} },
                    {"name": "many", "in": "query", "schema": {"type": "array", "items": {{{{{schema}}}}} }},
                    {"name": "joined", "in": "query", "explode": false, "schema": {"type": "array", "items": {{{{{schema}}}}} }}],
                  "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                  "responses": {"200": {"description": "", "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Thing"} } } } } } },
                "/b": {"post": {"operationId": "b",
                  "requestBody": {"content": {"application/json": {"schema": {{{{{schema}}}}} }}},
                  "responses": {"200": {"description": "", "content": {"application/json": {"schema": {{{{{schema}}}}} } } } } } }
                """,
                $$$$$"""
                "Number": {"type": "integer"}, "Either": {"type": ["integer", "string"]},
                "Thing": {"type": "object", "required": ["must"], "properties": {
                  "must": {{{{{schema}}}}}, "may": {{{{{schema}}}}},
                  "orNull": {"anyOf": [ {{{{{schema}}}}}, {"type": "null"}]},
                  "list": {"type": "array", "items": {{{{{schema}}}}} },
                  "map": {"type": "object", "additionalProperties": {{{{{schema}}}}} } }}
                """))],
            """
            using Recoup.Actions;
            using Recoup.Typed;
            class Program
            {
                static async System.Threading.Tasks.Task Use(XApi api)
                {
                    var thing = await api.AAsync(
                        key: VALUE, request: new XApi.Thing { Must = VALUE, OrNull = new(VALUE), List = [VALUE] },
                        one: VALUE, trace: VALUE, many: [VALUE], joined: [VALUE]);
                    TYPE must = thing.Must; TYPE? may = thing.May; TYPE? orNull = thing.OrNull.Value;
                    System.Collections.Generic.IReadOnlyList<TYPE>? list = thing.List;
                    System.Collections.Generic.IReadOnlyDictionary<string, TYPE>? map = thing.Map;
                    TYPE answer = await api.BAsync(request: VALUE);
                }
            }
            """.Replace("VALUE", value, StringComparison.Ordinal).Replace("TYPE", type, StringComparison.Ordinal));

        generation.Diagnostics().ShouldBeEmpty(generation.Sources.Values.First());
        generation.Reported.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"oneOf": [{"$ref": "#/components/schemas/Card"}, {"$ref": "#/components/schemas/Bank"}]}""")]
    [InlineData("""{"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/Card"}]}""")]
    [InlineData("""{"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}""")]
    [InlineData("""{"type": ["string", "array", "null"], "items": {"type": "string"}}""")]
    [InlineData("""{"type": ["object", "integer"], "properties": {"a": {"type": "string"}}}""")]
    [InlineData("""{"oneOf": [{"$ref": "#/components/schemas/Card"}, {"type": "array", "items": {"type": "integer"}}]}""")]
    [InlineData("""{"$ref": "#/components/schemas/Union"}""", "'Union'", 7, 12)]
    public void A_union_of_shapes_is_reported_at_its_place(string schema, string name = "'Thing.x'", int line = 6, int column = 6)
    {
        foreach (var (body, answer) in new[] { ("Thing", "Card"), ("Card", "Thing") })
        {
            var json = SpecText.Document(
                $$$$$"""
                "/a": {"post": {"operationId": "a",
                  "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/{{{{{body}}}}}"}}}},
                  "responses": {"200": {"description": "", "content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/{{{{{answer}}}}}"} } } } } } }
                """,
                $$$$$"""
                "Thing": {"type": "object", "properties": {"x":
                     {{{{{schema}}}}}}},
                  "Union": {"oneOf": [{"$ref": "#/components/schemas/Card"}, {"type": "boolean"}]},
                  "Card": {"type": "object", "properties": {"number": {"type": "string"}}},
                  "Bank": {"type": "object", "properties": {"iban": {"type": "string"}}}
                """);
            var generation = Generation.Run([new SpecText("x.json", json)]);

            generation.Diagnostics().ShouldBeEmpty();
            var reported = generation.Reported.ShouldHaveSingleItem(string.Join("\n", generation.Reported));
            reported.Id.ShouldBe("RCP0030");
            reported.GetMessage(CultureInfo.InvariantCulture).ShouldBe(
                $"{name} is typed as JsonElement, because it has one of several shapes, and only strings, numbers and booleans share a "
                    + "type");
            reported.Location.GetLineSpan().StartLinePosition.ShouldBe(
                new Microsoft.CodeAnalysis.Text.LinePosition(line - 1, column - 1), json);
        }
    }

    [Theory]
    [InlineData("""{"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}""")]
    [InlineData("""{"type": ["string", "object"]}""")]
    [InlineData("""{"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "object"}]}}""")]
    public void A_parameter_with_a_union_of_shapes_is_reported_once_as_omitted(string schema) =>
        Generation.Run([new SpecText("x.json", SpecText.Document(
            $$$$$"""
            "/a": {"get": {"operationId": "a", "parameters": [{"name": "x", "in": "query", "schema": {{{{{schema}}}}} }],
              "responses": {"204": {"description": ""}}}}
            """))]).Reported.ShouldHaveSingleItem().Id.ShouldBe("RCP0032");
}
