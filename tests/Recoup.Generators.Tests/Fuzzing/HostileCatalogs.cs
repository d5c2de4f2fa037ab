using FsCheck;
using FsCheck.Fluent;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>Generates catalogs of one to four actions, in which any text and any keyword may be hostile.</summary>
internal static class HostileCatalogs
{
    private static readonly string[] Connectors =
    [
        "acme", "google", "google_classroom", "github", "composio", "2chat", "okta-mcp-server", "remove_bg", "REMOVE_BG", "", " ", "_", "-",
         "class", "système", "名前", "a\u0301",
        "con", "*/", "\"", "System", "Recoup", "recoup", "Fuzz", "acme\u2028", "\ud800", "Equals", "string",
    ];

    private static readonly string[] Formats =
    [
        "date-time", "date", "time", "uuid", "byte", "binary", "email", "uri", "path", "*/", "\u2028", "\"", "int32", "float", "",
    ];

    private static readonly string[] Patterns =
    [
        "^a+$", "^\\d{3}$", "\\p{L}", "^[^\"]*$", "^(a|b)*$", "\\U0001F300", "\\u{1F600}", "(?<n>a)\\k<n>", "(", "[", "*", "\"\"\"", "\n",
         "\u2028", "^\\/\\*", "\\", "{{", "(a+)+$", "^$",
    ];

    private static readonly string[] Numbers =
    [
        "0",
        "1",
        "-1",
        "5",
        "1.5",
        "-0",
        "1e400",
        "1E-400",
        "68719476735",
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "0.1",
        "1e2",
        "12345678901234567890123",
        "-0.0",
        "2147483648",
    ];

    private static readonly string[] References =
    [
        "#", "#/", "#/$defs/a", "#/$defs/b", "#/$defs/c", "#/definitions/a", "#/properties/x", "#/$defs/none", "#/$defs/a/properties/next",
         "https://example.com/schema.json", "http://json-schema.org/draft-07/schema#",
        "other.json#/x", "#anchor", "", "#/%2A~1", "#/%", "%", "#/$defs/~2", "\u2028", "*/", "\"",
    ];

    private static readonly Gen<JsonText> AnyJson = Gen.Frequency(
        (4, HostileTexts.Prose.Select(JsonText.Of)),
        (2, Gen.Elements(Numbers).Select(JsonText.Parse)),
        (2, Gen.Elements([
            "true", "false", "null", "[]", "{}", "[1,\"*/\",null]", "{\"a\":{\"\\u2028\":[]}}", "\"\\ud800\"", "{\"\\udc00\":1}"
        ]).Select(JsonText.Parse)));

    // Any keyword may be beside a type, and its value may be wrong.
    private static readonly Gen<(string Name, JsonText Value)> Annotation = Gen.Frequency(
        (8, Member("description", HostileTexts.Prose)),
        (3, Member("title", HostileTexts.Prose)),
        (5, AnyJson.Select(value => ("default", value))),
        (2, Gen.Constant(("default", JsonText.Null))),
        (3, AnyJson.ArrayOf(2).Select(values => ("examples", JsonText.Array(values)))),
        (3, Gen.Elements(["true", "false", "\"*/\""]).Select(value => ("nullable", JsonText.Parse(value)))),
        (2, Gen.Elements(["true", "false", "\"*/\""]).Select(value => ("deprecated", JsonText.Parse(value)))),
        (1, HostileTexts.Names.SelectMany(_ => AnyJson, (name, value) => (name, value))));

    private static readonly Gen<JsonText> Text =
        from format in Maybe(Member("format", Gen.Elements(Formats)))
        from pattern in Seldom(Member("pattern", Gen.Elements(Patterns)))
        from least in Seldom(Bound("minLength"))
        from most in Seldom(Bound("maxLength"))
        from file in Seldom(Gen.Constant(("file_uploadable", JsonText.True)))
        from annotations in Annotations()
        select (JsonText)Typed("string").With([.. format, .. pattern, .. least, .. most, .. file, .. annotations]);

