using System.Text.Json;

namespace Recoup.Benchmarks.Emulation;

/// <summary>
/// The catalog in the forms that the peers read: an OpenAPI document with an operation for each action, and a WireMock stub for each.
/// </summary>
internal sealed class PeerFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recoup-peers-");

    public PeerFolder(Workload workload)
    {
        Document = Path.Combine(_folder.FullName, "actions.openapi.json");
        File.WriteAllText(Document, JsonSerializer.Serialize(OpenApi(workload)));
        Stubs = Path.Combine(_folder.FullName, "wiremock");
        var mappings = Directory.CreateDirectory(Path.Combine(Stubs, "mappings"));
        File.WriteAllText(
            Path.Combine(mappings.FullName, "actions.json"),
            JsonSerializer.Serialize(new { mappings = workload.Catalog.Actions.Select(StubOf) }));
    }

    public string Document { get; }

    /// <summary>WireMock's root folder.</summary>
    public string Stubs { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private static object OpenApi(Workload workload) => new
    {
        openapi = "3.1.0",
        info = new { title = "Actions", version = "1" },
        paths = workload.Catalog.Actions.ToDictionary(action => $"/actions/{action.Slug}", action => new
        {
            post = new
            {
                requestBody = new { required = true, content = Json(action.Parameters) },
                responses = new Dictionary<string, object> { ["200"] = new { description = "Executed", content = Json(Result) } },
            },
        }),
    };

    private static object StubOf(Catalogs.CatalogAction action) => new
    {
        request = new
        {
            method = "POST",
            urlPath = Workload.Path,
            headers = new Dictionary<string, object> { ["x-api-key"] = new { equalTo = Recoup.Emulator.RecoupEmulator.DefaultApiKey } },
            bodyPatterns = new object[]
            {
                new
                {
                    matchesJsonSchema = new
                    {
                        type = "object",
                        required = (string[])["actionSlug", "parameters"],
                        properties = new { actionSlug = new { @const = action.Slug }, parameters = action.Parameters },
                    },
                    schemaVersion = "V7",
                },
            },
        },
        response = new { status = 200, jsonBody = new { success = true, result = new { slug = action.Slug } } },
    };

    private static readonly JsonElement Result =
        JsonElement.Parse("""{"type":"object","required":["success"],"properties":{"success":{"type":"boolean"}}}""");

    private static Dictionary<string, object> Json(JsonElement schema) => new() { ["application/json"] = new { schema } };
}
