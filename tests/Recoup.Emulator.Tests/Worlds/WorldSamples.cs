using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Emulator.Tests.Worlds;

/// <summary>Worlds on the catalog of the tests, and the schema of worlds.</summary>
internal static class WorldSamples
{
    /// <summary>A world with each member of the format.</summary>
    public const string Complete = """
        {
          "$schema": "world.schema.json",
          "$comment": "A label, an artist and a manager.",
          "defaultAccount": "label",
          "accounts": {
            "artist": {
              "$comment": "Only on the roster.",
              "connections": { "googlesheets": "active", "linkedin": "expired", "github": "revoked" }
            },
            "label": {
              "id": "3F0C5C1E-6A0B-4E53-9C57-0F6A4F7B1A2C",
              "key": "key-of-the-label",
              "token": "token-of-the-label",
              "credentials": "valid",
              "connections": { "googlesheets": "active", "linkedin": "initiated", "github": "none" },
              "access": { "artist": "roster", "manager": "full", "former": "none" },
              "upstream": "up"
            },
            "manager": { "access": { "label": "full" }, "upstream": "down", "connections": { "googlesheets": "active" } },
            "former": { "credentials": "revoked" }
          },
          "sharedConnections": ["github"],
          "upstream": "up",
          "stubs": [
            { "$comment": "Slow.", "action": "GITHUB_CREATE_ISSUE", "delay": 1.5 },
            { "action": "*", "outcomes": [{ "returns": { "echo": { "$parameters": "" } }, "$comment": "An echo." }] },
            {
              "action": "GOOGLESHEETS_BATCH_UPDATE",
              "account": "label",
              "where": { "sheet_name": "Q2", "values": [["Artist"]] },
              "outcomes": [
                { "returns": { "first": { "$parameters": "/values/0" } }, "times": 2, "delay": 0.25 },
                { "returnsNothing": true }
              ]
            },
            {
              "action": "GOOGLESHEETS_BATCH_UPDATE",
              "parameters": { "spreadsheet_id": "1", "sheet_name": "Q3", "values": [] },
              "outcomes": [
                { "returnsRaw": [1, 2] }, { "unsuccessful": "quota exceeded" }, { "failsUpstream": true }, { "failsUpstream": "boom" },
                { "timesOut": true }, { "timesOut": 2.5 }, { "answersMalformedJson": true }, { "answersHtml": true },
                { "answersHtml": 503 }, { "answersWrongShape": { "fine": true } }, { "executesThenLosesReply": true },
                { "executesThenLosesReply": "truncatedBody" }, { "fails": "reset" }, { "returnsRaw": null }
              ]
            },
            {
              "action": "GOOGLESHEETS_BATCH_UPDATE",
              "schema": { "properties": { "sheet_name": { "const": "Q4" } } },
              "outcomes": [{ "failsUpstream": { "message": "no Q4", "status": 429 } }]
            }
          ],
          "files": {
            "https://files.test/missing.png": { "isUnreachable": true },
            "https://files.test/gone.png": { "isUnreachable": "Gone" },
            "https://files.test/full.png": { "failsUpstream": true },
            "https://files.test/refused.png": { "failsUpstream": "no space" },
            "https://files.test/reset.png": { "fails": "reset" },
            "https://files.test/cover": { "returns": { "name": "cover.png", "mimetype": "image/png" } }
          },
          "stagedFiles": [
            { "name": "old.png", "mimetype": "image/png" },
            { "name": "new.png", "mimetype": "image/png", "s3key": "staged/new.png" }
          ]
        }
        """;

    private static readonly Lazy<JsonSchema> LazySchema = new(() =>
    {
        using var stream = typeof(World).Assembly.GetManifestResourceStream("world.schema.json").ShouldNotBeNull();
        using var document = JsonDocument.Parse(stream);
        return JsonSchema.Parse(document.RootElement);
    });

    public static JsonSchema Schema => LazySchema.Value;

    public static RecoupEmulatorOptions Options(string world, ApiBehavior behavior = ApiBehavior.Documented) =>
        new() { World = World.Parse(world), Behavior = behavior };

    /// <summary>A world that has only stubs.</summary>
    public static string Stubs(string stubs) => $$"""{ "stubs": {{stubs}} }""";
}
