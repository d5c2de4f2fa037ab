using System.Text.Json.Nodes;

namespace Recoup.Differential.Generation;

/// <summary>
/// Schemas with the keywords on which implementations differ: what is unevaluated, dynamic references, containment, numbers and patterns.
/// </summary>
/// <param name="choices">The choices.</param>
/// <param name="draft">The value of <c>$schema</c>.</param>
internal sealed class Schemas(Choices choices, string draft)
{
    public const string Draft202012 = "https://json-schema.org/draft/2020-12/schema";
    public const string Draft201909 = "https://json-schema.org/draft/2019-09/schema";
    public const string Draft7 = "http://json-schema.org/draft-07/schema#";
    public const string Draft6 = "http://json-schema.org/draft-06/schema#";

    private static readonly string[] NumberKeywords =
        ["type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "const", "enum"];

    private readonly bool _is2020 = draft == Draft202012;
    private readonly bool _isModern = draft is Draft202012 or Draft201909;

    private string Definitions => _isModern ? "$defs" : "definitions";

    /// <summary>A schema.</summary>
    public JsonObject Next()
    {
        var theme = choices.Below(20);
        var schema = theme switch
        {
            < 4 when _isModern => UnevaluatedProperties(),
            < 7 when _isModern => UnevaluatedItems(),
            < 10 when _isModern => Dynamic(),
            < 13 => Containment(),
            < 16 => Number(),
            < 19 => Text(),
            _ => Any(3),
        };
        var root = new JsonObject { ["$schema"] = draft };
        foreach (var (name, value) in schema.ToArray())
        {
            schema.Remove(name);
            root[name] = value;
        }

        if (!root.ContainsKey(Definitions) && root.ToJsonString().Contains($"\"#/{Definitions}/", StringComparison.Ordinal))
            root[Definitions] = With([], ("n", Number()), ("o", Shape(1)), ("l", List(1)));
        return root;
    }

    private JsonObject UnevaluatedProperties()
    {
        var schema = Shape(2);
        Applicators(schema, () => Shape(1));
        if (choices.OneIn(3))
            schema["dependentSchemas"] = new JsonObject { [choices.Of<string>([.. Instances.Names])] = Shape(1) };
        if (choices.OneIn(4))
            schema["propertyNames"] = new JsonObject { ["maxLength"] = choices.Below(3) };
        schema["unevaluatedProperties"] = choices.OneIn(3) ? Leaf() : false;
        return choices.OneIn(4) ? With([], ("properties", new JsonObject { ["a"] = schema })) : schema;
    }

    private JsonObject UnevaluatedItems()
    {
        var schema = List(2);
        Applicators(schema, () => List(1));
        schema["unevaluatedItems"] = choices.OneIn(3) ? Leaf() : false;
        return choices.OneIn(4) ? With([], ("properties", new JsonObject { ["a"] = schema })) : schema;
    }

    // A tree, and a stricter tree that extends it: what the reference means depends on where evaluation started.
    private JsonObject Dynamic()
    {
        var isAnchored = !choices.OneIn(5);
        var tree = With(
            new JsonObject { ["$id"] = "https://example.test/tree" },
            isAnchored ? Anchor() : _is2020 ? ("$anchor", "node") : ("$comment", "no anchor"),
            ("type", choices.OneIn(2) ? "object" : new JsonArray("object", "integer")),
            ("properties", With(
                [],
                ("a", Number()),
                ("b", new JsonObject { ["type"] = "array", ["items"] = Reference() }),
                ("c", Reference()))),
            (Definitions, new JsonObject { ["n"] = Number() }));
        if (choices.OneIn(4))
            tree["unevaluatedProperties"] = false;
        var root = With(
            new JsonObject { ["$id"] = "https://example.test/root" },
            choices.OneIn(6) ? ("$comment", "no anchor") : Anchor(),
            ("$ref", choices.Of("tree", "tree", "tree#")),
            (Definitions, new JsonObject { ["tree"] = tree, ["n"] = Number() }));
        if (!choices.OneIn(3))
            root["unevaluatedProperties"] = false;
        else
            root["minProperties"] = choices.Below(3);
        if (choices.OneIn(3))
            root["properties"] = new JsonObject { ["x1"] = Leaf() };
        return root;
    }

    private (string, JsonNode?) Anchor() => _is2020 ? ("$dynamicAnchor", "node") : ("$recursiveAnchor", true);

    private JsonObject Reference() => _is2020
        ? new JsonObject { ["$dynamicRef"] = choices.Of("#node", "#node", "#node", "tree#node", "#/$defs/n") }
        : new JsonObject { ["$recursiveRef"] = "#" };

    private JsonObject Containment()
    {
        var schema = new JsonObject { ["contains"] = choices.OneIn(4) ? Any(1) : Leaf() };
        if (_isModern && !choices.OneIn(4))
            schema["minContains"] = choices.Of<JsonNode>(0, 1, 2, JsonNode.Parse("2.0")!);
        if (_isModern && choices.OneIn(2))
            schema["maxContains"] = choices.Of<JsonNode>(0, 1, 2, 3);
        if (choices.OneIn(3))
            schema["uniqueItems"] = true;
        if (choices.OneIn(3))
            schema["items"] = Leaf();
        if (_isModern && choices.OneIn(3))
            schema["unevaluatedItems"] = choices.OneIn(2) ? false : Leaf();
        if (choices.OneIn(4))
            schema["minItems"] = choices.Below(3);
        return choices.OneIn(4) ? With([], ("not", schema)) : schema;
    }

    private JsonObject Number()
    {
        var schema = new JsonObject();
        foreach (var keyword in choices.Some(NumberKeywords).Take(choices.Of(1, 1, 2, 3)))
        {
            schema[keyword] = keyword switch
            {
                "type" => choices.Of<JsonNode>("integer", "number"),
                "multipleOf" => Numbers.Step(choices),
                "enum" => Distinct(choices.Many(1, 3, () => Numbers.Next(choices))),
                _ => Numbers.Next(choices),
            };
        }

        return schema;
    }

    // Members of an enum should be unique, and only their texts are compared here.
    private static JsonArray Distinct(IEnumerable<JsonNode> values) => new([.. values.DistinctBy(value => value.ToJsonString())]);

    private JsonObject Text() => choices.Below(4) switch
    {
        0 => With(
            [],
            ("patternProperties", new JsonObject { [Patterns.Next(choices)] = Leaf() }),
            ("additionalProperties", choices.OneIn(2) ? false : Leaf())),
        1 => With([], ("propertyNames", new JsonObject { ["pattern"] = Patterns.Next(choices) })),
        2 => With(
            [],
            ("type", "string"),
            ("pattern", Patterns.Next(choices)),
            ("minLength", choices.Below(3)),
            ("maxLength", choices.Of(2, 4, 8))),
        _ => With([], ("pattern", Patterns.Next(choices))),
    };

    private JsonNode Leaf() => choices.Below(9) switch
    {
        0 => true,
        1 => false,
        2 => new JsonObject { ["type"] = choices.Of<string>("string", "integer", "number", "null", "boolean", "object", "array") },
        3 or 4 => Number(),
        5 => new JsonObject { ["pattern"] = Patterns.Next(choices) },
        6 => new JsonObject { ["const"] = Instances.Next(choices, 1) },
        7 => new JsonObject { ["$ref"] = $"#/{Definitions}/n" },
        _ => new JsonObject { ["type"] = new JsonArray("string", "integer") },
    };

    private JsonObject Shape(int depth)
    {
        var schema = new JsonObject();
        if (choices.OneIn(3))
            schema["type"] = "object";
        var names = choices.Some(Instances.Names).Take(2);
        schema["properties"] = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)Leaf())));
        if (choices.OneIn(3))
            schema["required"] = new JsonArray(choices.Of<string>([.. Instances.Names]));
        if (choices.OneIn(6))
            schema["patternProperties"] = new JsonObject { [choices.Of("^a", "1$", "^\\p{L}+$", "b")] = Leaf() };
        if (choices.OneIn(10))
            schema["additionalProperties"] = Leaf();
        if (depth > 1 && choices.OneIn(3))
            Applicators(schema, () => Shape(depth - 1));
        return schema;
    }

    private JsonObject List(int depth)
    {
        var schema = new JsonObject();
        if (choices.OneIn(4))
            schema["type"] = "array";
        var prefix = new JsonArray([.. choices.Many(1, 3, Leaf)]);
        if (_is2020 && choices.OneIn(2))
            schema["prefixItems"] = prefix;
        else if (!_is2020 && choices.OneIn(2))
            schema["items"] = prefix;
        if (!schema.ContainsKey("items") && choices.OneIn(6))
            schema["items"] = Leaf();
        if (!_is2020 && schema["items"] is JsonArray && choices.OneIn(4))
            schema["additionalItems"] = Leaf();
        if (choices.OneIn(3))
            schema["contains"] = Leaf();
        if (_isModern && schema.ContainsKey("contains") && choices.OneIn(3))
            schema["minContains"] = choices.Below(3);
        if (depth > 1 && choices.OneIn(3))
            Applicators(schema, () => List(depth - 1));
        return schema;
    }

    private void Applicators(JsonObject schema, Func<JsonObject> create)
    {
        switch (choices.Below(7))
        {
            case 0:
                schema["allOf"] = new JsonArray([.. choices.Many(1, 2, create)]);
                break;
            case 1:
                schema["anyOf"] = new JsonArray([.. choices.Many(1, 3, create)]);
                break;
            case 2:
                schema["oneOf"] = new JsonArray([.. choices.Many(1, 3, create)]);
                break;
            case 3 when draft != Draft6:
                schema["if"] = create();
                schema["then"] = choices.OneIn(3) ? true : create();
                if (choices.OneIn(2))
                    schema["else"] = choices.OneIn(3) ? true : create();
                break;
            case 4:
                schema["not"] = choices.OneIn(2) ? new JsonObject { ["not"] = create() } : create();
                break;
            case 5 when _isModern:
                schema["$ref"] = $"#/{Definitions}/{choices.Of("o", "l")}";
                break;
            default:
                schema["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/{Definitions}/{choices.Of("o", "l")}" });
                break;
        }
    }

    private JsonObject Any(int depth)
    {
        var schema = choices.Below(5) switch
        {
            0 => Shape(depth),
            1 => List(depth),
            2 => Containment(),
            3 => Number(),
            _ => Text(),
        };
        if (depth > 1)
            Applicators(schema, () => Any(depth - 1));
        return schema;
    }

    private static JsonObject With(JsonObject schema, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        foreach (var (name, value) in members)
            schema[name] = value;
        return schema;
    }
}
