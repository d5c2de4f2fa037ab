using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Api;

public sealed class ApiGenerationTests
{
    private static readonly string Social = File.ReadAllText(TestData.Spec);
    private static readonly string Shop = File.ReadAllText(TestData.ShopSpec);

    [Fact]
    public void The_operations_of_the_contract_match_the_approved_text() =>
        Generation.Run(
            [new SpecText("social.json", Social) { ClassName = "RecoupApi", Types = "Beside" }],
            options: new GenerationOptions { Namespace = "Recoup.Typed" })
            .Sources["RecoupApi.Api.g.cs"]
            .ShouldMatchApproved(approval => approval.WithFilenameGenerator((_, _, type, extension) => $"RecoupApi.{type}.{extension}"));

    [Fact]
    public void A_document_with_every_feature_generates_the_approved_class() =>
        Run(new SpecText("specs/shop.json", Shop)).Sources["ShopApi.Api.g.cs"]
            .ShouldMatchApproved(approval => approval.WithFilenameGenerator((_, _, type, extension) => $"ShopApi.{type}.{extension}"));

    [Theory]
    [InlineData("public", LanguageVersion.CSharp12)]
    [InlineData("internal", LanguageVersion.Latest)]
    public void The_class_compiles_without_a_warning_for_any_document(string visibility, LanguageVersion language)
    {
        var generation = Generation.Run(
            [new SpecText("social.json", Social), new SpecText("shop.json", Shop)],
            options: new GenerationOptions { Visibility = visibility, Language = language });

        generation.Diagnostics().ShouldBeEmpty();
    }

    [Fact]
    public void No_text_of_the_document_becomes_code()
    {
        var tree = Run(new SpecText("shop.json", Shop)).Compilation.SyntaxTrees.Single(tree =>
            tree.FilePath.EndsWith("ShopApi.Api.g.cs", StringComparison.Ordinal));

        var tokens = tree.GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.Text);

