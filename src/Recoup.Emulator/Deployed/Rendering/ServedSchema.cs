using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Catalogs;
using Recoup.Emulator.Core.Json;
using Recoup.Schemas;
using static Recoup.Emulator.Deployed.Rendering.JavaScriptValues;

namespace Recoup.Emulator.Deployed.Rendering;

/// <summary>
/// D12: the provider's schema as the deployed server returns it, after a round trip through a validator's own model. The round trip closes
/// objects, writes null in two ways, and drops everything the model does not know. A schema that names draft 7 is unchanged, because it
/// has already made the round trip.
/// </summary>
internal static class ServedSchema
{
    private const string Draft7 = "http://json-schema.org/draft-07/schema#";

    private static readonly string[] Formats = ["uri", "email", "uuid", "date-time", "date", "time", "duration", "ipv4", "ipv6"];

    public static JsonElement Of(CatalogAction action)
    {
        var source = action.Parameters;
        if (source.TryGetProperty("$schema", out _) || Parse(source) is not { } schema || schema.Count == 0)
            return source;
        var served = ServedNode(schema, isProperty: false);
        served["$schema"] = Draft7;
        return NodeJson.ToElement(served, RelaxedJson.Options);
    }

    private static JsonObject? Parse(JsonElement source) => JsonNode.Parse(
        source.GetRawText(), documentOptions: new JsonDocumentOptions { MaxDepth = RelaxedJson.Options.MaxDepth }) as JsonObject;

    // A file becomes a string, but not below an array.
    private static JsonObject ServedNode(JsonObject source, bool isProperty, bool isBelowArray = false)
    {
        if (isProperty && !isBelowArray && IsTrue(source["file_uploadable"]))
            return WithDescription(new JsonObject { ["type"] = "string" }, source, withExamples: false);

        var body = Body(source, isBelowArray);
        if (!source.TryGetPropertyValue("default", out var value))
            return WithDescription(IsTrue(source["nullable"]) ? WithNull(body) : body, source, withExamples: true);
        var hasNullDefault = value is null && isProperty;
        if (hasNullDefault && !IsNullable(source))
            body["default"] = null;
        var served = IsTrue(source["nullable"]) || (hasNullDefault && !IsNullable(source)) ? WithNull(body) : body;
        if (value is not null)
            served = WithDescription(served, source, withExamples: true);
        served["default"] = value?.DeepClone();
        return value is null ? WithDescription(served, source, withExamples: true) : served;
    }

    // The order in which the converter looks at keywords.
    private static JsonObject Body(JsonObject source, bool isBelowArray)
    {
        var type = Text(source["type"]) ?? (source["type"] is null && source["properties"] is JsonObject ? "object" : null);
        if (type == "object")
            return WithCombinations(ServedObject(source, isBelowArray), source, isBelowArray);
        if (type == "array")
            return ServedArray(source);
        if (Combined(source, isBelowArray) is { } combined)
            return combined;
        if (source["enum"] is JsonArray values && ServedUnion.Literals(source, values) is { } literals)
            return literals;
        if (source.TryGetPropertyValue("const", out var constant))
            return ServedUnion.Literal(constant);
        if (source["type"] is JsonArray types)
            return ServedUnion.AnyOf([.. types.Select(each => ServedNode(OfType(source, each), isProperty: false, isBelowArray))]);
        return type switch
        {
            "string" => ServedString(source),
            "number" or "integer" => ServedNumber(type, source),
            "boolean" or "null" => new JsonObject { ["type"] = type },
            _ => [],
        };
    }

    private static JsonObject OfType(JsonObject source, JsonNode? type)
    {
        var one = (JsonObject)source.DeepClone();
        one.Remove("nullable");
        one["type"] = type?.DeepClone();
        return one;
    }

    private static JsonObject ServedObject(JsonObject source, bool isBelowArray)
    {
        var properties = new JsonObject();
        foreach (var (name, property) in source["properties"] as JsonObject ?? [])
            properties[name] = Child(property, isProperty: true, isBelowArray);

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
            JsonObject schema => Child(schema, isProperty: false, isBelowArray),
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
        var instance = NodeJson.ToElement(value);
        return !JsonSchema.TryParse(NodeJson.ToElement(property), null, out var schema, out _) || !schema.IsValid(instance);
    }

    /// <summary>An object that must also match combinations.</summary>
    private static JsonObject WithCombinations(JsonObject served, JsonObject source, bool isBelowArray)
    {
        List<JsonObject> all = [served];
        if (source["anyOf"] is JsonArray anyOf)
            all.Add(AnyOf(anyOf, isBelowArray));
        if (source["oneOf"] is JsonArray oneOf)
            all.Add(OneOf(oneOf, isBelowArray));
        if (source["allOf"] is JsonArray allOf)
            all.Add(AllOf(allOf, isBelowArray));
        return all.Count == 1 ? served : ServedUnion.AllOf(all);
    }

