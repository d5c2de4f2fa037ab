using System.Text.Json.Nodes;

namespace Recoup.Contracts.Tests;

/// <summary>Writes a schema in another way that means the same.</summary>
internal static class Respelling
{
    public static string Reorder(string schema) => Reorder(JsonNode.Parse(schema))!.ToJsonString();

    public static string Of(string schema)
    {
        var definitions = new JsonObject();
        var root = Respell(JsonNode.Parse(schema)!, definitions, 0);
        if (root is JsonObject fields && definitions.Count > 0)
            fields["$defs"] = definitions;
        return Reorder(root)!.ToJsonString();
    }

    private static JsonNode? Reorder(JsonNode? node) => node switch
    {
        JsonObject fields =>
            new JsonObject(fields.OrderByDescending(field => field.Key, StringComparer.Ordinal)
                .Select(field => KeyValuePair.Create(field.Key, Reorder(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reorder)]),
        null => null,
        _ => node.DeepClone(),
    };

    private static JsonNode Respell(JsonNode schema, JsonObject definitions, int depth)
    {
        if (schema is not JsonObject fields)
            return schema.DeepClone();
        var respelled = new JsonObject();
        foreach (var (name, value) in fields)
        {
            switch (name)
            {
                case "const":
                    respelled["enum"] = new JsonArray(value?.DeepClone());
                    break;
                case "type" when value is JsonArray { Count: 2 } types && fields.Count == 1:
                    respelled["anyOf"] = new JsonArray([
                        .. types.Reverse().Select(type => new JsonObject { ["type"] = type!.DeepClone() }),
                    ]);
                    break;
                case "required" or "enum":
                    respelled[name] = new JsonArray([.. ((JsonArray)value!).Reverse().Select(item => item?.DeepClone())]);
                    break;
                case "properties":
                    respelled[name] = new JsonObject(((JsonObject)value!).Reverse().Select(member =>
                        KeyValuePair.Create(member.Key, (JsonNode?)Share(Respell(member.Value!, definitions, depth + 1), definitions))));
                    break;
                case "items" or "not":
                    respelled[name] = new JsonObject { ["allOf"] = new JsonArray(Respell(value!, definitions, depth + 1)) };
                    break;
                case "anyOf" or "oneOf" or "allOf":
                    respelled[name] = new JsonArray([
                        .. ((JsonArray)value!).Reverse().Select(branch => Respell(branch!, definitions, depth + 1)),
                    ]);
                    break;
                default:
                    respelled[name] = value?.DeepClone();
                    break;
            }
        }

        return respelled;
    }

    private static JsonObject Share(JsonNode schema, JsonObject definitions)
    {
        var name = FormattableString.Invariant($"d{definitions.Count}");
        definitions[name] = schema;
        return new JsonObject { ["$ref"] = "#/$defs/" + name };
    }
}
