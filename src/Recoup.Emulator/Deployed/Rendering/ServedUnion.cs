using System.Text.Json;
using System.Text.Json.Nodes;
using static Recoup.Emulator.Deployed.Rendering.JavaScriptValues;

namespace Recoup.Emulator.Deployed.Rendering;

/// <summary>Combinations of served schemas, and lists of values, as the deployed server writes them.</summary>
internal static class ServedUnion
{
    /// <summary>Plain types become a list of types, and literals an enum.</summary>
    public static JsonObject AnyOf(List<JsonObject> branches)
    {
        if (branches.Count < 2)
            return branches.Count == 0 ? [] : branches[0];
        if (branches.TrueForAll(IsPlain))
            return new JsonObject { ["type"] = OneOrList(branches.Select(branch => Text(branch["type"])!)) };
        if (branches.TrueForAll(branch => branch.Count == 2 && branch.ContainsKey("const")))
            return Enum([.. branches.Select(branch => branch["const"])]);
        if (branches.TrueForAll(IsListOfTexts))
        {
            var values = branches.SelectMany(branch => branch["enum"]!.AsArray().Select(Text)).Distinct(StringComparer.Ordinal);
            return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };
        }

        return new JsonObject { ["anyOf"] = new JsonArray([.. branches]) };
    }

    // An integer is a number with a check, so it is not plain.
    private static bool IsPlain(JsonObject served) =>
        Text(served["type"]) is "string" or "number" or "boolean" or "null"
        && served.Count - (served.ContainsKey("description") ? 1 : 0) == 1;

    private static bool IsListOfTexts(JsonObject served) =>
        Text(served["type"]) == "string" && served.ContainsKey("enum")
        && served.Count - (served.ContainsKey("description") ? 1 : 0) == 2;

    // The validator's model has no value that nothing matches, so the server writes that as a negation.
    public static JsonObject Never() => new() { ["not"] = new JsonObject() };

    public static JsonObject? Literals(JsonObject source, JsonArray all)
    {
        if (all.Count == 0)
            return Never();
        var values = all.Where(value => value is not null || !IsTrue(source["nullable"])).ToList();
        return values.Count switch
        {
            0 => null,
            1 => Literal(values[0]),
            _ when values.Exists(value => value is JsonObject or JsonArray) =>
                new JsonObject { ["anyOf"] = new JsonArray([.. values.Select(Literal)]) },
            _ => Enum(values),
        };
    }

    // Texts alone are written as they are. Any other list is one of single values, which are compared.
    private static JsonObject Enum(List<JsonNode?> values)
    {
        var isText = values.TrueForAll(value => Text(value) is not null);
        var written = new List<JsonNode?>();
        foreach (var value in values)
        {
            if (isText || !written.Exists(other => JsonNode.DeepEquals(other, value)))
                written.Add(value?.DeepClone());
        }

        return new JsonObject { ["type"] = OneOrList(values.Select(JavaScriptType)), ["enum"] = new JsonArray([.. written]) };
    }

    public static JsonObject Literal(JsonNode? value) => value switch
    {
        null or JsonObject => new JsonObject { ["type"] = "object" },
        JsonArray => new JsonObject { ["type"] = "array" },
        _ => new JsonObject { ["type"] = JavaScriptType(value), ["const"] = value.DeepClone() },
    };

    private static string JavaScriptType(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        null => "null",
        _ => "object",
    };

    private static JsonNode OneOrList(IEnumerable<string> types)
    {
        var distinct = types.Distinct(StringComparer.Ordinal).ToList();
        return distinct.Count == 1 ? JsonValue.Create(distinct[0]) : new JsonArray([.. distinct.Select(type => JsonValue.Create(type))]);
    }

    // Closed objects would refuse the members of the other branches.
    public static JsonObject AllOf(List<JsonObject> branches)
    {
        var all = new JsonArray();
        foreach (var branch in branches)
        {
            if (branch["allOf"] is JsonArray { Count: > 0 } nested && branch.Count == 1)
            {
                foreach (var each in nested)
                    all.Add(each!.DeepClone());
                continue;
            }

            if (branch["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
                branch.Remove("additionalProperties");
            all.Add((JsonNode)branch);
        }

        return new JsonObject { ["allOf"] = all };
    }
}
