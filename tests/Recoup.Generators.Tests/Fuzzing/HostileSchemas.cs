using FsCheck;
using FsCheck.Fluent;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>Generates schemas of OpenAPI documents, which refer to the components of the document and to each other.</summary>
internal static class HostileSchemas
{
    private static readonly Gen<JsonText> Leaf = Gen.Elements(
        """{"type":"string"}""", """{"type":"integer","format":"int32"}""", """{"type":"number"}""", """{"type":"boolean"}""",
        """{"type":"string","format":"date-time"}""", """{"type":"string","format":"date"}""", """{"type":"string","format":"uuid"}""",
        """{"type":"string","format":"byte"}""", """{"type":"string","format":"binary"}""", """{"type":["string","null"]}""",
        """{"type":["integer","string"]}""", """{"type":"string","nullable":true}""", """{"type":"null"}""", """{"type":"object"}""",
        """{"type":"array"}""", """{"type":"file"}""", """{"const":"*/"}""", """{"const":null}""", """{"const":[1]}""", """{"not":{}}""",
        """{"enum":[]}""", """{"enum":[null]}""", """{"enum":["a",null,"a"]}""", """{"enum":[1,"a",true]}""", """{"enum":[{},[]]}""",
        """{"type":"string","enum":["a","b"],"nullable":true}""", """{"oneOf":[{"type":"string"},{"type":"null"}]}""",
        """{"anyOf":[{"type":"integer"},{"type":"string"}]}""", """{"unknown":{"keyword":[]}}""", """{"type":"string","default":"\"*/"}""",
        """{"type":"object","additionalProperties":false}""", """{"type":"object","additionalProperties":true}""",
        """{"type":"array","prefixItems":[true],"items":false}""", """{"$dynamicRef":"#a"}""", """{"if":true,"then":false}""",
        """{"type":"object","discriminator":{"propertyName":"kind","mapping":{"a":"#/nowhere"}},"oneOf":[{"$ref":"#/nowhere"}]}""",
        """{"type":"object","properties":{"a":true,"b":false,"c":{"type":"array","items":true}}}""").Select(JsonText.Parse);

    private static readonly Gen<JsonText> Odd = Gen.Elements(
        "true", "false", "null", "7", "\"text\"", "[]", "{}", """{"type":7}""", """{"properties":7}""", """{"properties":{"a":7}}""",
        """{"required":"a"}""", """{"items":[]}""", """{"allOf":{}}""", """{"$ref":7}""", """{"type":"string","type":"integer"}""",
        """{"enum":7}""").Select(JsonText.Parse);

    /// <summary>A schema.</summary>
    /// <param name="components">The names of the components that it may refer to.</param>
    /// <param name="depth">The number of schemas around the innermost one.</param>
    public static Gen<JsonText> Of(string[] components, int depth) => depth == 0
        ? Gen.Frequency((10, Leaf), (6, Enum), (6, Reference(components)), (2, Odd))
        : Gen.Frequency(
            (6, Leaf),
            (3, Enum),
            (6, Reference(components)),
            (2, Odd),
            (8, Class(components, depth - 1)),
            (3, Of(components, depth - 1).Select(items => (JsonText)Typed("array", ("items", items)))),
            (2, Of(components, depth - 1).Select(values => (JsonText)Typed("object", ("additionalProperties", values)))),
            (3, Combined(components, depth - 1)),
            (1, Deep(components)));

    /// <summary>A component, which is an object more often.</summary>
    public static Gen<JsonText> Component(string[] components) => Gen.Frequency((3, Class(components, 2)), (2, Of(components, 2)));

    private static Gen<JsonText> Enum =>
        from values in HostileTexts.Names.Select(JsonText.Of).ListOf().Resize(4)
        select (JsonText)Typed("string", ("enum", JsonText.Array(values)));

    private static Gen<JsonText> Class(string[] components, int depth) =>
        from properties in Gen.Frequency((6, HostileTexts.Names), (1, Gen.Elements("value", "id", "error")))
            .SelectMany(_ => Access(Of(components, depth)), (name, value) => (name, value)).ListOf().Resize(4)
        from required in Gen.SubListOf(properties.Select(property => property.name))
        from others in HostileTexts.Names.ListOf().Resize(1)
        from additional in Of(components, 0)
        from isOpen in Gen.Choose(0, 2)
        select (JsonText)Typed(
            "object",
            [
                ("properties", new JsonText.Map([.. properties])),
                ("required", JsonText.Array(required.Concat(others).Select(JsonText.Of))),
                .. isOpen == 0 ? new[] { ("additionalProperties", additional) } : [],
            ]);

    private static Gen<JsonText> Access(Gen<JsonText> schemas) =>
        from schema in schemas
        from keyword in Gen.Elements("readOnly", "writeOnly", "", "", "")
        select keyword.Length == 0 ? schema
            : schema is JsonText.Map map ? map.With([(keyword, JsonText.True)])
            : JsonText.Object(("allOf", JsonText.Array([schema])), (keyword, JsonText.True));

    private static Gen<JsonText> Combined(string[] components, int depth) =>
        from keyword in Gen.Elements("allOf", "oneOf", "anyOf")
        from branches in Of(components, depth).ListOf().Resize(3)
        select (JsonText)JsonText.Object((keyword, JsonText.Array(branches)));

    private static Gen<JsonText> Reference(string[] components) =>
        from name in Gen.Elements(components)
        from below in Gen.Frequency((12, Gen.Constant("")), (1, Gen.Elements("/properties/id", "/items", "/~", "/%")))
        from isEscaped in Gen.Elements(true, false)
        let step = name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
        let written = isEscaped && !name.Any(char.IsSurrogate) ? Uri.EscapeDataString(step) : step
        select (JsonText)JsonText.Object(("$ref", JsonText.Of("#/components/schemas/" + written + below)));

    private static Gen<JsonText> Deep(string[] components) =>
        from levels in Gen.Elements(20, 40, 70, 130, 300)
        from shape in Gen.Elements(0, 1, 2, 3)
        from inner in Of(components, 0)
        select Enumerable.Range(0, levels).Aggregate(inner, (schema, _) => shape switch
        {
            0 => Typed("array", ("items", schema)),
            1 => Typed("object", ("properties", JsonText.Object(("a", schema)))),
            2 => JsonText.Object(("allOf", JsonText.Array([schema]))),
            _ => Typed("object", ("additionalProperties", schema)),
        });

    private static JsonText.Map Typed(string type, params (string Name, JsonText Value)[] members) =>
        JsonText.Object([("type", JsonText.Of(type)), .. members]);
}