    private static JsonObject ServedArray(JsonObject source)
    {
        var served = new JsonObject { ["type"] = "array" };
        if (source["items"] is JsonArray items)
        {
            served["minItems"] = items.Count;
            served["maxItems"] = items.Count;
            served["items"] = new JsonArray([.. items.Select(item => Child(item, isProperty: false, isBelowArray: true))]);
            return served;
        }

        if (source["items"] is JsonObject item && Child(item, isProperty: false, isBelowArray: true) is { Count: > 0 } each)
            served["items"] = each;
        return WithNumbers(served, source, "minItems", "maxItems");
    }

    private static JsonObject ServedString(JsonObject source)
    {
        var served = new JsonObject { ["type"] = "string" };
        var format = Text(source["format"]);
        if (format == "ip")
            served["anyOf"] = new JsonArray(new JsonObject { ["format"] = "ipv4" }, new JsonObject { ["format"] = "ipv6" });
        else if (format is not null && Formats.Contains(format))
            served["format"] = format;
        if (Text(source["pattern"]) is { } pattern)
            served["pattern"] = JavaScriptPattern.Source(pattern);
        WithNumbers(served, source, "minLength", "maxLength");
        if (format == "binary")
            served["contentEncoding"] = "base64";
        return served;
    }

    private static JsonObject ServedNumber(string type, JsonObject source)
    {
        var isMultipleOfOne = IsNumber(source["multipleOf"]) && JsonNode.DeepEquals(source["multipleOf"], 1);
        if (isMultipleOfOne || Text(source["format"]) == "int64")
            type = "integer";
        string[] bounds =
        [
            IsNumber(source["minimum"]) ? "minimum" : "exclusiveMinimum",
            IsNumber(source["maximum"]) ? "maximum" : "exclusiveMaximum",
        ];
        return WithNumbers(new JsonObject { ["type"] = type }, source, isMultipleOfOne ? bounds : ["multipleOf", .. bounds]);
    }

    private static JsonObject WithNumbers(JsonObject served, JsonObject source, params IEnumerable<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (IsNumber(source[keyword]))
                served[keyword] = source[keyword]!.DeepClone();
        }

        return served;
    }

    /// <summary>What a schema without a type combines; null if it combines nothing.</summary>
    private static JsonObject? Combined(JsonObject source, bool isBelowArray) =>
        source["anyOf"] is JsonArray anyOf ? AnyOf(anyOf, isBelowArray)
        : source["allOf"] is JsonArray allOf ? AllOf(allOf, isBelowArray)
        : source["oneOf"] is JsonArray oneOf ? OneOf(oneOf, isBelowArray)
        : source["not"] is not null ? []
        : null;

    private static JsonObject AnyOf(JsonArray branches, bool isBelowArray) =>
        ServedUnion.AnyOf([.. branches.Select(branch => Child(branch, isProperty: false, isBelowArray))]);

    // More than one branch is checked by code that no schema shows.
    private static JsonObject OneOf(JsonArray branches, bool isBelowArray) =>
        branches.Count == 1 ? Child(branches[0], isProperty: false, isBelowArray) : [];

    private static JsonObject AllOf(JsonArray branches, bool isBelowArray)
    {
        List<JsonObject> served = [.. branches.Select(branch => Child(branch, isProperty: false, isBelowArray))];
        return served.Count switch { 0 => ServedUnion.Never(), 1 => served[0], _ => ServedUnion.AllOf(served) };
    }

    private static JsonObject Child(JsonNode? schema, bool isProperty, bool isBelowArray) =>
        schema is JsonObject source ? ServedNode(source, isProperty, isBelowArray) : [];

    // A plain string, boolean or number gets a list of types. Everything else, including integers, gets an anyOf.
    private static JsonObject WithNull(JsonObject body) =>
        body.Count == 1 && Text(body["type"]) is "string" or "boolean" or "number" or "null"
            ? new JsonObject { ["type"] = new JsonArray(body["type"]!.DeepClone(), "null") }
            : new JsonObject { ["anyOf"] = new JsonArray(body, new JsonObject { ["type"] = "null" }) };

    private static JsonObject WithDescription(JsonObject served, JsonObject source, bool withExamples)
    {
        var text = Text(source["description"]) ?? Text(source["title"]) ?? "";
        if (withExamples && source["examples"] is JsonArray { Count: > 0 } examples)
        {
            text += (text.Length > 0 ? "\n" : "") + (examples.Count == 1
                ? "Example: " + Json(examples[0])
                : "Examples:" + string.Concat(examples.Select(example => "\n  " + Json(example))));
        }

        if (text.Length > 0)
            served["description"] = text;
        return served;
    }

    private static bool IsNullable(JsonObject source) =>
        IsTrue(source["nullable"])
        || (source["type"] is JsonArray types && types.Any(type => Text(type) == "null"))
        || (source["anyOf"] is JsonArray branches && branches.Any(IsNull));

    private static bool IsNull(JsonNode? schema) => Text((schema as JsonObject)?["type"]) == "null";
}
