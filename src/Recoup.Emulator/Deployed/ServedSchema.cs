using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Catalogs;
using Recoup.Schemas;

namespace Recoup.Emulator.Deployed;

/// <summary>
/// D12: the provider's schema as the deployed server returns it, after a round trip through a validator's own model. The round trip closes
/// objects, writes null in two ways, and drops everything the model does not know. A schema that names draft 7 is unchanged, because it
/// has already made the round trip.
/// </summary>
internal static class ServedSchema
{
    private const string Draft7 = "http://json-schema.org/draft-07/schema#";

    private static readonly string[] Constraints =
    [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "minItems",
         "maxItems",
    ];

    private static readonly string[] Formats = ["uri", "email", "uuid", "date-time", "date", "time", "duration", "ipv4", "ipv6", "ip"];

    public static JsonElement Of(CatalogAction action)
    {
        var source = action.Parameters;
        if (source.TryGetProperty("$schema", out _) || JsonNode.Parse(source.GetRawText()) is not JsonObject schema || schema.Count == 0)
            return source;
        var served = ServedNode(schema, isProperty: false);
        served["$schema"] = Draft7;
        return JsonSerializer.SerializeToElement(served, RelaxedJson.Options);
    }

    // A file keeps its own type only in arrays; as a property it becomes a string.
    private static JsonObject ServedNode(JsonObject source, bool isProperty)
    {
        if (isProperty && IsTrue(source["file_uploadable"]))
            return WithDescription(new JsonObject { ["type"] = "string" }, source, withExamples: false);

        var body = Body(source);
        var isNullable = IsNullable(source);
        var hasNullDefault = source.ContainsKey("default") && source["default"] is null;
        if (!isNullable && hasNullDefault && isProperty)
            body["default"] = null;
        var served = isNullable || (hasNullDefault && isProperty) ? WithNull(body) : body;
        if (source.TryGetPropertyValue("default", out var value))
            served["default"] = value?.DeepClone();
        return WithDescription(served, source, withExamples: true);
    }

    private static JsonObject Body(JsonObject source) => TypeOf(source) switch
    {
        "object" => ServedObject(source),
        "array" => ServedArray(source),
        { } type => Scalar(type, source),
        null => Combined(source),
    };

