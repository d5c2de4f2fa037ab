using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Files;

/// <summary>Recognizes JSON documents of other kinds.</summary>
internal static class ForeignDocument
{
    private const string AsOpenApi = "export the API as an OpenAPI document";

    private static readonly (Func<PositionedElement, bool> Is, Func<PositionedElement, string> Words)[] Table =
    [
        (root => Has(root, "swagger"), root => $"a Swagger {Version(root, "swagger")}document: convert it to OpenAPI 3.0 or 3.1"),
        (root => Has(root, "openapi") && Version(root, "openapi") is ['3', '.', '0' or '1', '.', ..],
            root => $"an OpenAPI {Version(root, "openapi")}document: name a catalog, or use this file as an OpenAPI document"),
        (root => Version(root, "openapi") is [>= '0' and <= '9', ..],
            root => root["openapi"].ValueKind == JsonValueKind.Number
                ? "an OpenAPI document whose version is a number: write the version as a string, such as \"3.1.0\""
                : $"an OpenAPI {Version(root, "openapi")}document: convert it to version 3.0 or 3.1"),
        (root => root["actions"].ValueKind == JsonValueKind.Array,
            _ => "a catalog of actions: name an OpenAPI document, or use this file as a catalog"),
        (root => Has(root, "asyncapi"), _ => "an AsyncAPI document: " + AsOpenApi),
        (root => Has(root["info"], "_postman_id") || Contains(root["info"]["schema"], "getpostman.com"),
            _ => "a Postman collection: " + AsOpenApi),
        (root => Has(root["log"], "entries"), _ => "a HAR file: " + AsOpenApi),
        (root => Has(root, "__schema") || Has(root["data"], "__schema"), _ => "a GraphQL schema: " + AsOpenApi),
        (root => Contains(root["$schema"], "sarif") || (Has(root, "runs") && Has(root, "version")),
            _ => "a SARIF report: name the documents that it is about"),
        (root => Contains(root["$schema"], "json-schema.org") || (Has(root, "type") && Has(root, "properties")) || Has(root, "$defs"),
            _ => "a JSON Schema: put it into a catalog or an OpenAPI document"),
        (root => root["accept"].ValueKind == JsonValueKind.Array, _ => "an accept file: give it after --accept"),
    ];

    /// <summary>What a document is and what to do with it; null for an unknown one.</summary>
    /// <param name="root">The document.</param>
    public static string? Describe(PositionedElement root) => root.ValueKind == JsonValueKind.Object
        ? Table.FirstOrDefault(row => row.Is(root)).Words?.Invoke(root)
        : null;

    private static bool Has(PositionedElement value, string name) => value[name].ValueKind != JsonValueKind.Undefined;

    private static bool Contains(PositionedElement value, string part) =>
        value.AsString() is { } text && text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string Version(PositionedElement root, string name) => root[name] switch
    {
        { ValueKind: JsonValueKind.String } text => Short(text.GetString()),
        { ValueKind: JsonValueKind.Number } number => Short(number.RawText),
        _ => "",
    };

    // The text is somebody else's, so only a version is repeated.
    private static string Short(string text) =>
        text.Length <= 12 && text.All(character => character is >= '0' and <= '9' or '.') ? text + " " : "";
}
