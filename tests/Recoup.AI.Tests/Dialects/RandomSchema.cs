using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.AI.Tests.Dialects;

/// <summary>
/// Schemas of parameters with everything that a catalog may contain: references, unions, old spellings, and malformed keywords.
/// </summary>
internal sealed class RandomSchema(int seed)
{
    private static readonly string[] Keys =
        ["a", "b", "c-d", "e.f", "g$h", "1st", "", "key", "value", "entries", "__proto__", new('k', 70), "é"];

    private readonly Random _random = new(seed);

    public static JsonElement Create(int seed)
    {
        using var document = JsonDocument.Parse(new RandomSchema(seed).Root().ToJsonString());
        return document.RootElement.Clone();
    }

    private JsonObject Root()
    {
        var root = Object(3);
        if (Chance(8))
            root = Schema(3) as JsonObject ?? root;
        if (Chance(3))
            root["$defs"] = new JsonObject { ["N"] = Object(2), ["S"] = Schema(1) };
        if (Chance(5))
            root["definitions"] = new JsonObject { ["N"] = Schema(1) };
        return root;
    }

    private JsonNode Schema(int depth)
    {
        if (Chance(40))
            return JsonValue.Create(_random.Next(2) == 0);
        var schema = _random.Next(depth > 0 ? 14 : 5) switch
        {
            0 => String(),
            1 => Number("number"),
            2 => Number("integer"),
            3 => new JsonObject { ["type"] = "boolean" },
            4 => Enum(),
            5 or 6 => Object(depth - 1),
            7 or 8 => Array(depth - 1),
            9 => Union(depth - 1),
            10 => new JsonObject { ["type"] = new JsonArray("string", "integer", "null"), ["maxLength"] = 5 },
            11 => new JsonObject { ["$ref"] = Pick("#/$defs/N", "#/$defs/S", "#/definitions/N", "#", "#/nothing", "#/properties/a") },
            12 => new JsonObject { ["allOf"] = new JsonArray(Schema(depth - 1), Schema(depth - 1)) },
            _ => [],
        };
        Decorate(schema, depth);
        return schema;
    }

    private void Decorate(JsonObject schema, int depth)
    {
        if (Chance(3))
            schema["description"] = Pick("A text.", "*/ ${{ x }} \u0010", "");
        if (Chance(5))
            schema["default"] = Scalar();
        if (Chance(6))
            schema["nullable"] = true;
        if (Chance(12))
            schema["not"] = Schema(0);
        if (Chance(15))
            schema["type"] = Pick("dict", "any", "null", "string", "object");
        if (Chance(15))
            schema[Pick("minLength", "maximum", "required", "enum", "items", "pattern", "properties")] = Pick("x", "(", "-1");
        if (Chance(15) && depth > 0)
            schema[Pick("anyOf", "oneOf")] = new JsonArray(Schema(0), new JsonObject { ["required"] = new JsonArray("a") });
    }

    private JsonObject String()
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (Chance(3))
            schema["minLength"] = _random.Next(4);
        if (Chance(3))
            schema["maxLength"] = _random.Next(3, 9);
        if (Chance(4))
            schema["pattern"] = Pick("^[a-z]+$", "(?=a)a", "^\\d{2}$", "(a)\\1");
        if (Chance(4))
            schema["format"] = Pick("date-time", "uri", "email");
        return schema;
    }

    private JsonObject Number(string type)
    {
        var schema = new JsonObject { ["type"] = type };
        if (Chance(2))
            schema["minimum"] = _random.Next(-3, 3);
        if (Chance(3))
            schema["maximum"] = _random.Next(3, 9);
        if (Chance(4))
            schema["exclusiveMinimum"] = Chance(2) ? true : _random.Next(-3, 3);
        if (Chance(5))
            schema["multipleOf"] = Chance(2) ? 2 : 0.5;
        return schema;
    }

    private JsonObject Enum()
    {
        var values = new JsonArray();
        for (var i = _random.Next(1, 5); i > 0; i--)
            values.Add(Chance(6) ? new JsonObject { ["x"] = 1 } : Scalar());
        return Chance(4) ? new JsonObject { ["const"] = Scalar() } : new JsonObject { ["enum"] = values };
    }

    private JsonObject Object(int depth)
    {
        var schema = new JsonObject { ["type"] = "object" };
        var properties = new JsonObject();
        for (var i = _random.Next(4); i > 0; i--)
            properties[Pick(Keys)] = Schema(depth);
        if (properties.Count > 0 || Chance(2))
            schema["properties"] = properties;
        if (Chance(2))
            schema["required"] = new JsonArray([.. Names(_random.Next(1, 4))]);
        if (Chance(2))
            schema["additionalProperties"] = Chance(2) ? false : Schema(0);
        if (Chance(10))
            schema["patternProperties"] = new JsonObject { ["^x"] = Schema(0) };
        if (Chance(10))
            schema["minProperties"] = 1;
        return schema;
    }

    private IEnumerable<JsonNode> Names(int count) =>
        Enumerable.Range(0, count).Select(_ => (JsonNode)Pick("a", "b", "c-d", "e.f"));

    private JsonObject Array(int depth)
    {
        var schema = new JsonObject { ["type"] = "array" };
        if (Chance(6))
            schema["items"] = new JsonArray(Schema(depth), Schema(0));
        else if (!Chance(5))
            schema["items"] = Schema(depth);
        if (Chance(3))
            schema["minItems"] = _random.Next(3);
        if (Chance(4))
            schema["maxItems"] = _random.Next(2, 5);
        if (Chance(5))
            schema["uniqueItems"] = true;
        return schema;
    }

    private JsonObject Union(int depth) =>
        new() { [Pick("anyOf", "oneOf")] = new JsonArray([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Schema(depth))]) };

    private JsonNode? Scalar() => _random.Next(7) switch
    {
        0 => null,
        1 => true,
        2 => 1,
        3 => 2.5,
        4 => "",
        5 => "1",
        _ => "x",
    };

    private bool Chance(int one) => _random.Next(one) == 0;

    private string Pick(params string[] options) => options[_random.Next(options.Length)];
}
