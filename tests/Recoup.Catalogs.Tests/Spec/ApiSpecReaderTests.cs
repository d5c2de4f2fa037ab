using Recoup.Catalogs.Spec;

namespace Recoup.Catalogs.Tests.Spec;

public sealed class ApiSpecReaderTests
{
    [Fact]
    public void The_documented_operations_are_read_with_everything_they_say()
    {
        var spec = ApiSpec.Load(TestData.Spec);

        spec.Server.ShouldBe("https://api.recoupable.dev");
        spec.Operations.Select(operation => $"{operation.Id} {operation.Method} {operation.Path}").ShouldBe(
        [
            "listConnectors GET /api/connectors",
            "authorizeConnector POST /api/connectors",
            "disconnectConnector DELETE /api/connectors",
            "listConnectorActions GET /api/connectors/actions",
            "executeConnectorAction POST /api/connectors/actions",
            "uploadConnectorFile POST /api/connectors/files",
        ]);

        var list = spec.Operations[3];
        var account = list.Parameters.ShouldHaveSingleItem();
        (account.Name, account.Place, account.IsRequired).ShouldBe(("account_id", ApiParameterPlace.Query, false));
        account.Schema["format"].AsString().ShouldBe("uuid");
        list.Body.ShouldBeNull();
        list.Responses.Select(response => response.Status).ShouldBe(["200", "400", "401", "403"]);
        list.Security.Select(security => security.Schemes.ShouldHaveSingleItem()).ShouldBe(
        [
            new ApiSecurityScheme("apiKeyAuth", ApiSecurityKind.HeaderKey, "x-api-key"),
            new ApiSecurityScheme("bearerAuth", ApiSecurityKind.BearerToken, "Authorization"),
        ]);

        var execute = spec.Operations[4];
        execute.Body.ShouldNotBeNull().IsRequired.ShouldBeTrue();
        execute.Body.Schema["$ref"].AsString().ShouldBe("#/components/schemas/ExecuteConnectorActionRequest");
        execute.Responses.Select(response => response.Status).ShouldBe(["200", "400", "401", "403", "404", "409", "502"]);
        execute.Responses[0].Schema["$ref"].AsString().ShouldBe("#/components/schemas/ExecuteConnectorActionResponse");
    }

    [Fact]
    public void A_parameter_that_is_defined_twice_is_reported_beside_another_problem_of_it()
    {
        var reading = Read("""
            {"/a":{"parameters":[{"name":"a","in":"query"},{"name":"a","in":"query","schema":{"$ref":"#/x"},"schema":{}}],
              "get":{"operationId":"g","responses":{"200":{"description":"ok"}}},
              "put":{"operationId":"p","responses":{"200":{"description":"ok"}}}}}
            """, "");

        reading.Problems.Select(problem => problem.Message[(problem.Message.IndexOf(" at ", StringComparison.Ordinal) + 4)..]).ShouldBe(
        [
            "/paths/~1a/parameters/1: the parameter 'a' is defined twice. A part that cannot be read is ignored",
            "/paths/~1a/parameters/1/schema: the name occurs again below, and the last one counts. A part that cannot be read is ignored",
        ]);
    }

    [Fact]
    public void A_header_in_another_case_is_the_same_parameter()
    {
        var reading = Read("""
            {"/a":{"parameters":[{"name":"X-Trace","in":"header","schema":{"type":"integer"}}],
              "get":{"operationId":"g","parameters":[{"name":"x-trace","in":"header","schema":{"type":"string"}},
                {"name":"X-TRACE","in":"header"},{"name":"X-Trace","in":"query"}],"responses":{"200":{"description":"ok"}}}}}
            """, "");

        reading.Problems.ShouldHaveSingleItem().Message.ShouldContain("the parameter 'X-TRACE' is defined twice");
        reading.Spec.Operations.ShouldHaveSingleItem().Parameters.Select(parameter => $"{parameter.Name} {parameter.Place}")
            .ShouldBe(["x-trace Header", "X-Trace Query"]);
    }

    [Fact]
    public void A_parameter_with_content_has_its_media_type_and_schema()
    {
        var parameter = Read("""
            {"/a":{"get":{"operationId":"g","parameters":[
                {"name":"p","in":"query","content":{"application/json":{"schema":{"type":"integer"}}}}],
              "responses":{"200":{"description":"ok"}}}}}
            """, "").Spec.Operations.ShouldHaveSingleItem().Parameters.ShouldHaveSingleItem();

        (parameter.MediaType, parameter.Schema["type"].AsString()).ShouldBe(("application/json", "integer"));
    }