    private static readonly Gen<JsonText> Number =
        from type in Gen.Elements(["integer", "number"])
        from bounds in Gen.OneOf(new[] { "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" }.Select(Bound))
            .ArrayOf(2)
        from draft4 in Seldom(Gen.Constant(("exclusiveMinimum", JsonText.True)))
        from annotations in Annotations()
        from isBound in Gen.Choose(0, 2)
        select (JsonText)Typed(type).With([.. isBound == 0 ? bounds : [], .. draft4, .. annotations]);

    private static readonly Gen<JsonText> Enum =
        from values in Gen.Frequency((6, HostileTexts.Names.Select(JsonText.Of)), (1, AnyJson)).ListOf().Resize(5)
        from isTyped in Gen.Elements([true, false])
        from annotations in Annotations()
        select (JsonText)JsonText.Object(("enum", JsonText.Array(values)))
            .With([.. isTyped ? Typed("string").Members : [], .. annotations]);

    private static readonly Gen<JsonText> Constant =
        from value in AnyJson
        from annotations in Annotations()
        select (JsonText)JsonText.Object(("const", value)).With(annotations);

    private static readonly Gen<JsonText> Reference =
        from target in Gen.Elements(References)
        from annotations in Annotations()
        select (JsonText)JsonText.Object(("$ref", JsonText.Of(target))).With(annotations);

    private static readonly Gen<JsonText> Odd = Gen.Elements(
        "{}", "true", "false", "null", "7", "\"string\"", "[]", """{"type":"any"}""", """{"type":"dict"}""", """{"type":[]}""",
         """{"type":["string",7]}""", """{"type":"null"}""", """{"type":"*/"}""",
        """{"type":"file"}""", """{"properties":7}""",
         """{"type":"object","properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":{"type":"string"}}}""",
        """{"type":"array","items":[{"type":"string"},{"type":"integer"}]}""",
         """{"type":"array","prefixItems":[{"type":"string"}],"items":false}""", """{"not":{}}""",
        """{"type":"object","patternProperties":{"^x-":{"type":"integer"}}}""", """{"type":"object","propertyNames":{"pattern":"^a"}}""",
         """{"if":{"type":"string"},"then":{}}""",
        """{"anyOf":[]}""", """{"anyOf":7}""", """{"allOf":[]}""", """{"allOf":[{}]}""", """{"oneOf":[{}]}""", """{"$dynamicRef":"#a"}""",
         """{"enum":[]}""", """{"enum":7}""", """{"enum":[null]}""",
        """{"type":"string","type":"integer"}""", """{"contentEncoding":"base64","type":"string"}""").Select(JsonText.Parse);

    /// <summary>The catalogs.</summary>
    public static Gen<JsonText> All { get; } =
        from connectors in Gen.OneOf(Gen.Elements(Connectors), HostileTexts.Names).ArrayOf(2)
        from actions in Gen.Elements([1, 1, 1, 1, 1, 2, 2, 2, 3, 4]).SelectMany(count => Action(connectors).ArrayOf(count))
        select (JsonText)JsonText.Object(("success", JsonText.True), ("actions", JsonText.Array(actions)));

    private static Gen<JsonText> Action(string[] connectors) =>
        from connector in Gen.Elements(connectors)
        from said in Gen.Frequency((8, Gen.Constant(connector)), (1, Gen.Elements(Connectors)))
        from name in Gen.Frequency(
            (3, Gen.Elements(["DO", "DO_IT", "FETCH", "do", "DO-IT", "Do", "ACME", "2", ""])), (4, HostileTexts.Names))
        from separator in Gen.Frequency((6, Gen.Constant("_")), (1, Gen.Elements(["", "-", ".", "__"])))
        from shouts in Gen.Elements([true, false])
        from title in HostileTexts.Prose
        from description in HostileTexts.Prose
        from parameters in Gen.Frequency((12, Parameters()), (1, Odd))
        from output in Output()
        select (JsonText)JsonText.Object(
            ("slug", JsonText.Of((shouts ? connector.ToUpperInvariant() : connector) + separator + name)),
            ("name", JsonText.Of(title)),
            ("description", JsonText.Of(description)),
            ("parameters", parameters),
            ("connectorSlug", JsonText.Of(said)),
            ("isConnected", JsonText.True)).With(output.Select(schema => ("outputParameters", schema)));

