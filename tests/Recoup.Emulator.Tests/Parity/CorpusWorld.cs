using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Catalogs;

namespace Recoup.Emulator.Tests.Parity;

/// <summary>
/// Translates the world of the corpus into one of the emulator. The corpus describes the real server's surroundings in words where the
/// emulator has a member: who may act for whom, what the provider does in an upstream mode, and which files there are.
/// </summary>
internal static class CorpusWorld
{
    // The status with which the provider responds. It drops the connection at "drop"; a 200 cannot be used.
    private static readonly Dictionary<string, int> Failures = new()
    {
        ["fail400"] = 400,
        ["fail500"] = 500,
        ["drop"] = 500,
        ["html"] = 200,
        ["dataArray"] = 200,
        ["dataString"] = 200,
    };

    public static World Of(JsonElement corpus, RecoupCatalog catalog, string? upstream) => World.Parse(new JsonObject
    {
        ["defaultAccount"] = "main",
        ["accounts"] = Accounts(corpus.GetProperty("accounts"), upstream is "owner-tools-down" or "owner-bad-tool" ? "down" : "up"),
        ["sharedConnections"] = JsonNode.Parse(corpus.GetProperty("sharedConnections").GetRawText()),
        ["upstream"] = upstream is "503" or "down" or "key-refused" ? "down" : "up",
        ["stubs"] = Stubs(corpus.GetProperty("outcomes"), catalog),
        ["files"] = JsonNode.Parse("""
            {
              "https://files.test/missing.png": { "isUnreachable": true },
              "https://files.test/unreachable.png": { "isUnreachable": "fetch failed" }
            }
            """),
    }.ToJsonString());

    private static JsonObject Accounts(JsonElement corpus, string upstream)
    {
        var access = JsonNode.Parse("""
            {
              "main": { "roster": "roster", "full": "full" },
              "staff": { "main": "full", "other": "full", "roster": "full", "full": "full" }
            }
            """)!;
        var accounts = new JsonObject();
        foreach (var account in corpus.EnumerateObject())
        {
            accounts[account.Name] = new JsonObject
            {
                ["connections"] = JsonNode.Parse(account.Value.GetProperty("connections").GetRawText()),
                ["access"] = access[account.Name]?.DeepClone() ?? new JsonObject(),
                ["upstream"] = upstream,
            };
        }

        return accounts;
    }

    private static JsonArray Stubs(JsonElement outcomes, RecoupCatalog catalog)
    {
        JsonArray stubs = [Stub("*", """{ "returns": { "ok": true, "echo": { "$parameters": "" } } }""")];
        foreach (var mode in outcomes.EnumerateObject().Where(mode => mode.Value.ValueKind == JsonValueKind.Object))
        {
            if (mode.Name is "none of these" or "meta-actions" || mode.Name.Contains("connection", StringComparison.Ordinal))
                continue;
            var stub = Stub("*", Failures.TryGetValue(mode.Name, out var status)
                ? $$$"""{ "failsUpstream": { "message": "{{{mode.Name}}}", "status": {{{status}}} } }"""
                : """{ "unsuccessful": "quota exceeded" }""");
            stub["where"] = new JsonObject { ["__mode"] = mode.Name };
            stubs.Add(stub);
        }

        foreach (var action in catalog.Actions.Where(action => action.ConnectorSlug == "composio"))
            stubs.Add(Stub(action.Slug, $$"""{ "returns": { "meta": true, "slug": "{{action.Slug}}" } }"""));
        return stubs;
    }

    private static JsonObject Stub(string action, string outcome) =>
        new() { ["action"] = action, ["outcomes"] = new JsonArray(JsonNode.Parse(outcome)) };
}