    [Fact]
    public void References_are_followed_and_parameters_of_the_path_count_for_each_operation()
    {
        var reading = Read("""
            {"/a/{x}":{"parameters":[{"$ref":"#/components/parameters/P"},{"name":"q","in":"query","schema":{"type":"string"}}],
              "get":{"operationId":"g","parameters":[{"name":"q","in":"query","required":true,"schema":{"type":"integer"}}],
                "requestBody":{"$ref":"#/components/requestBodies/B"},"responses":{"200":{"$ref":"#/components/responses/R"}},
                "security":[]}}}
            """, """
            "parameters":{"P":{"name":"x","in":"path","required":true,"schema":{"type":"string"}}},
            "requestBodies":{"B":{"required":true,"content":{"text/plain":{},
            "application/merge-patch+json; charset=utf-8":{"schema":{"type":"array"}}}}},
            "responses":{"R":{"description":"ok","content":{"application/json":{"schema":{"type":"boolean"}}}}}
            """);

        reading.Problems.ShouldBeEmpty();
        var operation = reading.Spec.Operations.ShouldHaveSingleItem();
        operation.Parameters.Select(parameter =>
            $"{parameter.Name} {parameter.Place} {parameter.IsRequired} {parameter.Schema["type"].AsString()}")
            .ShouldBe(["q Query True integer", "x Path True string"]);
        operation.Body!.Schema["type"].AsString().ShouldBe("array");
        operation.Responses.ShouldHaveSingleItem().Schema["type"].AsString().ShouldBe("boolean");
        operation.Security.ShouldBeEmpty();
    }

    [Fact]
    public void Security_of_the_document_counts_where_an_operation_has_none_of_its_own()
    {
        var reading = ApiSpecReader.Read("""
            {"openapi":"3.0.3","info":{"title":"t","version":"1"},"security":[{"k":[]},{"o":[]},{"q":[]},{}],
             "paths":{"/a":{"get":{"operationId":"a","responses":{"204":{"description":"done"}}}}},
             "components":{"securitySchemes":{"k":{"type":"apiKey","in":"header","name":"x-k"},"q":{"type":"apiKey","in":"query",
             "name":"k"},
               "o":{"type":"oauth2","flows":{}}}}}
            """);

        reading.Spec.Operations.ShouldHaveSingleItem().Security.Select(security =>
            string.Join("+", security.Schemes.Select(scheme => scheme.Kind)))
            .ShouldBe(["HeaderKey", "BearerToken", "Other", ""]);
    }

    public static TheoryData<string, string, int, int> BadDocuments => new()
    {
        { "", "RCP0010", 1, 1 },
        { "openapi: 3.1.0", "RCP0010", 1, 1 },
        { "{\"openapi\":\"3.1.0\",\n\"paths\":{", "RCP0010", 2, 10 },
        { "[]", "RCP0011", 1, 1 },
        { "7", "RCP0011", 1, 1 },
        { "{}", "RCP0011", 1, 1 },
        { "{\n \"openapi\": \"9.9.9\"}", "RCP0011", 2, 13 },
        { "{\n \"openapi\": 3.1}", "RCP0011", 2, 13 },
        { """{"swagger":"2.0","info":{"title":"a","version":"1"},"paths":{}}""", "RCP0011", 1, 1 },
        { Document("[]"), "RCP0012", 2, 9 },
        { Document("{\"/a\":{\n\"get\":7}}"), "RCP0012", 3, 7 },
        {
            Document(
                "{\"/a\":{\n\"get\":{\"operationId\":\"a\",\"parameters\":[{\"$ref\":\"#/components/parameters/No\"}],"
                    + "\"responses\":{\"200\":{\"description\":\"\"}}}}}"),
            "RCP0013",
            3,
            40
        },
        {
            Document(
                "{\"/a\":{\n\"get\":{\"operationId\":\"a\",\"parameters\":[{\"$ref\":\"http://evil.example/x.json#/p\"}],"
                    + "\"responses\":{\"200\":{\"description\":\"\"}}}}}"),
            "RCP0013",
            3,
            40
        },
        { Document("{\"/a\":{\n\"get\":{\"responses\":{\"200\":{\"description\":\"\"}}}}}"), "RCP0014", 3, 7 },
        {
            Document(
                "{\"/a\":{\"get\":{\"operationId\":\"a\",\"responses\":{\"200\":{\"description\":\"\"}}},\n\"put\":{\"operationId\":\"a\","
                    + "\"responses\":{\"200\":{\"description\":\"\"}}}}}"),
            "RCP0015",
            3,
            22
        },
    };