    // Half of the results are in the envelope of the server.
    private static Gen<JsonText[]> Output() =>
        from schema in Gen.Frequency((8, Parameters()), (2, Schema(2)), (1, Odd))
        from isThere in Gen.Choose(0, 2)
        from hasEnvelope in Gen.Elements([true, false])
        select isThere == 0 ? [] : new[] { hasEnvelope ? Envelope(schema) : schema };

    // References of the payload point into the document around it.
    private static JsonText.Map Envelope(JsonText payload)
    {
        (string, JsonText)[] definitions =
            payload is JsonText.Map map ? [.. map.Members.Where(member => member.Name == "$defs").Take(1)] : [];
        return Typed("object").With(
        [
            ("properties", JsonText.Object(
                ("data", payload), ("error", JsonText.Parse("""{"type":["string","null"]}""")), ("successful", Typed("boolean")))),
            .. definitions,
        ]);
    }

    private static Gen<JsonText> Parameters() =>
        from schema in Gen.Frequency((3, Class(1)), (1, Class(2)))
        from a in Schema(1)
        from b in Schema(1)
        from next in Schema(0)
        from hasDefinitions in Gen.Choose(0, 2)
        select (JsonText)(hasDefinitions > 0 ? schema : schema.With(
        [
            ("$defs", JsonText.Object(
                ("a", JsonText.Object(
                    ("type", JsonText.Of("object")),
                    ("properties", JsonText.Object(("next", JsonText.Parse("""{"$ref":"#/$defs/a"}""")), ("b", b), ("end", next))))),
                ("b", a),
                ("c", JsonText.Parse(
                    """{"anyOf":[{"$ref":"#/$defs/a"},{"type":"array","items":{"$ref":"#/$defs/c"}},{"$ref":"#/$defs/b"}]}""")))),
        ]));

    private static Gen<JsonText> Schema(int depth)
    {
        var leaves = new[]
        {
            (10, Text),
            (6, Number),
            (4, Gen.Constant<JsonText>(Typed("boolean"))),
            (7, Enum),
            (3, Constant),
            (4, Reference),
            (4, Odd),
        };
        return depth == 0 ? Gen.Frequency(leaves) : Gen.Frequency(
        [
            .. leaves,
            (6, Class(depth - 1).Select(schema => (JsonText)schema)),
            (5, List(depth - 1)),
            (3, Map(depth - 1)),
            (6, Union(depth - 1)),
            (2, Both(depth - 1)),
            (3, TypeList(depth - 1)),
        ]);
    }

    private static Gen<JsonText.Map> Class(int depth) =>
        from properties in HostileTexts.Names.SelectMany(_ => Schema(depth), (name, value) => (name, value)).ListOf().Resize(5)
        from required in Gen.SubListOf(properties.Select(property => property.name))
        from others in Seldom(HostileTexts.Names)
        from additional in Gen.Frequency((4, Gen.Constant(JsonText.False)), (2, Gen.Constant(JsonText.True)), (2, Schema(0)))
        from isClosed in Gen.Elements([true, false])
        from choice in Seldom(Choice())
        from annotations in Annotations()
        select Typed("object").With(
        [
            ("properties", new JsonText.Map([.. properties])),
            .. choice,
            ("required", JsonText.Array(required.Concat(others).Concat(required.Take(1)).Select(JsonText.Of))),
            .. isClosed ? new[] { ("additionalProperties", additional) } : [],
            .. annotations,
        ]);

