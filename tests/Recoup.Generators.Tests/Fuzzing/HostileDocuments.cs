using FsCheck;
using FsCheck.Fluent;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>Generates OpenAPI documents in which any name may be hostile and any value may be of the wrong type.</summary>
internal static class HostileDocuments
{
    /// <summary>The header of the only key that a document asks for.</summary>
    public const string KeyHeader = "x-fuzz-key";

    private static readonly string[] Versions = ["3.0.0", "3.0.3", "3.0.4", "3.1.0", "3.1.1", "3.0.", "3.1.x"];

    private static readonly string[] MediaTypes =
    [
        "application/json", "application/json; charset=utf-8", "application/problem+json", "APPLICATION/JSON", "text/plain", "image/png",
        "multipart/form-data", "*/*", "", "json", "application/json;", "\"",
    ];

    private static readonly string[] Statuses =
        ["200", "201", "204", "2XX", "400", "4XX", "default", "404", "999", "", "20", "x-a", "2xx", "OK"];

    // Any value may be one of these instead.
    private static readonly Gen<JsonText> Odd = Gen.Frequency((1, Gen.Constant(JsonText.Of("text"))), (16, Gen.Elements(
        "7", "true", "false", "null", "[]", "{}", "[[]]", "[null]", "1e999", """{"$ref":7}""", """{"a":1,"a":{"a":[]}}""",
        """{"":{}}""", """{"x-a":[]}""", """{"\ud800":"\udc00"}""", Nested(70), Nested(300)).Select(JsonText.Parse)));

    private static readonly Gen<JsonText> Prose = HostileTexts.Prose.Select(JsonText.Of);

    private static readonly Gen<JsonText> Flag = Gen.Elements(JsonText.True, JsonText.False);

    /// <summary>The documents.</summary>
    public static Gen<JsonText> All { get; } =
        from schemas in HostileTexts.Names.ArrayOf(4)
        from version in Gen.Frequency((60, Gen.Elements(Versions).Select(JsonText.Of)), (1, Odd))
        from title in Or(Prose)
        from paths in Path(schemas).ListOf().Resize(4)
        from components in Components(schemas)
        from rest in Some(
            ("servers", Or(Gen.Elements("[]", """[{"url":"/a"}]""", """[{"url":"https://a.example"},7]""", """[{"url":"\"*/"}]""")
                .Select(JsonText.Parse))),
            ("security", Security()),
            ("webhooks", Odd),
            ("tags", Odd),
            ("x-a", Odd))
        select (JsonText)JsonText.Object(
        [
            ("openapi", version),
            ("info", JsonText.Object(("title", title), ("version", JsonText.Of("1")))),
            ("paths", new JsonText.Map([.. paths])),
            ("components", components),
            .. rest,
        ]);

    /// <summary>Whether the generator has to generate a class for the document.</summary>
    public static bool IsOfKnownVersion(JsonText document) =>
        document is JsonText.Map map
        && !map.Members.Any(member => member.Name == "swagger")
        && map.Members.LastOrDefault(member => member.Name == "openapi").Value is JsonText.Text { Value: var version }
        && (version.StartsWith("3.0.", StringComparison.Ordinal) || version.StartsWith("3.1.", StringComparison.Ordinal));

    private static Gen<(string, JsonText)> Path(string[] schemas) =>
        from start in Gen.Frequency((20, Gen.Constant("/")), (1, Gen.Elements("", "x-", "//")))
        from name in HostileTexts.Names
        from place in HostileTexts.Names
        from hasPlace in Gen.Elements(true, false)
        from item in Or(Item(schemas, place))
        select (start + name + (hasPlace ? "/{" + place + "}" : ""), item);

    private static Gen<JsonText> Item(string[] schemas, string place) => Gen.Frequency(
        (8, from methods in Gen.SubListOf("get", "put", "post", "delete", "options", "head", "patch", "trace").Resize(3)
            from operations in Or(Operation(schemas, place)).ArrayOf(Math.Min(3, methods.Count))
            from rest in Some(
                ("parameters", Parameters(schemas, place)), ("servers", Odd), ("summary", Or(Prose)), ("GET", Odd), ("get", Odd))
            select (JsonText)new JsonText.Map([.. methods.Zip(operations), .. rest])),
        (1, Gen.Elements("#/components/pathItems/I", "#/components/pathItems/J", "#/paths/~1a", "#/nowhere", "other.json", "#")
            .Select(target => Reference(target))));

    private static Gen<JsonText> Operation(string[] schemas, string place) =>
        from members in Some(
            ("operationId", Or(HostileTexts.Names.Select(JsonText.Of))),
            ("operationId", Or(HostileTexts.Names.Select(JsonText.Of))),
            ("summary", Or(Prose)),
            ("description", Or(Prose)),
            ("deprecated", Or(Flag)),
            ("parameters", Or(Parameters(schemas, place))),
            ("parameters", Or(Parameters(schemas, place))),
            ("requestBody", Or(Body(schemas))),
            ("security", Or(Security())),
            ("callbacks", Odd),
            ("tags", Odd))
        from responses in Or(Responses(schemas))
        select (JsonText)JsonText.Object([("responses", responses), .. members]);

    private static Gen<JsonText> Parameters(string[] schemas, string place) =>
        from own in Or(Parameter(schemas)).ListOf().Resize(4)
        from hasPlace in Gen.Elements(true, true, false)
        from schema in HostileSchemas.Of(schemas, 0)
        select JsonText.Array(!hasPlace ? own : own.Append(JsonText.Object(
            ("name", JsonText.Of(place)), ("in", JsonText.Of("path")), ("required", JsonText.True), ("schema", schema))));