    private static JsonObject ServedObject(JsonObject source)
    {
        var properties = new JsonObject();
        foreach (var (name, property) in source["properties"] as JsonObject ?? [])
            properties[name] = Child(property, isProperty: true);

        var served = new JsonObject { ["type"] = "object", ["properties"] = properties };
        var required = (source["required"] as JsonArray ?? []).Select(Text).ToHashSet();
        var names = properties
            .Where(property => IsRequired(property.Value!.AsObject(), required.Contains(property.Key)))
            .Select(property => property.Key)
            .ToArray();
        if (names.Length > 0)
            served["required"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
        served["additionalProperties"] = source["additionalProperties"] switch
        {
            JsonObject schema => Child(schema, isProperty: false),
            { } flag => flag.DeepClone(),
            null => false,
        };
        return served;
    }

    // The validator's model tests whether undefined is accepted. A valid default makes it so.
    private static bool IsRequired(JsonObject property, bool isRequired)
    {
        if (!property.TryGetPropertyValue("default", out var value))
            return isRequired;
        var instance = JsonSerializer.SerializeToElement(value);
        return !JsonSchema.TryParse(JsonSerializer.SerializeToElement(property), null, out var schema, out _) || !schema.IsValid(instance);
    }

    private static JsonObject ServedArray(JsonObject source)
    {
        var served = new JsonObject { ["type"] = "array" };
        if (source["items"] is JsonObject items)
            served["items"] = Child(items, isProperty: false);
        return Constrained(served, source);
    }

    private static JsonObject Scalar(string type, JsonObject source)
    {
        var served = Constrained(new JsonObject { ["type"] = type }, source);
        var values = (source["enum"] as JsonArray ?? []).Where(value => value is not null).ToArray();
        if (values.Length == 1)
            served["const"] = values[0]!.DeepClone();
        else if (values.Length > 1)
            served["enum"] = new JsonArray([.. values.Select(value => value!.DeepClone())]);
        else if (source["const"] is { } constant)
            served["const"] = constant.DeepClone();

        if (source["format"]?.GetValueKind() != JsonValueKind.String)
            return served;
        var format = source["format"]!.GetValue<string>();
        if (format == "binary")
            served["contentEncoding"] = "base64";
        else if (Formats.Contains(format))
            served["format"] = format;
        return served;
    }

    private static JsonObject Combined(JsonObject source)
    {
        if (source["anyOf"] is JsonArray anyOf)
            return Branches("anyOf", [.. anyOf.Where(branch => !IsNull(branch))]);
        if (source["oneOf"] is JsonArray { Count: 1 } oneOf)
            return Child(oneOf[0], isProperty: false);
        if (source["allOf"] is JsonArray allOf)
            return Branches("allOf", [.. allOf]);
        return [];
    }

    private static JsonObject Branches(string keyword, JsonNode?[] branches) => branches.Length == 1
        ? Child(branches[0], isProperty: false)
        : new JsonObject { [keyword] = new JsonArray([.. branches.Select(branch => Child(branch, isProperty: false))]) };

    private static JsonObject Child(JsonNode? schema, bool isProperty) => schema is JsonObject source ? ServedNode(source, isProperty) : [];

    private static JsonObject Constrained(JsonObject served, JsonObject source)
    {
        foreach (var keyword in Constraints)
        {
            if (source[keyword] is { } value && value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String)
                served[keyword] = keyword == "pattern" ? JavaScriptPattern.Source(Text(value)!) : value.DeepClone();
        }
        return served;
    }

    // A plain string, boolean or number gets a list of types. Everything else, including integers, gets an anyOf.
    private static JsonObject WithNull(JsonObject body)
    {
        if (body.Count == 1 && body["type"]?.GetValue<string>() is "string" or "boolean" or "number")
            return new JsonObject { ["type"] = new JsonArray(body["type"]!.DeepClone(), "null") };
        if (body["anyOf"] is JsonArray branches)
        {
            branches.Add(new JsonObject { ["type"] = "null" });
            return body;
        }
        return new JsonObject { ["anyOf"] = new JsonArray(body, new JsonObject { ["type"] = "null" }) };
    }

    private static JsonObject WithDescription(JsonObject served, JsonObject source, bool withExamples)
    {
        var text = Text(source["description"]) ?? Text(source["title"]) ?? "";
        if (withExamples && source["examples"] is JsonArray { Count: > 0 } examples)
        {
            text += examples.Count == 1
                ? "\nExample: " + Json(examples[0])
                : "\nExamples:" + string.Concat(examples.Select(example => "\n  " + Json(example)));
        }
        if (text.Length > 0)
            served["description"] = text;
        return served;
    }

    private static string? TypeOf(JsonObject source) => source["type"] switch
    {
        JsonArray types => types.Select(Text).FirstOrDefault(type => type is not "null"),
        JsonValue type => Text(type),
        _ => source["properties"] is JsonObject ? "object" : null,
    };

    private static bool IsNullable(JsonObject source) =>
        IsTrue(source["nullable"])
        || (source["type"] is JsonArray types && types.Any(type => Text(type) == "null"))
        || (source["anyOf"] is JsonArray branches && branches.Any(IsNull));

    private static bool IsNull(JsonNode? schema) => Text((schema as JsonObject)?["type"]) == "null";

    private static bool IsTrue(JsonNode? value) => value?.GetValueKind() == JsonValueKind.True;

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string Json(JsonNode? value) => JsonSerializer.Serialize(value, RelaxedJson.Options);
}