    // Alternatives of an object, some of which describe members, and some of which describe something else.
    private static Gen<(string Name, JsonText Value)> Choice() =>
        from keyword in Gen.Elements(["anyOf", "oneOf", "allOf", "dependentSchemas", "if"])
        from branches in Alternative().ArrayOf(3)
        select (keyword, keyword switch
        {
            "dependentSchemas" => JsonText.Object(("a", branches[0]), ("*/", branches[1])),
            "if" => branches[0],
            _ => JsonText.Array(branches),
        });

    private static Gen<JsonText> Alternative() =>
        from properties in HostileTexts.Names.SelectMany(_ => Schema(0), (name, value) => (name, value)).ListOf().Resize(3)
        from required in Gen.SubListOf(properties.Select(property => property.name))
        from other in Gen.Frequency((1, Reference), (1, Odd))
        from isOther in Gen.Choose(0, 5)
        select isOther == 0 ? other : JsonText.Object(
            ("properties", new JsonText.Map([.. properties])), ("required", JsonText.Array(required.Select(JsonText.Of))));

    private static Gen<JsonText> List(int depth) =>
        from items in Schema(depth)
        from least in Seldom(Bound("minItems"))
        from most in Seldom(Bound("maxItems"))
        from annotations in Annotations()
        select (JsonText)Typed("array").With([("items", items), .. least, .. most, .. annotations]);

    private static Gen<JsonText> Map(int depth) =>
        from values in Schema(depth)
        from annotations in Annotations()
        select (JsonText)Typed("object").With([("additionalProperties", values), .. annotations]);

    private static Gen<JsonText> Union(int depth) =>
        from keyword in Gen.Elements(["anyOf", "oneOf"])
        from branches in Gen.Choose(1, 3)
            .SelectMany(count => Gen.Frequency((6, Schema(depth)), (1, Gen.Constant<JsonText>(Typed("null")))).ArrayOf(count))
        from annotations in Annotations()
        select (JsonText)JsonText.Object((keyword, JsonText.Array(branches))).With(annotations);

    private static Gen<JsonText> Both(int depth) =>
        from first in Class(depth)
        from second in Gen.Frequency((2, Class(depth).Select(schema => (JsonText)schema)), (1, Schema(depth)))
        from annotations in Annotations()
        select (JsonText)JsonText.Object(("allOf", JsonText.Array([first, second]))).With(annotations);

    private static Gen<JsonText> TypeList(int depth) =>
        from types in Gen.SubListOf("string", "integer", "number", "boolean", "null", "array", "object")
        from items in Schema(depth)
        from annotations in Annotations()
        select (JsonText)JsonText.Object(("type", JsonText.Array(types.Select(JsonText.Of))), ("items", items)).With(annotations);

    private static JsonText.Map Typed(string type) => JsonText.Object(("type", JsonText.Of(type)));

    private static Gen<(string Name, JsonText Value)> Bound(string keyword) =>
        Gen.Elements(Numbers).Select(number => (keyword, JsonText.Parse(number)));

    private static Gen<(string Name, JsonText Value)> Member(string name, Gen<string> texts) =>
        texts.Select(text => (name, JsonText.Of(text)));

    private static Gen<(string Name, JsonText Value)[]> Annotations() =>
        Gen.Choose(0, 5).SelectMany(count => Annotation.ArrayOf(Math.Max(0, count - 3)));

    private static Gen<T[]> Maybe<T>(Gen<T> item) => Times(item, 1);

    private static Gen<T[]> Seldom<T>(Gen<T> item) => Times(item, 6);

    private static Gen<T[]> Times<T>(Gen<T> item, int unlikely) =>
        Gen.Choose(0, unlikely).SelectMany(drawn => item.ArrayOf(drawn == 0 ? 1 : 0));
}