        tokens.ShouldNotContain("Evil");
        tree.GetRoot(TestContext.Current.CancellationToken).ContainsDirectives.ShouldBeTrue(
            "the one about warnings and the one about nullability");
        tree.GetRoot(TestContext.Current.CancellationToken)
            .DescendantTrivia(descendIntoTrivia: true)
            .Count(trivia => trivia.IsDirective)
            .ShouldBe(2);
    }

    [Fact]
    public void Unsupported_parts_are_reported_at_their_line_and_the_rest_is_generated()
    {
        var generation = Run(new SpecText("shop.json", Shop));

        generation.Reported.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning)
            .Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}").ShouldBe(
            [
                "RCP0032: get_book: the optional parameter 'session' is omitted, because clients do not send cookies",
                "RCP0032: get_book: the optional parameter 'filter' is omitted, because its style 'deepObject' is not supported",
                "RCP0032: upload: the optional request body is omitted, because it is multipart/form-data, and clients send only JSON",
                "RCP0033: The operation image is not generated, because its response is image/png, and clients read only JSON",
                "RCP0033: The operation lost is not generated, because '{nowhere}' in its path is not a parameter",
                "RCP0034: mutual accepts neither an API key in a header nor a bearer token, the credentials that a client has. It is sent "
                    + "without a credential",
            ]);
        generation.Reported.ShouldAllBe(diagnostic => diagnostic.Location.GetLineSpan().Path == "shop.json");
        LineOf(generation.Reported.First(diagnostic => diagnostic.Id == "RCP0032")).ShouldContain("{");
    }

    [Theory]
    [InlineData("a component", """{"$ref": "#/components/schemas/Book"}""", "'Book.extra'", 6)]
    [InlineData("a component of a component", """{"type": "array", "items": {"$ref": "#/components/schemas/Shelf"}}""", "'Book.extra'", 6)]
    [InlineData("an inline schema", """{"type": "object", "properties": {"extra": {"description": "Anything."}}}""", "extra'", 4)]
    public void A_schema_without_a_type_is_reported_at_its_line(string what, string schema, string name, int line)
    {
        var generation = Run(new SpecText("books.json", """
            {"openapi": "3.1.0", "info": {"title": "Books", "version": "1"},
             "paths": {"/books": {"get": {"operationId": "get", "responses": {"200": {"description": "It.",
             "content": {"application/json": {
               "schema": SCHEMA}}}}}}},
             "components": {"schemas": {
               "Book": {"type": "object", "properties": {"extra": {}}},
               "Shelf": {"type": "object", "properties": {"first": {"$ref": "#/components/schemas/Book"}}},
               "Unused": {"type": "object", "properties": {"extra": {}}}}}}
            """.Replace("SCHEMA", schema, StringComparison.Ordinal)));

        var diagnostic = generation.Reported.ShouldHaveSingleItem(what);
        diagnostic.Id.ShouldBe("RCP0030");
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain(name);
        (diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1).ShouldBe(line, diagnostic.ToString());
    }

    [Fact]
    public void An_unreadable_document_is_an_error_at_its_line_and_has_no_class()
    {
        var generation = Run(new SpecText("broken.json", "{\n  \"openapi\": 7\n}"));

        var diagnostic = generation.Reported.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("RCP0011");
        diagnostic.Severity.ShouldBe(DiagnosticSeverity.Error);
        diagnostic.Location.GetLineSpan().StartLinePosition.ShouldBe(new Microsoft.CodeAnalysis.Text.LinePosition(1, 13));
        generation.Sources.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("specs/social.json", null, "SocialApi")]
    [InlineData("my-shop.v2.json", null, "MyShopV2Api")]
    [InlineData("petstoreApi.json", null, "PetstoreApi")]
    [InlineData("specs/social.json", "Newer", "Newer")]
    [InlineData("specs/social.json", "not a name", "SocialApi")]
    public void The_class_is_named_after_the_file_unless_the_project_names_it(string path, string? className, string expected) =>
        Run(new SpecText(path, Social) { ClassName = className }).Sources.Keys.ShouldHaveSingleItem().ShouldBe(expected + ".Api.g.cs");

    [Fact]
    public void Two_documents_for_one_class_are_an_error_and_only_one_is_generated()
    {
        var generation = Generation.Run([new SpecText("b/social.json", Social), new SpecText("a/social.json", Social)]);

        var diagnostic = generation.Reported.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("RCP0035");
        diagnostic.Location.GetLineSpan().Path.ShouldBe("b/social.json");
        generation.Sources.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Acme")]
    [InlineData("ACME")]
    public void A_document_with_the_class_name_of_a_connector_is_an_error_and_the_connector_is_generated(string className)
    {
        var catalog = new CatalogText("catalog.json", Catalog.Of(Catalog.Acme("DO", "{}")));
        var generation = Generation.Run([catalog, new SpecText("social.json", Social) { ClassName = className }]);

        generation.Sources.Keys.Order(StringComparer.Ordinal).ShouldBe(["Acme.Actions.g.cs", "Acme.g.cs"]);
        var diagnostic = generation.Reported.ShouldHaveSingleItem();
        diagnostic.Location.GetLineSpan().Path.ShouldBe("social.json");
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldStartWith(
            $"The class '{className}' is already generated from the connector 'acme'. Give this document another class name: ");
    }

    [Fact]
    public void An_edit_of_code_runs_no_step_and_an_edit_without_effect_emits_nothing()
    {
        var first = Generation.Run([new SpecText("social.json", Social)], "class A { }");

        var code = first.Rerun(editCode: compilation => compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(
                "class B { }",
                (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
                cancellationToken: TestContext.Current.CancellationToken)));
        var moved = first.Rerun(driver => Replace(driver, "\n\n" + Social));
        var changed = first.Rerun(driver => Replace(driver, Social.Replace("listConnectors", "findConnectors", StringComparison.Ordinal)));

        Output(code).ShouldBe(IncrementalStepRunReason.Cached);
        Output(moved).ShouldBe(IncrementalStepRunReason.Cached);
        Output(changed).ShouldBe(IncrementalStepRunReason.Modified);
        changed.Sources["SocialApi.Api.g.cs"].ShouldContain("FindConnectorsAsync");
    }

    [Fact]
    public void The_order_of_operations_and_components_does_not_matter()
    {
        const string One =
            """ "/a":{"get":{"operationId":"a","responses":{"200":{"description":"","content":{"application/json":{"schema":"""
                + """{"$ref":"#/components/schemas/A"}}}}}}} """;
        const string Two =
            """ "/b":{"get":{"operationId":"b","responses":{"200":{"description":"","content":{"application/json":{"schema":"""
                + """{"$ref":"#/components/schemas/B"}}}}}}} """;
        const string A =
            """ "A":{"type":"object","properties":{"b":{"$ref":"#/components/schemas/B"},"in":{"type":"object","properties":{"x":"""
                + """{"type":"string"}}}}} """;
        const string B = """ "B":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/A"}}} """;
        static string Document(string paths, string schemas) =>
            "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{" + paths + "},\"components\":{\"schemas\":{"
                + schemas + "}}}";

        Run(new SpecText("x.json", Document(One + "," + Two, A + "," + B))).Sources
            .ShouldBe(Run(new SpecText("x.json", Document(Two + "," + One, B + "," + A))).Sources);
    }

    [Theory]
    [InlineData("nameof")]
    [InlineData("class")]
    [InlineData("await")]
    [InlineData("global")]
    [InlineData("request")]
    [InlineData("cancellationToken")]
    public void A_parameter_may_have_any_name(string name) =>
        Compiled(SpecText.Document($$$$$"""
            "/a/{PLACE}": {"post": {"operationId": "a",
              "requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "string"}}}},
              "responses": {"204": {"description": ""}}, "parameters": [
              {"name": "{{{{{name}}}}}", "in": "path", "required": true, "schema": {"type": "string"}},
              {"name": "{{{{{name}}}}}", "in": "query", "required": true, "schema": {"type": "string"}},
              {"name": "{{{{{name}}}}}", "in": "header", "schema": {"type": "array", "items": {"type": "string"}}}]}}
            """.Replace("PLACE", name, StringComparison.Ordinal)));

    /// <summary>Locals of a request are called like this, and fields are in the same class.</summary>
    [Theory]
    [InlineData("given1", "Given1")]
    [InlineData("api", "__api")]
    [InlineData("item", "body")]
    [InlineData("request", "operation_a")]
    public void An_operation_may_have_any_name(string id, string other) => Generation.Run([new SpecText("x.json", SpecText.Document(
        string.Join(",", new[] { id, other }.Select((name, i) => $$$$$"""
            "/{{{{{i}}}}}": {"post": {"operationId": "{{{{{name}}}}}", "responses": {"204": {"description": ""}},
              "requestBody": {"content": {"application/json": {"schema": {"type": "array", "items": {"type": "string"} } } } },
              "parameters": [{"name": "{{{{{name}}}}}", "in": "query", "schema": {"type": "integer"}},
                {"name": "list", "in": "query", "schema": {"type": "array", "items": {"type": "string"} } }] } }
            """))))]).Diagnostics().ShouldBeEmpty();

    [Fact]
    public void Each_operation_reports_its_own_schemas_without_a_type()
    {
        var reported = Run(new SpecText("x.json", SpecText.Document(string.Join(",", "abc".Select(id => $$$$$"""

            "/{{{{{id}}}}}": {"post": {"operationId": "{{{{{id}}}}}",
              "requestBody": {"content": {"application/json": {"schema": {}}}},
              "responses": {"200": {"description": "", "content": {"application/json": {"schema": true} } } } } }
            """))))).Reported;

        reported.Select(diagnostic => (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line)).ShouldBe(
            [("RCP0030", 2), ("RCP0030", 3), ("RCP0030", 5), ("RCP0030", 6), ("RCP0030", 8), ("RCP0030", 9)]);
    }

    [Theory]
    [InlineData("ToString", "value")]
    [InlineData("GetHashCode", "value")]
    [InlineData("GetType", "value")]
    [InlineData("Equals", "value")]
    [InlineData("AdditionalProperties", "value")]
    [InlineData("Requests", "requests")]
    [InlineData("value", "Value")]
    [InlineData("record", "Record")]
    [InlineData("arglist", "Arglist")]
    [InlineData("nint", "Nint")]
    public void A_schema_may_have_any_name(string name, string other) =>
        Compiled(SpecText.Document(
            $$$$$"""
            "/a": {"post": {"operationId": "a",
              "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/{{{{{name}}}}}"}}}},
              "responses": {"200": {"description": "", "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/{{{{{other}}}}}"} } } } } } }
            """,
            $$$$$"""
            "{{{{{other}}}}}": {"type": "object", "properties": {"{{{{{name}}}}}": {"type": "string"}}},
            "{{{{{name}}}}}": {"type": "object", "additionalProperties": {"type": "string"},
              "properties": {
                "value": {"type": "string", "enum": ["{{{{{name}}}}}", "{{{{{other}}}}}", "value"]}, "{{{{{name}}}}}": {"type": "string"}}}
            """));

    [Theory]
    [InlineData("class", "it is a keyword")]
    [InlineData("record", "C# reserves names that have only lowercase letters for new keywords (CS8981)")]
    [InlineData("shop", "C# reserves names that have only lowercase letters for new keywords (CS8981)")]
    [InlineData("Requests", "the class has a member of this name")]
    [InlineData("Typed", "the runtime has a namespace of this name")]
    [InlineData("not a name", "it is not a C# identifier: use only letters, digits and underscores, and no digit at the start")]
    public void A_class_name_that_cannot_be_used_is_reported_and_the_document_is_generated(string name, string reason)
    {
        var generation = Run(new SpecText("social.json", Social) { ClassName = name });

        generation.Diagnostics().ShouldBeEmpty();
        generation.Sources.Keys.ShouldHaveSingleItem().ShouldBe("SocialApi.Api.g.cs");
        var diagnostic = generation.Reported.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("RCP0036");
        diagnostic.Location.GetLineSpan().StartLinePosition.ShouldBe(new Microsoft.CodeAnalysis.Text.LinePosition(0, 0));
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(
            $"Expected a ClassName that is a C# class name; got '{name}', but {reason}. The class is named 'SocialApi': "
                + "choose another name");
    }

    [Fact]
    public void Class_names_that_differ_only_in_case_are_one_file()
    {
        var generation = Generation.Run(
            [new SpecText("a.json", Social) { ClassName = "SocialAPI" }, new SpecText("b.json", Social) { ClassName = "SocialApi" }]);

        generation.Reported.ShouldHaveSingleItem().Id.ShouldBe("RCP0035");
        generation.Sources.ShouldHaveSingleItem();
    }

    [Fact]
    public void Read_only_members_are_demanded_of_responses_only_and_write_only_members_of_requests_only()
    {
        const string Members = """
            "type": "object", "required": ["id", "name", "secret", "code", "kind", "any"], "properties": {
              "any": {"writeOnly": true},
              "id": {"type": "integer", "readOnly": true}, "name": {"type": "string"}, "kind": {"const": "k", "readOnly": true},
              "secret": {"type": "string", "writeOnly": true}, "code": {"$ref": "#/components/schemas/Code"}}
            """;
        static string Operation(string id, string request, string response) => $$$$$"""
            "/{{{{{id}}}}}": {"post": {"operationId": "{{{{{id}}}}}",
              "requestBody": {"required": true, "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/{{{{{request}}}}}"}}}},
              "responses": {"200": {"description": "", "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/{{{{{response}}}}}"} } } } } } }
            """;
        var generation = Generation.Run(
            [new SpecText("a.json", SpecText.Document(
                Operation("one", "Both", "Both") + "," + Operation("two", "Sent", "Got"),
                $$$$$"""
                "Both": { {{{{{Members}}}}} }, "Sent": { {{{{{Members}}}}} }, "Got": { {{{{{Members}}}}} },
                "Code": {"type": "integer", "writeOnly": true}
                """))],
            """
            using Recoup.Actions;
            class Program
            {
                static void Use(AApi.Both both, AApi.Got got)
                {
                    var request = new AApi.Both { Name = "n", Secret = "s", Code = 1, Any = default(System.Text.Json.JsonElement) };
                    long? id = request.Id; string? secret = both.Secret; long? code = both.Code;
                    var sent = new AApi.Sent { Name = "n", Secret = "s", Code = 1, Any = default(System.Text.Json.JsonElement) };
                    long gotId = got.Id;
                }
            }
            """);

        generation.Diagnostics().ShouldBeEmpty();
        var code = generation.Sources.Values.ShouldHaveSingleItem();
        ClassOf(code, "Sent").ShouldNotContain("\"id\"");
        ClassOf(code, "Sent").ShouldNotContain("\"kind\"");
        ClassOf(code, "Got").ShouldNotContain("\"secret\"");
        var write = ClassOf(code, "Both")[ClassOf(code, "Both").IndexOf("void __Write(", StringComparison.Ordinal)..];
        write.ShouldNotContain("\"id\"");
        write.ShouldContain("(this.Code ?? throw new global::System.ArgumentNullException(\"Code\"))");
    }

    [Theory]
    [InlineData("array", "items")]
    [InlineData("object", "additionalProperties")]
    public void Deeply_nested_lists_and_maps_compile_in_time_and_are_reported(string type, string keyword)
    {
        var schema = Enumerable.Range(0, 40).Aggregate(
            """{"type":"string"}""", (inner, _) => $$$$$"""{"type":"{{{{{type}}}}}","{{{{{keyword}}}}}":{{{{{inner}}}}} }""");
        var generation = Run(new SpecText("a.json", SpecText.Document($$$$$"""
            "/a": {"get": {"operationId": "a",
              "responses": {"200": {"description": "", "content": {"application/json": {"schema": {{{{{schema}}}}} } } } } } }
            """)));

        generation.Diagnostics().ShouldBeEmpty();
        generation.Reported.ShouldNotBeEmpty();
        generation.Reported.ShouldAllBe(diagnostic => diagnostic.Id == "RCP0030");
    }

    private static void Compiled(string document)
    {
        var generation = Run(new SpecText("x.json", document));
        generation.Diagnostics().ShouldBeEmpty(generation.Sources.Values.First());
        generation.Sources.Values.ShouldHaveSingleItem().ShouldContain("AAsync(");
    }

    private static string ClassOf(string code, string name)
    {
        var start = code.IndexOf($"sealed partial class {name}\n", StringComparison.Ordinal);
        var end = code.IndexOf("sealed partial class ", start + 1, StringComparison.Ordinal);
        return end < 0 ? code[start..] : code[start..end];
    }

    private static Generation Run(SpecText spec) => Generation.Run([spec]);

    private static GeneratorDriver Replace(GeneratorDriver driver, string json) =>
        driver.ReplaceAdditionalTexts([new SpecText("social.json", json)]);

    private static IncrementalStepRunReason Output(Generation generation) =>
        generation.Result.TrackedSteps["Recoup.Apis"].ShouldHaveSingleItem().Outputs.ShouldHaveSingleItem().Reason;

    private static string LineOf(Diagnostic diagnostic) => Shop.Split('\n')[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
}