    private static Gen<JsonText> Parameter(string[] schemas) => Gen.Frequency(
        (8, from name in Or(HostileTexts.Names.Select(JsonText.Of))
            from place in Or(Gen.Elements("query", "header", "path", "cookie", "query", "header", "body", "").Select(JsonText.Of))
            from members in Some(
                ("required", Or(Flag)),
                ("description", Or(Prose)),
                ("style", Or(Gen.Elements("form", "simple", "deepObject", "pipeDelimited", "matrix", "label", "x").Select(JsonText.Of))),
                ("explode", Or(Flag)),
                ("schema", Or(HostileSchemas.Of(schemas, 1))),
                ("schema", Or(HostileSchemas.Of(schemas, 0))),
                ("content", Or(Content(schemas))),
                ("example", Odd))
            select (JsonText)JsonText.Object([("name", name), ("in", place), .. members])),
        (1, Gen.Constant((JsonText)JsonText.Object(
            ("name", JsonText.Of(KeyHeader)), ("in", JsonText.Of("header")), ("schema", JsonText.Parse("""{"type":"string"}"""))))),
        (2, Gen.Elements(
            "#/components/parameters/P", "#/components/parameters/Q", "#/components/parameters/R", "#/components/schemas/P", "#/nowhere",
            "", "#/paths/~1a/get/parameters/0", "#/components/parameters/P/name", "https://example.com/p.json#/P").Select(Reference)));

    private static Gen<JsonText> Body(string[] schemas) => Gen.Frequency(
        (6, from members in Some(("required", Or(Flag)), ("description", Or(Prose)), ("content", Or(Content(schemas))))
            from content in Content(schemas)
            select (JsonText)JsonText.Object([("content", content), .. members])),
        (1, Gen.Elements("#/components/requestBodies/B", "#/nowhere", "#/components/requestBodies/C").Select(Reference)));

    private static Gen<JsonText> Responses(string[] schemas) =>
        from responses in Gen.Elements(Statuses).SelectMany(_ => Or(Response(schemas)), (status, response) => (status, response))
            .ListOf().Resize(3)
        select (JsonText)new JsonText.Map([.. responses]);

    private static Gen<JsonText> Response(string[] schemas) => Gen.Frequency(
        (6, from description in Or(Prose)
            from members in Some(("content", Or(Content(schemas))), ("headers", Odd), ("links", Odd))
            select (JsonText)JsonText.Object([("description", description), .. members])),
        (1, Gen.Elements("#/components/responses/A", "#/nowhere").Select(Reference)));

    private static Gen<JsonText> Content(string[] schemas) =>
        from content in Gen.Frequency((6, Gen.Constant("application/json")), (3, Gen.Elements(MediaTypes))).SelectMany(
                _ => Or(Or(HostileSchemas.Of(schemas, 3)).Select(schema => (JsonText)JsonText.Object(("schema", schema)))),
                (type, value) => (type, value))
            .ListOf().Resize(2)
        select (JsonText)new JsonText.Map([.. content]);

    private static Gen<JsonText> Security() =>
        from names in Gen.Elements("k", "b", "q", "o", "none", "\"*/").ListOf().Resize(2)
        from scopes in Or(Gen.Constant(JsonText.Array([])))
        select JsonText.Array(names.Select(name => (JsonText)JsonText.Object((name, scopes))));

    private static Gen<JsonText> Components(string[] schemas) =>
        from shared in HostileSchemas.Component(schemas).ArrayOf(schemas.Length)
        from parameter in Parameter(schemas)
        from item in Item(schemas, "id")
        from body in Body(schemas)
        from response in Or(Response(schemas))
        from key in Or(Gen.Constant(JsonText.Parse($$"""{"type":"apiKey","in":"header","name":"{{KeyHeader}}"}""")))
        select (JsonText)JsonText.Object(
            ("schemas", new JsonText.Map([.. schemas.Zip(shared)])),
            ("parameters", JsonText.Object(
                ("P", parameter), ("Q", Reference("#/components/parameters/R")), ("R", Reference("#/components/parameters/Q")))),
            ("pathItems", JsonText.Object(("I", item), ("J", Reference("#/components/pathItems/J")))),
            ("requestBodies", JsonText.Object(("B", body), ("C", Reference("#/components/requestBodies/B")))),
            ("responses", JsonText.Object(("A", response))),
            ("securitySchemes", JsonText.Object(
                ("k", key),
                ("b", JsonText.Parse("""{"type":"http","scheme":"Bearer"}""")),
                ("q", JsonText.Parse("""{"type":"apiKey","in":"query","name":"q"}""")),
                ("o", JsonText.Parse("""{"type":"oauth2","flows":7}""")))));

    private static JsonText Reference(string target) => JsonText.Object(("$ref", JsonText.Of(target)));

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static Gen<JsonText> Or(Gen<JsonText> value) => Gen.Frequency((40, value), (1, Odd));

    // Each member is in about a third of the objects.
    private static Gen<List<(string Name, JsonText Value)>> Some(params (string Name, Gen<JsonText> Value)[] members) =>
        members.Aggregate(
            Gen.Constant(new List<(string Name, JsonText Value)>()),
            (all, member) =>
                from list in all
                from drawn in Gen.Choose(0, 2)
                from values in member.Value.ArrayOf(drawn == 0 ? 1 : 0)
                select (List<(string Name, JsonText Value)>)[.. list, .. values.Select(value => (member.Name, value))]);
}