    [Theory]
    [MemberData(nameof(BadDocuments))]
    public void Bad_input_gives_one_problem_at_its_place(string json, string id, int line, int column)
    {
        var problem = ApiSpecReader.Read(json, "my.json").Problems.ShouldHaveSingleItem();

        problem.Descriptor.Id.ShouldBe(id, problem.ToString());
        problem.Path.ShouldBe("my.json");
        (problem.Range!.Value.Start.Line, problem.Range.Value.Start.Column).ShouldBe((line, column), problem.ToString());
    }

    [Fact]
    public void Operations_that_are_read_survive_one_that_is_not()
    {
        var reading = Read("""{"/a":{"get":7,"put":{"operationId":"p","responses":{"200":{"description":""}}}}}""");

        reading.Spec.Operations.ShouldHaveSingleItem().Id.ShouldBe("p");
        reading.Problems.ShouldHaveSingleItem().Descriptor.Id.ShouldBe("RCP0012");
    }

    public static TheoryData<string, string, string, int, int> OddPlaces => new()
    {
        // Where, the member of the operation, the problem and its place, which is empty if nothing is lost.
        { "a boolean schema", Body("""{"type":"object","properties":{"a":true}}"""), "", 0, 0 },
        { "a boolean schema in a composition", Body("""{"allOf":[false,{"not":true}],"items":true}"""), "", 0, 0 },
        { "a schema of 70 levels", Body(Nested(70)), "", 0, 0 },
        { "a schema of 300 levels", "\"x-a\":0,\n" + Body(Nested(300)), "RCP0016", 5, 1799 },
        {
            "a circular reference of schemas",
            Body("""{"$ref":"#/paths/~1a/get/requestBody/content/application~1json/schema"}"""),
            "",
            0,
            0
        },
        { "half a surrogate pair", "\"summary\":\"\\ud800\"", "", 0, 0 },
        { "a text that is null", "\"description\":null", "", 0, 0 },
        { "a security scheme with an odd name", "\"security\":[{\"*/ \\u2028\":[]}]", "", 0, 0 },
        { "a schema of another type", Body("7"), "RCP0012", 4, 56 },
        { "parameters of another type", "\n\"parameters\":7", "RCP0012", 4, 14 },
        { "a parameter of another type", "\n\"parameters\":[7]", "RCP0012", 4, 15 },
        { "a parameter without a name", "\n\"parameters\":[{\"in\":\"query\"}]", "RCP0012", 4, 15 },
        { "a parameter without a place", "\n\"parameters\":[{\"name\":\"a\"}]", "RCP0012", 4, 15 },
        { "a parameter in the body", "\n\"parameters\":[{\"name\":\"a\",\"in\":\"body\"}]", "RCP0012", 4, 15 },
        {
            "a repeated parameter",
            "\"parameters\":[{\"name\":\"a\",\"in\":\"query\"},\n{\"name\":\"a\",\"in\":\"query\"}]",
            "RCP0012",
            5,
            1
        },
        { "a body of another type", "\n\"requestBody\":[]", "RCP0012", 4, 15 },
        { "a flag of another type", "\n\"deprecated\":\"yes\"", "RCP0012", 4, 14 },
        { "security of another type", "\n\"security\":\"none\"", "RCP0012", 4, 12 },
        { "a security scheme without a name", "\n\"security\":[{\"\":[]}]", "RCP0012", 4, 17 },
        { "a member that operations do not have", "\n\"parameter\":[]", "RCP0012", 4, 13 },
        { "a repeated member", "\n\"summary\":\"a\",\"summary\":\"b\"", "RCP0012", 4, 11 },
        { "a reference to itself", "\n\"parameters\":[{\"$ref\":\"#/paths/~1a/get/parameters/0\"}]", "RCP0013", 4, 15 },
    };

