using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Recoup.Contracts.Tests.Schemas;

/// <summary>Two OpenAPI documents that differ in the schema of a body and of a response.</summary>
/// <param name="Sent">The schema of the body, and its edits.</param>
/// <param name="Returned">The schema of the response. A response is read, so the document before has the edited schema.</param>
/// <param name="Form">Where the schemas stand: in the operation, or in components, with or without a schema between.</param>
internal sealed record DocumentEdits(SchemaEdits Sent, SchemaEdits Returned, int Form)
{
    private const int Forms = 4;

    public static Gen<DocumentEdits> All { get; } =
        from sent in SchemaPairGenerator.All
        from returned in SchemaPairGenerator.All
        from form in Gen.Choose(0, Forms - 1)
        select new DocumentEdits(sent, returned, form);

    public string Before => Write(Sent.Before, Returned.After);

    public string After => Write(Sent.After, Returned.Before);

    public override string ToString() => $"{Before}\n{After}";

    private string Write(string sent, string returned)
    {
        var schemas = new JsonObject();
        var post = new JsonObject
        {
            ["operationId"] = "post",
            ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(sent, "requestBody/content") },
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject { ["description"] = "", ["content"] = Content(returned, "responses/200/content") },
            },
        };
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "", ["version"] = "" },
            ["paths"] = new JsonObject { ["/a"] = new JsonObject { ["post"] = post } },
            ["components"] = new JsonObject { ["schemas"] = schemas },
        }.ToJsonString();

        JsonObject Content(string schema, string place) =>
            new() { ["application/json"] = new JsonObject { ["schema"] = Placed(schema, place) } };

        JsonNode Placed(string schema, string place)
        {
            if (Form == 0)
                return Moved(schema, $"#/paths/~1a/post/{place}/application~1json/schema");
            var name = place[..3];
            schemas[name] = Moved(schema, "#/components/schemas/" + name);
            var reference = new JsonObject { ["$ref"] = "#/components/schemas/" + name };
            if (Form == 1)
                return reference;
            schemas[name + "Alias"] = Form == 2 ? reference : new JsonObject { ["allOf"] = new JsonArray(reference), ["title"] = "Alias" };
            return new JsonObject { ["$ref"] = $"#/components/schemas/{name}Alias" };
        }
    }

    // References of the schema begin at its root, which is not the root of the document.
    private static JsonNode Moved(string schema, string place) =>
        JsonNode.Parse(schema.Replace("\"#/", $"\"{place}/", StringComparison.Ordinal))!;
}
