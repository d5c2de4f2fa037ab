using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Emulator.Tests.Contract;

/// <summary>The documented statuses and schemas of each operation. The product's own readers are not used.</summary>
internal static class SpecDocument
{
    private static readonly JsonElement Document = JsonElement.Parse(File.ReadAllBytes(TestData.Spec));

    /// <summary>Every documented operation and status, for example <c>GET /api/connectors 200</c>.</summary>
    public static IReadOnlyList<string> Statuses { get; } =
        [.. from path in Document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            from response in operation.Value.GetProperty("responses").EnumerateObject()
            select $"{operation.Name.ToUpperInvariant()} {path.Name} {response.Name}"];

    /// <summary>The schema of the body of a response, with the document's components.</summary>
    public static JsonSchema Schema(string method, string path, int status)
    {
        var reference = Document.GetProperty("paths").GetProperty(path).GetProperty(method.ToLowerInvariant())
            .GetProperty("responses")
                .GetProperty($"{status}")
                .GetProperty("content")
                .GetProperty("application/json")
                .GetProperty("schema")
                .GetProperty("$ref")
                .GetString();
        return JsonSchema.Parse(
            $$"""{"$ref":"{{reference}}","components":{{Document.GetProperty("components").GetRawText()}}}""",
            new JsonSchemaOptions { AssertFormat = true });
    }
}
