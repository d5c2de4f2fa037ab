using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.AI.Dialects;

/// <summary>Writes the keywords of one schema in the spelling of 2020-12, and leaves out what is malformed or unknown.</summary>
internal static class KeywordRewriter
{
    private static readonly string[] Counts =
        ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains"];

    private static readonly string[] Numbers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

    private static readonly string[] Schemas =
        ["additionalProperties", "propertyNames", "contains", "not", "if", "then", "else", "unevaluatedProperties", "unevaluatedItems"];

    private static readonly string[] Flags = ["uniqueItems", "deprecated", "readOnly", "writeOnly"];
    private static readonly string[] Texts = ["title", "description", "format", "contentEncoding", "contentMediaType"];

    /// <summary>Writes the keywords, except for references.</summary>
    /// <param name="part">The schema.</param>
    /// <param name="to">Gets the keywords.</param>
    /// <param name="losses">Gets what was left out and accepts less than any value.</param>
    /// <param name="write">Writes a subschema, and is told whether it judges the same value.</param>
    /// <param name="rename">Returns the name of a property in the dialect.</param>
    public static void Write(
        SchemaPart part, JsonObject to, List<ProjectionLoss> losses, Func<SchemaPart, bool, JsonNode> write, Func<string, string> rename)
    {
        foreach (var member in part.Element.EnumerateObject())
        {
            if (to.ContainsKey(member.Name) && !IsTuple(member))
                continue;
            var written = WriteKeyword(part, member.Name, part.Below(member.Name, member.Value), losses, write, rename);
            if (written.Keyword is { } name)
                to[name] = written.Value;
        }

        MakeExclusive(part, to, "minimum", "exclusiveMinimum");
        MakeExclusive(part, to, "maximum", "exclusiveMaximum");
    }

    private static (string? Keyword, JsonNode? Value) WriteKeyword(
        SchemaPart part, string name, SchemaPart value, List<ProjectionLoss> losses, Func<SchemaPart, bool, JsonNode> write,
        Func<string, string> rename)
    {
        var kind = value.Element.ValueKind;
        switch (name)
        {
            case "type":
                return WriteType(value, losses);
            case "enum":
                return kind == JsonValueKind.Array && value.Element.GetArrayLength() > 0
                    ? (name, Copy([.. value.Element.EnumerateArray().DistinctBy(item => item.GetRawText())]))
                    : Left(name, value, losses);
            case "const" or "default":
                return (name, NodeOf(value.Element));
            case "examples":
                return kind == JsonValueKind.Array ? (name, NodeOf(value.Element)) : default;
            case "required":
                var required = part.Texts(name).ToArray();
                return required.Length > 0 ? (name, Names(required, rename)) : default;
            case "properties":
                return (name, Members(part, name, write, rename));
            case "patternProperties":
                foreach (var (pattern, schema) in part.Members(name).Where(member => !Patterns.IsValid(member.Key)))
                    losses.Add(new(name, schema.Pointer, $"'{pattern}' is no valid pattern, so it is not part of the schema"));
                return (name, Members(part, name, write, rename: null));
            case "$dynamicRef" or "$recursiveRef":
                losses.Add(new(name, value.Pointer, "it is not part of the schema"));
                return default;
            case "dependentSchemas":
                return (name, Members(part, name, write, rename));
            case "dependentRequired":
                return (name, new JsonObject(part.Members(name).Where(member => member.Value.Element.ValueKind == JsonValueKind.Array)
                    .Select(member => KeyValuePair.Create(rename(member.Key), (JsonNode?)Names(part[name].Texts(member.Key), rename)))));
            case "dependencies":
                return WriteDependencies(part, write, rename);
            case "items" when kind == JsonValueKind.Array:
                return part.Items(name).Any() ? ("prefixItems", List(part, name, write)) : default;
            case "items":
                return Subschema(name, value, losses, write);
            case "additionalItems":
                return part.Value("items").ValueKind == JsonValueKind.Array ? ("items", write(value, false)) : default;
            case "prefixItems" or "anyOf" or "oneOf" or "allOf":
                return part.Items(name).Any() ? (name, List(part, name, write)) : Left(name, value, losses);
            case "pattern":
                return kind == JsonValueKind.String && Patterns.IsValid(value.Element.GetString()!)
                    ? (name, NodeOf(value.Element))
                    : Left(name, value, losses);
        }

        if (Schemas.Contains(name))
            return Subschema(name, value, losses, write);
        if (Counts.Contains(name))
            return value.Element.TryGetCount(out _) ? (name, NodeOf(value.Element)) : Left(name, value, losses);
        if (Numbers.Contains(name))
            return WriteNumber(part, name, value, losses);
        if (Flags.Contains(name))
            return kind is JsonValueKind.True or JsonValueKind.False ? (name, NodeOf(value.Element)) : default;
        return Texts.Contains(name) && kind == JsonValueKind.String ? (name, NodeOf(value.Element)) : default;
    }

