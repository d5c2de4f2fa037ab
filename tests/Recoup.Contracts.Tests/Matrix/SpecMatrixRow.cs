using System.Text.Json.Nodes;

namespace Recoup.Contracts.Tests.Matrix;

/// <summary>A labeled pair of OpenAPI documents, and the findings that are true of it in both directions.</summary>
public sealed record SpecMatrixRow(int Line, string Name, string Before, string After, string There, string Back)
{
    private const string Document = """
        {"paths":{"/a":{"post":{"operationId":"o","responses":{"200":{"description":""}}}}}}
        """;

    private const string Schemes = """
        {"key":{"type":"apiKey","in":"header","name":"X-Key"},"token":{"type":"http","scheme":"bearer"},
        "login":{"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"https://a.example","scopes":{"read":"","write":""}}}}}
        """;

    public static SpecMatrixRow Read(int line, string text)
    {
        var cells = text.Split(" | ");
        var versions = cells[3].Split('>');
        return new SpecMatrixRow(
            line,
            $"{cells[0]}: {cells[1]}",
            Wrap(cells[2], versions[0], cells[6]),
            Wrap(cells[2], versions[^1], cells[7]),
            cells[4],
            cells[5]);
    }

    public override string ToString() => $"{Name}, line {Line}";

    private static string Wrap(string place, string version, string text)
    {
        var root = JsonNode.Parse(place == "document" ? text : Document)!.AsObject();
        root["openapi"] = version.Length == 3 ? version + ".0" : version;
        root["info"] ??= new JsonObject { ["title"] = "", ["version"] = "" };
        if (place == "document")
            return root.ToJsonString();
        if (place is "paths" or "servers")
        {
            root[place] = JsonNode.Parse(text);
            return root.ToJsonString();
        }

        if (place == "path")
        {
            root["paths"] = new JsonObject { [text] = Operation(text) };
            return root.ToJsonString();
        }

        var operation = root["paths"]!["/a"]!["post"]!.AsObject();
        var value = JsonNode.Parse(text);
        switch (place)
        {
            case "operation":
                foreach (var (name, member) in value!.AsObject().ToList())
                    Set(operation, name, member?.DeepClone());
                break;
            case "parameters" or "responses":
                operation[place] = value;
                break;
            case "value":
                operation["parameters"] = new JsonArray(new JsonObject { ["name"] = "p", ["in"] = "query", ["schema"] = value });
                break;
            case "body":
                operation["requestBody"] = value;
                break;
            case "sent":
                operation["requestBody"] = new JsonObject { ["content"] = value };
                break;
            case "response":
                operation["responses"]!["200"] = value;
                break;
            case "returned":
                operation["responses"]!["200"]!["content"] = value;
                break;
            case "security":
                Set(operation, "security", value);
                root["components"] = new JsonObject { ["securitySchemes"] = JsonNode.Parse(Schemes) };
                break;
            case "schemes":
                operation["security"] = new JsonArray(new JsonObject { ["k"] = new JsonArray() });
                root["components"] = new JsonObject { ["securitySchemes"] = new JsonObject { ["k"] = value } };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(place), place, "Unknown place.");
        }

        return root.ToJsonString();
    }

    /// <summary>An operation with the parameters of its path.</summary>
    private static JsonObject Operation(string path)
    {
        var parameters = new JsonArray([.. path.Split('{').Skip(1).Select(part => JsonNode.Parse(
            $$$"""{"name":"{{{part[..part.IndexOf('}', StringComparison.Ordinal)]}}}","in":"path","required":true,"schema":{}}"""))]);
        return new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = "o",
                ["parameters"] = parameters,
                ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "" } },
            },
        };
    }

    private static void Set(JsonObject target, string name, JsonNode? value)
    {
        if (value is null)
            target.Remove(name);
        else
            target[name] = value;
    }
}
