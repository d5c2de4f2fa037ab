using System.Text.Json.Nodes;

namespace Recoup.Documentation.Tests.Snippets;

/// <summary>Whole documents around the parts that pages of rules show.</summary>
internal static class Example
{
    private const string Property = "value";

    /// <summary>A catalog of one action with a parameter of this schema.</summary>
    public static string Parameters(string schema) => Action(("parameters", Object(schema)));

    /// <summary>A catalog of one action with a result that has a member of this schema.</summary>
    public static string Result(string schema) => Action(("parameters", Object("true")), ("outputParameters", Object(schema)));

    /// <summary>The value of that parameter or member, out of a whole instance.</summary>
    public static string ValueOf(string instance) => JsonNode.Parse(instance)![Property]?.ToJsonString() ?? "null";

    /// <summary>A catalog with what is said of an action, or with these slugs.</summary>
    public static string Catalog(string part) => part.StartsWith('{')
        ? Action([.. JsonNode.Parse(part)!.AsObject().Select(member => (member.Key, member.Value?.DeepClone()))])
        : Of(part.Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(slug => Described(slug)));

    /// <summary>An OpenAPI document of one operation, in which this part stands where it belongs.</summary>
    public static string Spec(string part)
    {
        var given = JsonNode.Parse(part.StartsWith('{') ? part : "{" + part + "}")!.AsObject();
        var operation = JsonNode.Parse("""
            {"operationId":"listThings","description":"Lists.","parameters":[],"security":[{"apiKeyAuth":[]}],
             "requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object"}}}},
             "responses":{"200":{"description":"Fine."}}}
            """)!.AsObject();
        var item = new JsonObject { ["post"] = operation };
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Things", ["version"] = "1" },
            ["servers"] = JsonNode.Parse("""[{"url":"https://api.example.com"}]"""),
            ["components"] = JsonNode.Parse("""
                {"securitySchemes":{"apiKeyAuth":{"type":"apiKey","in":"header","name":"x-api-key"},"bearerAuth":{"type":"http",
                "scheme":"bearer"}}}
                """),
            ["paths"] = new JsonObject { ["/things"] = item },
        };

        foreach (var (key, value) in given)
            Place(key, value?.DeepClone());
        return document.ToJsonString();

        void Place(string key, JsonNode? value)
        {
            if (key.StartsWith('/'))
                document["paths"]!.AsObject()[key] = value;
            else if (key is "servers")
                document[key] = value;
            else if (key is "get" or "post")
                item[key] = value;
            else if (key is "content")
                operation["requestBody"]![key] = value;
            else if (key is "requestBody" && value!["content"] is null)
                operation[key]!["required"] = value["required"]!.DeepClone();
            else if (given.ContainsKey("name"))
                operation["parameters"] = new JsonArray(Parameter());
            else
                operation[key] = value;
        }

        JsonObject Parameter()
        {
            var parameter = given.DeepClone().AsObject();
            parameter["in"] ??= "query";
            parameter["schema"] ??= JsonNode.Parse("""{"type":"array","items":{"type":"string"}}""");
            return parameter;
        }
    }

    private static JsonObject Object(string schema) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [Property] = JsonNode.Parse(schema) },
        ["required"] = new JsonArray(Property),
    };

    private static string Action(params (string Key, JsonNode? Value)[] members) =>
        Of([Described(members.FirstOrDefault(member => member.Key == "slug").Value?.ToString() ?? "GITHUB_CREATE_ISSUE", members)]);

    private static JsonObject Described(string slug, params (string Key, JsonNode? Value)[] members)
    {
        var action = new JsonObject
        {
            ["slug"] = slug,
            ["name"] = slug,
            ["description"] = "Creates an issue.",
            ["parameters"] = new JsonObject(),
            ["connectorSlug"] = slug.Split('_')[0].ToLowerInvariant(),
            ["isConnected"] = true,
        };
        foreach (var (key, value) in members)
            action[key] = value;
        return action;
    }

    private static string Of(IEnumerable<JsonObject> actions) =>
        new JsonObject { ["success"] = true, ["actions"] = new JsonArray([.. actions]) }.ToJsonString();
}