    private static (string?, JsonNode?) WriteType(SchemaPart value, List<ProjectionLoss> losses)
    {
        var all = value.Element.ValueKind switch
        {
            JsonValueKind.String => [value.Element.GetString()!],
            JsonValueKind.Array => value.Element.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String)
                .Select(item => item.GetString()!).Distinct(StringComparer.Ordinal).ToArray(),
            _ => (string[])[],
        };
        var known = all.Where(type => ValueKinds.Of(type) != ValueKindSet.None).ToArray();
        if (known.Length < all.Length || known.Length == 0)
            return Left("type", value, losses);
        return ("type", known is [var one] ? one : new JsonArray([.. known.Select(type => (JsonNode)type)]));
    }

    private static (string?, JsonNode?) WriteNumber(SchemaPart part, string name, SchemaPart value, List<ProjectionLoss> losses)
    {
        if (value.Element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return default;
        if (value.Element.ValueKind != JsonValueKind.Number || (name == "multipleOf" && value.Element.GetDouble() <= 0))
            return Left(name, value, losses);
        var exclusive = name switch { "minimum" => "exclusiveMinimum", "maximum" => "exclusiveMaximum", _ => "" };
        return part.IsTrue(exclusive) ? default : (name, NodeOf(value.Element));
    }

    // Draft 4 writes "exclusiveMinimum": true beside "minimum".
    private static void MakeExclusive(SchemaPart part, JsonObject to, string inclusive, string exclusive)
    {
        if (part.IsTrue(exclusive) && part.Value(inclusive) is { ValueKind: JsonValueKind.Number } bound)
            to[exclusive] = NodeOf(bound);
    }

    private static (string?, JsonNode?) WriteDependencies(
        SchemaPart part, Func<SchemaPart, bool, JsonNode> write, Func<string, string> rename)
    {
        var schemas = new JsonObject();
        foreach (var (name, value) in part.Members("dependencies"))
        {
            schemas[rename(name)] = value.Element.ValueKind == JsonValueKind.Array
                ? new JsonObject { ["required"] = Names(part["dependencies"].Texts(name), rename) }
                : write(value, true);
        }

        return ("dependentSchemas", schemas);
    }

    private static (string?, JsonNode?) Subschema(
        string name, SchemaPart value, List<ProjectionLoss> losses, Func<SchemaPart, bool, JsonNode> write) =>
        value.Element.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False
            ? (name, write(value, IsInPlace(name)))
            : value.Element.ValueKind == JsonValueKind.Null ? default : Left(name, value, losses);

    // A list of items becomes "prefixItems", and "additionalItems" beside it becomes "items".
    private static bool IsTuple(JsonProperty member) => member.Name == "items" && member.Value.ValueKind == JsonValueKind.Array;

    private static bool IsInPlace(string keyword) =>
        keyword is "allOf" or "anyOf" or "oneOf" or "not" or "if" or "then" or "else" or "dependentSchemas";

    private static (string?, JsonNode?) Left(string name, SchemaPart value, List<ProjectionLoss> losses)
    {
        losses.Add(new(name, value.Pointer, "it is not valid in JSON Schema 2020-12, so it is not part of the schema"));
        return default;
    }

    private static JsonObject Members(SchemaPart part, string name, Func<SchemaPart, bool, JsonNode> write, Func<string, string>? rename)
    {
        var members = new JsonObject();
        foreach (var (key, value) in part.Members(name).Where(member => rename is not null || Patterns.IsValid(member.Key)))
            members[rename is null ? key : rename(key)] = write(value, IsInPlace(name));
        return members;
    }

    private static JsonArray List(SchemaPart part, string name, Func<SchemaPart, bool, JsonNode> write) =>
        [.. part.Items(name).Select(item => write(item, IsInPlace(name)))];

    private static JsonArray Names(IEnumerable<string> names, Func<string, string> rename) =>
        [.. names.Select(name => (JsonNode)rename(name))];

    private static JsonArray Copy(IReadOnlyList<JsonElement> values) => [.. values.Select(NodeOf)];

    private static bool TryGetCount(this JsonElement value, out int count)
    {
        count = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out count) && count >= 0;
    }

    internal static JsonNode? NodeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };
}
