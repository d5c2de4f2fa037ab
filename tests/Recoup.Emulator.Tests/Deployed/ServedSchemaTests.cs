using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Catalogs;
using Recoup.Emulator.Deployed.Rendering;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Deployed;

/// <summary>Compares D12 with the schemas that the real server served.</summary>
public sealed class ServedSchemaTests
{
    [Fact]
    public void The_930_real_schemas_are_equal_to_those_of_the_real_server()
    {
        var source = RecoupCatalog.Load(TestData.RequireExternal("catalogs", "github-googledrive.source.json"));
        var served = RecoupCatalog.Load(TestData.RequireExternal(
            "catalogs", "github-googledrive.served.json")).Actions.ToDictionary(action => action.Slug);

        var different = source.Actions
            .Where(action => !JsonElement.DeepEquals(ServedSchema.Of(action), served[action.Slug].Parameters))
            .Select(action => $"{action.Slug}\n  ours {ServedSchema.Of(action)}\n  real {served[action.Slug].Parameters}")
            .ToArray();

        different.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","title":"A","examples":["x"]}}}""",
        """{"type":"object","properties":{"a":{"type":"string","description":"A\nExample: \"x\""}},"additionalProperties":"""
            + """false,"$schema":"http://json-schema.org/draft-07/schema#"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer","nullable":true},"b":{"type":"string","nullable":true}}}""",
        """{"type":"object","properties":{"a":{"anyOf":[{"type":"integer"},{"type":"null"}]},"b":{"type":"""
            + """["string","null"]}},"additionalProperties":false,"$schema":"http://json-schema.org/draft-07/schema#"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"oneOf":[{"type":"integer"},{"type":"string"}]},"b":{"$ref":"#/$defs/x"},"c":"""
        + """{"not":{}}}}""",
        """{"type":"object","properties":{"a":{},"b":{},"c":{}},"additionalProperties":false,"$schema":"http:"""
            + """//json-schema.org/draft-07/schema#"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","default":null}}}""",
        """{"type":"object","properties":{"a":{"anyOf":[{"type":"string","default":null},{"type":"null"}],"default":"""
            + """null}},"additionalProperties":false,"$schema":"http://json-schema.org/draft-07/schema#"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","enum":["x"]},"b":{"type":"string","format":"path"},"c":"""
        + """{"type":"string","format":"binary"}}}""",
        """{"type":"object","properties":{"a":{"type":"string","const":"x"},"b":{"type":"string"},"c":"""
            + """{"type":"string","contentEncoding":"base64"}},"additionalProperties":false,"$schema":"http:"""
                + """//json-schema.org/draft-07/schema#"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{"type":"object","file_uploadable":"""
        + """true,"title":"FileUploadable","properties":{"name":{"type":"string"}}}},"b":{"type":"object","file_uploadable":"""
            + """true,"description":"A file"}}}""",
        """{"type":"object","properties":{"a":{"type":"array","items":{"type":"object","properties":{"name":"""
            + """{"type":"string"}},"additionalProperties":false,"description":"FileUploadable"}},"b":{"type":"string","description":"A """
                + """file"}},"additionalProperties":false,"$schema":"http://json-schema.org/draft-07/schema#"}""")]
    [InlineData("""{}""", """{}""")]
    [InlineData(
        """{"$schema":"http://json-schema.org/draft-07/schema#","oneOf":[]}""",
        """{"$schema":"http://json-schema.org/draft-07/schema#","oneOf":[]}""")]
    public async Task The_list_of_actions_shows_the_served_schema(string source, string served)
    {
        var catalog = RecoupCatalog.Parse(
            $$"""{"success":true,"actions":"""
                + $$"""[{"slug":"A_B","name":"","description":"","parameters":{{source}},"connectorSlug":"a","isConnected":true}]}""");
        await using var mounted = await MountedEmulator.StartAsync(
            Host.InProcess, new RecoupEmulatorOptions { With = { Divergences.D12 } }, catalog);

        var shown = (await mounted.Client.GetAnswerAsync(Requests.Actions)).Json.GetProperty("actions")[0]
            .GetProperty("parameters")
            .GetRawText();

        JsonNode.DeepEquals(JsonNode.Parse(shown), JsonNode.Parse(served)).ShouldBeTrue(shown);
    }
}