    [Theory]
    [MemberData(nameof(OddPlaces))]
    public void One_odd_place_loses_nothing_but_itself(string what, string member, string id, int line, int column)
    {
        var reading = Read("{\"/a\":{\n\"get\":{\"operationId\":\"a\",\"responses\":{\"200\":{\"description\":\"\"}},\n" + member
            + "},\"put\":{\"operationId\":\"b\",\"responses\":{\"200\":{\"description\":\"\"}}}},\n"
            + "\"/c\":{\"get\":{\"operationId\":\"c\",\"responses\":{\"200\":{\"description\":\"\"}}}}}");

        reading.Spec.Operations.Select(operation => operation.Id).ShouldBe(["a", "b", "c"], what);
        reading.Problems.Select(problem => $"{problem.Descriptor.Id}{problem.Range}")
            .ShouldBe(id.Length == 0 ? [] : [$"{id}({line + (member[0] == '\n' ? 1 : 0)},{column})"], what);
    }

    [Theory]
    [InlineData("a path item of another type", "7", "/b: expected a path item")]
    [InlineData("an operation of another type", """{"get":[]}""", "/b/get: expected an operation, an object, got an array")]
    [InlineData("a repeated method", """{"get":{"responses":{}},"get":7}""", "/b/get: the name occurs again")]
    [InlineData("a path item that refers to itself", """{"$ref":"#/paths/~1b"}""", "/b refers to '#/paths/~1b'")]
    [InlineData(
        "path items that refer to each other",
        """{"$ref":"#/components/pathItems/A"}""", "/b refers to '#/components/pathItems/A'")]
    [InlineData(
        "a method beside a reference",
        """{"$ref":"#/paths/~1a","get":{"responses":{}}}""", "/b/get: the '$ref' beside it replaces it")]
    [InlineData(
        "a status that is none",
        """{"get":{"operationId":"b","responses":{"":{"description":""}}}}""", "responses/: expected a status")]
    [InlineData("a response of another type", """{"get":{"operationId":"b","responses":{"200":7}}}""", "/200: expected a response")]
    public void A_part_that_is_lost_is_named(string what, string item, string message)
    {
        var reading = Read(
            """{"/a":{"get":{"operationId":"a","responses":{"200":{"description":""}}}},"/b":ITEM}"""
                .Replace("ITEM", item, StringComparison.Ordinal),
            """ "pathItems":{"A":{"$ref":"#/components/pathItems/B"},"B":{"$ref":"#/components/pathItems/A"}} """);

        reading.Spec.Operations.ShouldContain(operation => operation.Id == "a", what);
        reading.Problems.ShouldContain(problem => problem.Message.Replace("/paths/~1b", "/b", StringComparison.Ordinal)
            .Contains(message.Replace("/paths/~1b", "/b", StringComparison.Ordinal), StringComparison.Ordinal),
            what + ": " + string.Join("; ", reading.Problems));
        reading.Problems.ShouldAllBe(problem => problem.Range != null);
    }

    [Theory]
    [InlineData("#/paths/~1a/get/parameters/0")]
    [InlineData("#/components/schemas/p")]
    [InlineData("#/components/parameters/a%20b")]
    public void A_reference_may_lead_to_any_place_of_the_document(string reference) =>
        Read(
            """
            {"/a":{"get":{"operationId":"a","parameters":[{"name":"x","in":"query"}],"responses":{"200":{"description":""}}}},
             "/b":{"get":{"operationId":"b","parameters":[{"$ref":"REFERENCE"}],"responses":{"200":{"description":""}}}}}
            """.Replace("REFERENCE", reference, StringComparison.Ordinal),
            """ "schemas":{"p":{"name":"x","in":"query"}},"parameters":{"a b":{"$ref":"#/components/schemas/p"}} """)
            .Spec.Operations[1].Parameters.ShouldHaveSingleItem().Name.ShouldBe("x");

    [Fact]
    public void Operations_without_a_name_or_with_a_name_used_twice_are_all_kept()
    {
        const string Operation = """{"operationId":"same","responses":{"200":{"description":""}}}""";
        var reading = Read(
            $$$$$$"""{"/a":{"get":{{{{{{Operation}}}}}},"put":{{{{{{Operation}}}}}},"post":{{{{{{Operation}}}}}}},"""
            + "\"/b\":{\"get\":{\"responses\":{\"200\":{\"description\":\"\"}}}}}");

        reading.Spec.Operations.Select(operation => operation.Id).ShouldBe(["same", "put /a", "post /a", "get /b"]);
    }

