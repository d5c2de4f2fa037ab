using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Catalogs;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Parity;

/// <summary>Schemas of the provider and what the real server made of them (D12), to the order of the members.</summary>
public sealed class RenderingTests
{
    [Fact]
    public async Task Every_schema_is_served_as_the_real_server_served_it()
    {
        var rows = await File.ReadAllLinesAsync(
            TestData.RequireExternal("parity", "rendering.jsonl"), TestContext.Current.CancellationToken);
        var different = new List<string>();
        foreach (var row in rows.Select(line => JsonElement.Parse(line)))
        {
            var slug = row.GetProperty("slug").GetString()!;
            var expected = row.GetProperty("served").GetRawText();
            var got = await ServedAsync(slug, row.TryGetProperty("provider", out var provider) ? provider.GetRawText() : "{}");
            if (Compact(got) != Compact(expected))
                different.Add($"{slug}\n  provider {provider.GetRawText()}\n  expected {expected}\n  got      {got}");
        }

        different.ShouldBeEmpty();
        rows.Length.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task Every_action_of_the_pulled_catalog_is_rendered_from_the_schema_of_its_provider()
    {
        var served = RecoupCatalog.Load(TestData.RequireExternal("parity", "catalog.json")).Actions
            .ToDictionary(action => action.Slug, action => action.Parameters.GetRawText());
        var provider = RecoupCatalog.Load(TestData.RequireExternal("parity", "provider-catalog.json")).Actions;

        foreach (var action in provider)
        {
            var got = await ServedAsync(action.Slug, action.Parameters.GetRawText());
            Compact(got).ShouldBe(Compact(served[action.Slug]), action.Slug);
        }

        provider.Count.ShouldBe(served.Count);
    }

    // What the rules behind the recorded rows say about others.
    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[{"type":"string"},{"type":"number"},{"type":"boolean"}]}}}""",
        """{"type":["string","number","boolean"]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[{"type":"string","description":"d"},{"type":"null"}]}}}""",
        """{"type":["string","null"]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[{"type":"string"},{"type":"string"}]}}}""",
        """{"type":"string"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[{"type":"string","minLength":1},{"type":"number"}]}}}""",
        """{"anyOf":[{"type":"string","minLength":1},{"type":"number"}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[{"const":"x"},{"const":2}]}}}""",
        """{"type":["string","number"],"enum":["x",2]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":["integer","string","null"]}}}""",
        """{"anyOf":[{"type":"integer"},{"type":"string"},{"type":"null"}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":["string","boolean"],"description":"d"}}}""",
        """{"type":["string","boolean"],"description":"d"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer","enum":[1,2]}}}""",
        """{"type":"number","enum":[1,2]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"enum":["a",1,true]}}}""",
        """{"type":["string","number","boolean"],"enum":["a",1,true]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer","enum":[7]}}}""",
        """{"type":"number","const":7}""")]
    [InlineData("""{"type":"object","properties":{"a":{"const":false}}}""",
        """{"type":"boolean","const":false}""")]
    [InlineData("""{"type":"object","properties":{"a":{"const":{"x":1}}}}""",
        """{"type":"object"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"const":[1]}}}""",
        """{"type":"array"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":[{"type":"string"},{},{"type":"integer"}]}}}""",
        """{"type":"array","minItems":3,"maxItems":3,"items":[{"type":"string"},{},{"type":"integer"}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{"oneOf":[{"type":"string"},{"type":"number"}]}}}}""",
        """{"type":"array"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"allOf":[{"type":"object","properties":{}},"""
        + """{"type":"object","properties":{},"additionalProperties":true},{"type":"string"}]}}}""",
        """{"allOf":[{"type":"object","properties":{}},"""
            + """{"type":"object","properties":{},"additionalProperties":true},{"type":"string"}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","properties":{"x":{"type":"string"}}"""
        + ""","oneOf":[{"required":["x"]},{"required":["y"]}],"allOf":[{"type":"object"}]}}}""",
        """{"allOf":[{"type":"object","properties":{"x":{"type":"string"}}},{},{"type":"object","properties":{}}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"number","exclusiveMinimum":1,"minimum":0,"multipleOf":0.5,"maximum":9}}}""",
        """{"type":"number","multipleOf":0.5,"minimum":0,"maximum":9}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","maxLength":3,"pattern":"^a","minLength":1,"format":"date"}}}""",
        """{"type":"string","format":"date","pattern":"^a","minLength":1,"maxLength":3}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","examples":["\ud83d\ude80","\\ud83d"]}}}""",
        """{"type":"string","description":"Examples:\n  \"🚀\"\n  \"\\\\ud83d\""}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"boolean","nullable":true,"default":false,"description":"d"}}}""",
        """{"type":["boolean","null"],"description":"d","default":false}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"boolean","nullable":true,"default":null,"description":"d"}}}""",
        """{"type":["boolean","null"],"default":null,"description":"d"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":["string","number"],"default":5}}}""",
        """{"anyOf":[{"type":"string","default":5},{"type":"number","default":5}],"default":5}""")]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[{"type":"string","enum":["a","b"]},"""
        + """{"type":"string","enum":["b","c"]}]}}}""",
        """{"type":"string","enum":["a","b","c"]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer","multipleOf":1}}}""",
        """{"type":"integer"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"number","multipleOf":1}}}""",
        """{"type":"integer"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"number","format":"int64","minimum":0}}}""",
        """{"type":"integer","minimum":0}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","format":"ip"}}}""",
        """{"type":"string","anyOf":[{"format":"ipv4"},{"format":"ipv6"}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"enum":["a","a",1,1]}}}""",
        """{"type":["string","number"],"enum":["a",1]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"enum":["a",{"x":1}]}}}""",
        """{"anyOf":[{"type":"string","const":"a"},{"type":"object"}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[]}}}""",
        """{}""")]
    [InlineData("""{"type":"object","properties":{"a":{"allOf":[]}}}""",
        """{"not":{}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"enum":[]}}}""",
        """{"not":{}}""")]
    public async Task Siblings_of_the_recorded_schemas_follow_the_same_rules(string schema, string member)
    {
        var served = await ServedAsync("ACME_DO", schema);

        served.ShouldNotBeNull();
        Compact(JsonElement.Parse(served).GetProperty("properties").GetProperty("a").GetRawText()).ShouldBe(Compact(member));
    }

    [Fact]
    public async Task A_deep_schema_is_served()
    {
        const int levels = 90;
        var schema = string.Concat(Enumerable.Repeat("""{"type":"object","properties":{"a":""", levels))
            + """{"type":"string"}""" + string.Concat(Enumerable.Repeat("}}", levels));

        (await ServedAsync("ACME_DO", schema))!.Split("\"properties\"").Length.ShouldBe(levels + 1);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","properties":{"b":{"type":"any"}}}}}""")]
    [InlineData("""{"type":"object","properties":{"a":true}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[{"type":"string"},false]}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":true}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{"type":"integer","exclusiveMaximum":false}}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","pattern":"(?<!"}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"allOf":[{"type":"string","pattern":"[z-a]"}]}}}""")]
    public async Task A_schema_that_cannot_be_converted_hides_the_actions_of_all_own_connections(string schema)
    {
        var catalog = RecoupCatalog.Parse("""
            {"success":true,"actions":[
            {"slug":"ACME_BAD","name":"","description":"","connectorSlug":"acme","isConnected":true,"parameters":#},
            {"slug":"OTHER_GOOD","name":"","description":"","connectorSlug":"other","isConnected":true,"parameters":{"type":"object"}},
            {"slug":"SHARED_GOOD","name":"","description":"","connectorSlug":"shared","isConnected":false,"parameters":{"type":"object"}},
            {"slug":"COMPOSIO_SEARCH","name":"","description":"","connectorSlug":"composio","isConnected":true,"parameters":{}}]}
            """.Replace("#", schema, StringComparison.Ordinal));
        await using var mounted = await MountedEmulator.StartAsync(
            Host.InProcess, new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed }, catalog);
        mounted.Emulator.SetSharedConnection(catalog.Actions[2].ConnectorSlug);

        (await ListedAsync()).ShouldBe(["SHARED_GOOD", "COMPOSIO_SEARCH"]);
        ((int)(await mounted.Client.ExecuteAsync(catalog.Actions[1].Slug, "{}")).Status).ShouldBe(404);

        mounted.Emulator.Disconnect(catalog.Actions[0].ConnectorSlug);
        (await ListedAsync()).ShouldBe(["OTHER_GOOD", "SHARED_GOOD", "COMPOSIO_SEARCH"]);

        async Task<IEnumerable<string?>> ListedAsync() => (await mounted.Client.GetAnswerAsync(Requests.Actions)).Json
            .GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("slug").GetString());
    }

    private static string Compact(string? json) => JsonSerializer.Serialize(json is null ? null : JsonNode.Parse(json));

    /// <summary>The schema that the emulator lists; null if it does not list the action.</summary>
    private static async Task<string?> ServedAsync(string slug, string schema)
    {
        var connector = slug[..slug.IndexOf('_', StringComparison.Ordinal)].ToLowerInvariant();
        var catalog = $$"""
            {"success":true,"actions":[{"slug":"{{slug}}","name":"","description":"","connectorSlug":"{{connector}}","isConnected":true,
            "parameters":{{schema}}}]}
            """;
        await using var mounted = await MountedEmulator.StartAsync(
            Host.InProcess, new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed }, RecoupCatalog.Parse(catalog));
        var answer = await mounted.Client.GetAnswerAsync(Requests.Actions);
        var listed = JsonElement.Parse(answer.Body, new JsonDocumentOptions { MaxDepth = 1000 }).GetProperty("actions");
        return listed.GetArrayLength() == 0 ? null : listed[0].GetProperty("parameters").GetRawText();
    }
}
