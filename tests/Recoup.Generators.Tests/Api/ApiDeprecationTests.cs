using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Api;

/// <summary>What an OpenAPI document calls deprecated.</summary>
public sealed class ApiDeprecationTests
{
    private const string Document =
        """
        {"openapi": "3.1.0", "info": {"title": "t", "version": "1"},
         "paths": {
           "/old": {"get": {"operationId": "old", "deprecated": true, "responses": {"204": {"description": ""}}}},
           "/a": {"post": {"operationId": "a",
             "parameters": [
               {"name": "gone", "in": "query", "deprecated": true, "description": "By flag.", "schema": {"type": "string"}},
               {"name": "away", "in": "query", "description": "By schema.", "schema": {"$ref": "#/components/schemas/OldText"}},
               {"name": "now", "in": "query", "description": "Not.", "schema": {"type": "string"}}],
             "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
             "responses": {"200": {"description": "", "content": {"application/json": {
               "schema": {"$ref": "#/components/schemas/OldClass"}}}}}}}},
         "components": {"schemas": {
           "OldText": {"type": "string", "deprecated": true},
           "OldClass": {"type": "object", "deprecated": true, "properties": {"a": {"type": "string"}}},
           "OldMap": {"type": "object", "deprecated": true, "additionalProperties": {"type": "string"}},
           "Derived": {"allOf": [{"$ref": "#/components/schemas/OldClass"}, {"type": "object", "properties": {"b": {"type": "string"}}}]},
           "Thing": {"type": "object", "required": ["must"], "properties": {
             "must": {"type": "string", "deprecated": true},
             "old": {"type": "string", "deprecated": true},
             "far": {"$ref": "#/components/schemas/OldText"},
             "beside": {"$ref": "#/components/schemas/Plain", "deprecated": true},
             "all": {"allOf": [{"$ref": "#/components/schemas/OldText"}]},
             "orNull": {"anyOf": [{"$ref": "#/components/schemas/OldText"}, {"type": "null"}]},
             "either": {"oneOf": [{"$ref": "#/components/schemas/OldText"}, {"type": "integer"}]},
             "map": {"$ref": "#/components/schemas/OldMap"},
             "derived": {"$ref": "#/components/schemas/Derived"},
             "kind": {"type": "string", "deprecated": true, "enum": ["x", "y"]},
             "value": {"oneOf": [{"const": "old", "deprecated": true}, {"const": "now"}]},
             "now": {"type": "string", "deprecated": false}}},
           "Plain": {"type": "string"}}}}
        """;

    /// <summary>Each use of something deprecated is warned about, and nothing in the generated file is.</summary>
    [Theory]
    [InlineData("api.OldAsync()", true)]
    [InlineData("api.AAsync(new() { Must = \"a\" }, gone: \"b\")", false)] // A parameter has no attribute.
    [InlineData("new XApi.Thing { Must = \"a\" }", false)]
    [InlineData("new XApi.Thing { Must = \"a\", Old = \"b\" }", true)]
    [InlineData("new XApi.Thing { Must = \"a\", Far = \"b\" }", true)]
    [InlineData("new XApi.Thing { Must = \"a\", Beside = \"b\" }", true)]
    [InlineData("new XApi.Thing { Must = \"a\", All = \"b\" }", true)]
    [InlineData("new XApi.Thing { Must = \"a\", OrNull = \"b\" }", true)]
    [InlineData("new XApi.Thing { Must = \"a\", Either = \"b\" }", false)]
    [InlineData("new XApi.Thing { Must = \"a\", Map = null }", true)]
    [InlineData("new XApi.Thing { Must = \"a\", Derived = null }", true)]
    [InlineData("new XApi.Thing { Must = \"a\", Now = \"b\" }", false)]
    [InlineData("(XApi.OldClass)null!", true)]
    [InlineData("(XApi.Derived)null!", true)]
    [InlineData("XApi.ThingKind.X", true)]
    [InlineData("XApi.ThingValue.Old", true)]
    [InlineData("XApi.ThingValue.Now", false)]
    public void A_use_of_something_deprecated_is_warned_about(string use, bool isDeprecated)
    {
        var generation = Generation.Run(
            [new SpecText("x.json", Document)],
            $"using Recoup.Actions;\npublic static class Probe {{ public static object Use(XApi api) => {use}; }}");

        var diagnostics = generation.Diagnostics();
        diagnostics.Select(diagnostic => diagnostic.Id).Distinct().ShouldBe(isDeprecated ? ["CS0618"] : [], string.Join("\n", diagnostics));
        diagnostics.ShouldAllBe(diagnostic => diagnostic.Location.SourceTree!.FilePath == "Program.cs");
    }

    [Theory]
    [InlineData("By flag.\n    /// Deprecated.\n")]
    [InlineData("By schema.\n    /// Deprecated.\n")]
    [InlineData("    /// <param name=\"now\">Not.</param>\n")]
    [InlineData("        /// Deprecated.\n        /// </summary>\n        public required string Must")]
    public void Documentation_says_it_where_an_attribute_cannot(string expected) =>
        Generation.Run([new SpecText("x.json", Document)]).Sources.Values.Single().ShouldContain(expected);
}