    [Theory]
    [InlineData(
        """{"/a":{"get":{"parameters":[{"$ref":"#/components/parameters/P"}],"responses":{"200":{"description":""}}}}}""",
        """ "parameters":{"P":{"$ref":"#/components/parameters/P"}} """)]
    [InlineData(
        """{"/a":{"get":{"parameters":[{"$ref":"#/components/parameters/P"}]}}}""",
        """ "parameters":{"P":{"$ref":"#/components/parameters/Q"},"Q":{"$ref":"#/components/parameters/P"}} """)]
    [InlineData("""{"/a":{"$ref":"#/paths/~1a"}}""", "")]
    [InlineData("""{"/a":{"get":{"requestBody":{"$ref":"#"},"responses":{"200":{"$ref":"#/x"}},"security":[7]}}}""", "")]
    [InlineData(
        """{"/a":{"get":{"requestBody":[],"responses":{"2\u0000":{"content":{"application/json":7}}},"tags":{},"callbacks":["""
            + """],"servers":"x"}}}""",
        "")]
    public void Nothing_makes_the_reader_throw(string paths, string components) =>
        Should.NotThrow(() => Read(paths, components));

    [Fact]
    public void A_document_that_cannot_be_used_is_thrown_with_its_place_when_loaded_for_use() =>
        Should.Throw<CatalogException>(() => ApiSpec.Parse("{}")).Message
            .ShouldBe(
                "(1,1): error RCP0011: Expected an OpenAPI document, an object whose 'openapi' is \"3.0.x\" or \"3.1.x\"; got an object "
                    + "without 'openapi'");

    [Fact]
    public void Specs_are_equal_when_their_texts_are()
    {
        var json = File.ReadAllText(TestData.Spec);

        ApiSpec.Parse(json).ShouldBe(ApiSpec.Parse(json));
        ApiSpec.Parse(json).ShouldNotBe(ApiSpec.Parse(json.Replace("listConnectors", "list", StringComparison.Ordinal)));
    }

    private static string Body(string schema) => "\"requestBody\":{\"content\":{\"application/json\":{\"schema\":" + schema + "}}}";

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("{\"not\":", levels)) + "{\"a\":1}" + new string('}', levels);

    /// <summary>What an outline leaves out is missing in it, which is no second problem.</summary>
    [Theory]
    [InlineData(
        "a shared path with a reference to nothing",
        """{"/c":{"get":{"operationId":"c","responses":{"200":{"$ref":"#/nothing"}}}},"/b":{"$ref":"#/paths/~1c"}}""",
        "RCP0013", "RCP0015")]
    [InlineData(
        "a shared path with an unknown member and a parameter without a name",
        """{"/c":{"x":1,"get":{"parameters":[{"in":"query"}],"operationId":"c","responses":{"204":{"description":""}}}},"""
            + """ "/b":{"$ref":"#/paths/~1c"},"/d":{"$ref":"#/paths/~1c"}}""",
        "RCP0012", "RCP0012", "RCP0015", "RCP0015")]
    [InlineData("only a response that is no object", """{"/c":{"get":{"operationId":"c","responses":{"200":7}}}}""", "RCP0012")]
    [InlineData("only a status that is none", """{"/c":{"get":{"operationId":"c","responses":{"x":{"description":""}}}}}""", "RCP0012")]
    [InlineData("responses that are no object", """{"/c":{"get":{"operationId":"c","responses":[]}}}""", "RCP0012")]
    [InlineData("a description that is no text", """{"/c":{"get":{"operationId":"c","responses":{"200":{"description":7}}}}}""", "RCP0012")]
    [InlineData("no response at all", """{"/c":{"get":{"operationId":"c","responses":{}}}}""", "RCP0012")]
    [InlineData(
        "a path parameter that is nowhere",
        """{"/c/{id}":{"get":{"operationId":"c","parameters":[{"$ref":"#/nothing"}],"responses":{"204":{"description":""}}}}}""",
        "RCP0013")]
    public void A_part_that_is_left_out_is_reported_once(string what, string paths, params string[] ids) =>
        Read(paths, "").Problems.Select(problem => problem.Descriptor.Id).Order(StringComparer.Ordinal).ToArray()
            .ShouldBe(ids, customMessage: what);

    [Fact]
    public void A_status_is_known_also_if_its_response_is_reported()
    {
        var operation = Read("""
            {"/c":{"get":{"operationId":"c","responses":{"200":{"$ref":"#/nothing"},"default":{"description":"Any."}}}}}
            """, "").Spec.Operations.ShouldHaveSingleItem();

        operation.Responses.Select(response => response.Status).ShouldBe(["200", "default"]);
    }

    private static ApiSpecReading Read(string paths, string components = "") => ApiSpecReader.Read(Document(paths, components));

    private static string Document(string paths, string components = "") =>
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\n\"paths\":" + paths + ",\"components\":{" + components
            + "}}";
}
