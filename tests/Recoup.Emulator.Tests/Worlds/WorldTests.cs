using System.Net.Http.Headers;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Worlds;

/// <summary>The state that a world describes shows in the responses.</summary>
public sealed class WorldTests
{
    [Theory, Everywhere]
    public async Task Accounts_have_the_ids_keys_and_tokens_of_the_world(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, WorldSamples.Options(WorldSamples.Complete));
        var label = mounted.Emulator.DefaultAccount;

        (label.Name, label.Id, label.ApiKey, label.AccessToken).ShouldBe(
            ("label", Guid.Parse("3f0c5c1e-6a0b-4e53-9c57-0f6a4f7b1a2c"), "key-of-the-label", "token-of-the-label"));
        mounted.Emulator.Accounts.Select(account => account.Name).ShouldBe(["label", "artist", "manager", "former"]);
        mounted.Emulator.GetAccount("artist").ApiKey.ShouldStartWith("recoup_sk_emulator_");

        (await StatusAsync(mounted, "x-api-key", "key-of-the-label")).ShouldBe(200);
        (await StatusAsync(mounted, "Authorization", "Bearer token-of-the-label")).ShouldBe(200);
        (await StatusAsync(mounted, "x-api-key", RecoupEmulator.DefaultApiKey)).ShouldBe(401);
        (await StatusAsync(mounted, "x-api-key", mounted.Emulator.GetAccount("artist").ApiKey)).ShouldBe(200);
        (await StatusAsync(mounted, "x-api-key", mounted.Emulator.GetAccount("former").ApiKey)).ShouldBe(401, "it is revoked");
    }

    [Theory, Everywhere]
    public async Task Accounts_have_the_access_of_the_world(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(
            host, WorldSamples.Options(WorldSamples.Complete, ApiBehavior.Deployed));

        (await ReadAsync(mounted, "label", "artist")).ShouldBe(200);
        (await ActAsync(mounted, "label", "artist")).ShouldBe(403, "it is only on the roster (D17)");
        (await ReadAsync(mounted, "label", "manager")).ShouldBe(200);
        (await ActAsync(mounted, "label", "manager")).ShouldNotBe(403);
        (await ReadAsync(mounted, "label", "former")).ShouldBe(403);
        (await ReadAsync(mounted, "artist", "label")).ShouldBe(403, "access has a direction");
        (await ActAsync(mounted, "manager", "label")).ShouldBe(200);
    }

    [Theory, Everywhere]
    public async Task Connections_have_the_states_of_the_world(Host host)
    {
        const string world = """
            {
              "accounts": {
                "main": { "connections": { "linkedin": "active" } },
                "none": { "connections": { "googlesheets": "none" } },
                "initiated": { "connections": { "googlesheets": "initiated" } },
                "active": { "connections": { "googlesheets": "active" } },
                "expired": { "connections": { "googlesheets": "expired" } },
                "revoked": { "connections": { "googlesheets": "revoked" } }
              }
            }
            """;
        await using var mounted = await MountedEmulator.StartAsync(host, WorldSamples.Options(world, ApiBehavior.Deployed));

        mounted.Emulator.GetConnection("googlesheets").ShouldBe(ConnectionState.None, "these connections are all");
        mounted.Emulator.GetConnection("linkedin").ShouldBe(ConnectionState.Active);
        foreach (var state in Enum.GetValues<ConnectionState>())
        {
            var account = mounted.Emulator.GetAccount($"{state}".ToLowerInvariant());
            mounted.Emulator.GetConnection("googlesheets", account).ShouldBe(state);
            (await ActAsync(mounted, account.Name!, null)).ShouldBe(
                state switch { ConnectionState.Active => 200, ConnectionState.Revoked => 500, _ => 404 }, $"{state} (D3)");
        }
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{ "accounts": {} }""", true)]
    [InlineData("""{ "accounts": { "main": {} } }""", true)]
    [InlineData("""{ "accounts": { "main": { "connections": {} } } }""", false)]
    public async Task The_default_account_keeps_the_connections_of_the_catalog_unless_the_world_has_others(string world, bool keeps)
    {
        await using var emulator = RecoupEmulator.Start(Catalog, WorldSamples.Options(world));

        emulator.GetConnection("googlesheets").ShouldBe(keeps ? ConnectionState.Active : ConnectionState.None);
        emulator.DefaultAccount.ApiKey.ShouldBe(RecoupEmulator.DefaultApiKey);
    }

    [Theory, Everywhere]
    public async Task Shared_connections_can_be_used_by_every_account(Host host)
    {
        const string world = """{ "accounts": { "a": {}, "b": {} }, "sharedConnections": ["linkedin"] }""";
        await using var mounted = await MountedEmulator.StartAsync(host, WorldSamples.Options(world, ApiBehavior.Deployed));

        (await mounted.Client.ExecuteAsync(Post, ValidPost)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Host.InProcess, """{ "upstream": "down" }""", 502)]
    [InlineData(Host.Port, """{ "upstream": "down" }""", 502)]
    [InlineData(Host.InProcess, """{ "accounts": { "a": { "upstream": "down" } } }""", 502)]
    [InlineData(Host.Port, """{ "accounts": { "a": { "upstream": "down" } } }""", 502)]
    [InlineData(Host.Port, """{ "accounts": { "a": { "upstream": "up" }, "b": { "upstream": "down" } }, "upstream": "up" }""", 200)]
    public async Task The_upstream_is_down_for_all_or_for_one(Host host, string world, int status)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, WorldSamples.Options(world));

        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(status);
    }

    [Theory, Everywhere]
    public async Task Conditions_select_the_stub(Host host)
    {
        const string world = """
            {
              "accounts": { "main": { "access": { "artist": "full" } }, "artist": { "connections": { "googlesheets": "active" } } },
              "stubs": [
                { "action": "*", "outcomes": [{ "returns": { "stub": "any" } }] },
                {
                  "action": "GOOGLESHEETS_BATCH_UPDATE", "where": { "sheet_name": "Q2", "values": [[1.0], []] },
                  "outcomes": [{ "returns": { "stub": "where" } }]
                },
                {
                  "action": "GOOGLESHEETS_BATCH_UPDATE", "parameters": { "values": [], "sheet_name": "Q3", "spreadsheet_id": "1" },
                  "outcomes": [{ "returns": { "stub": "parameters" } }]
                },
                {
                  "action": "GOOGLESHEETS_BATCH_UPDATE", "schema": { "properties": { "values": { "minItems": 3 } } },
                  "outcomes": [{ "returns": { "stub": "schema" } }]
                },
                { "action": "*", "account": "artist", "outcomes": [{ "returns": { "stub": "account" } }] }
              ]
            }
            """;
        await using var mounted = await MountedEmulator.StartAsync(host, WorldSamples.Options(world));

        (await StubAsync("""{"spreadsheet_id":"1","sheet_name":"Q1","values":[]}""")).ShouldBe("any");
        (await StubAsync("""{"spreadsheet_id":"1","sheet_name":"Q2","values":[[1],[]]}""")).ShouldBe("where");
        (await StubAsync("""{"spreadsheet_id":"1","sheet_name":"Q2","values":[[1],[],[]]}""")).ShouldBe("schema", "the array is longer");
        (await StubAsync("""{"spreadsheet_id":"1","sheet_name":"Q2","values":[[1],[2]]}""")).ShouldBe("any");
        (await StubAsync("""{"spreadsheet_id":"1","sheet_name":"Q3","values":[]}""")).ShouldBe("parameters");
        (await StubAsync("""{"spreadsheet_id":"2","sheet_name":"Q3","values":[]}""")).ShouldBe("any");
        (await StubAsync(ValidUpdate, mounted.Emulator.GetAccount("artist").Id)).ShouldBe("account");
        (await mounted.Client.ExecuteAsync(Issue, ValidIssue)).Body.ShouldContain("any", customMessage: "* is every action");

        async Task<string?> StubAsync(string parameters, Guid? account = null) =>
            (await mounted.Client.ExecuteAsync(Update, parameters, account)).Json.GetProperty("result").GetProperty("stub").GetString();
    }

    [Fact]
    public async Task A_message_about_an_unscripted_call_shows_the_conditions_of_the_world()
    {
        const string stubs = """
            [{ "action": "*", "where": { "sheet_name": "Q2" }, "schema": { "required": ["user"] }, "outcomes": [{ "returns": {} }] }]
            """;
        await using var emulator = RecoupEmulator.Start(
            Catalog, new RecoupEmulatorOptions { World = World.Parse(WorldSamples.Stubs(stubs)), Strict = true });
        using var client = emulator.CreateHttpClient();

        var exception = await Should.ThrowAsync<RecoupEmulatorException>(() => client.ExecuteAsync(Update, ValidUpdate));

        exception.Message.ShouldContain("""where { "sheet_name": "Q2" } - /sheet_name: expected "Q2", got "Streams" """.TrimEnd());
        exception.Message.ShouldContain("""schema { "required": ["user"] } - """);
        Should.Throw<RecoupEmulatorException>(emulator.Verify).Message.ShouldContain("The stub for * was never used");
        await Should.ThrowAsync<RecoupEmulatorException>(async () => await emulator.DisposeAsync());
    }

    [Theory]
    [InlineData("""{ "$parameters": "" }""", """{"rows":[["a","b"],[1,null]],"~/":{"x":true}}""")]
    [InlineData("""{ "row": { "$parameters": "/rows/1" }, "n": 1 }""", """{"row":[1,null],"n":1}""")]
    [InlineData("""{ "x": [{ "$parameters": "/~0~1/x" }, { "$parameters": "/rows/0/0" }] }""", """{"x":[true,"a"]}""")]
    [InlineData("""{ "x": [{ "$parameters": "/rows/2" }, { "$parameters": "/rows/01" }] }""", """{"x":[null,null]}""")]
    [InlineData("""{ "x": { "$parameters": "/absent/0" }, "y": { "$parameters": "/rows/-" } }""", """{"x":null,"y":null}""")]
    [InlineData("""{ "x": { "$parameters": "/rows/99999999999999999999" }, "y": "é" }""", """{"x":null,"y":"é"}""")]
    public async Task A_payload_takes_values_from_the_parameters(string payload, string result)
    {
        var stubs = $$"""[{ "action": "*", "outcomes": [{ "returns": {{payload}} }, { "returnsRaw": {{payload}} }] }]""";
        var options = new RecoupEmulatorOptions { World = World.Parse(WorldSamples.Stubs(stubs)), With = { Divergences.D5 } };
        await using var emulator = RecoupEmulator.Start(Catalog, options);
        using var client = emulator.CreateHttpClient();

        for (var i = 0; i < 2; i++)
        {
            var answer = await client.ExecuteAsync(Update, """{"rows":[["a","b"],[1,null]],"~/":{"x":true}}""");
            answer.Json.GetProperty("result").GetRawText().ShouldBe(result);
        }
    }

    [Fact]
    public async Task Deep_payloads_and_deep_parameters_are_returned()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 200)) + """{ "$parameters": "" }""" + string.Concat(Enumerable.Repeat("]", 200));
        var world = WorldSamples.Stubs($$"""[{ "action": "*", "outcomes": [{ "returns": { "deep": {{deep}} } }] }]""");
        await using var emulator = RecoupEmulator.Start(Catalog, WorldSamples.Options(world));
        using var client = emulator.CreateHttpClient();
        var nested = string.Concat(Enumerable.Repeat("""{"a":""", 50)) + "1" + new string('}', 50);

        var answer = await client.ExecuteAsync(Issue, $$"""{"owner":"a","repo":"b","title":"c","nested":{{nested}}}""");

        answer.Body.ShouldContain("""{"owner":"a","repo":"b","title":"c","nested":""" + nested);
    }

    [Fact]
    public async Task A_result_that_multiplies_the_parameters_is_refused()
    {
        var many = string.Join(',', Enumerable.Repeat("""{ "$parameters": "" }""", 100));
        var world = WorldSamples.Stubs($$"""[{ "action": "*", "outcomes": [{ "returns": { "many": [{{many}}] } }] }]""");
        await using var emulator = RecoupEmulator.Start(Catalog, WorldSamples.Options(world));
        using var client = emulator.CreateHttpClient();

        var exception = await Should.ThrowAsync<RecoupEmulatorException>(() =>
            client.ExecuteAsync(Issue, $$"""{"owner":"a","repo":"b","title":"{{new string('x', 1_000_000)}}"}"""));

        exception.Message.ShouldContain("more than 16 MB");
    }

    [Theory, Everywhere]
    public async Task Files_are_staged_as_the_world_says(Host host)
    {
        var world = WorldSamples.Complete.Replace("\"linkedin\": \"initiated\"", "\"linkedin\": \"active\"", StringComparison.Ordinal);
        await using var mounted = await MountedEmulator.StartAsync(host, WorldSamples.Options(world));

        (await StageAsync("missing.png")).DocumentedError(400).ShouldContain("Not Found");
        (await StageAsync("gone.png")).DocumentedError(400).ShouldContain("Gone");
        (await StageAsync("full.png")).DocumentedError(502).ShouldContain("the storage failed.");
        (await StageAsync("refused.png")).DocumentedError(502).ShouldContain("no space");
        (await StageAsync("cover")).Body.ShouldContain("\"cover.png\"");
        await Should.ThrowAsync<HttpRequestException>(() => StageAsync("reset.png"));
        (await PostAsync("staged/new.png")).ShouldBe(200);
        (await PostAsync("staged/unknown.png")).ShouldBe(400);

        Task<Answer> StageAsync(string file) => mounted.Client.PostAsync(
            Requests.Files,
            $$"""{"url":"https://files.test/{{file}}","toolSlug":"{{Post}}"}""");

        async Task<int> PostAsync(string key) => (int)(await mounted.Client.ExecuteAsync(
            Post, $$"""{"commentary":"x","images":[{"name":"new.png","mimetype":"image/png","s3key":"{{key}}"}]}""")).Status;
    }

    [Fact]
    public async Task A_world_is_loaded_from_a_file_and_starts_any_number_of_emulators()
    {
        using var folder = new TempFolder();
        var path = folder["world.json"];
        await File.WriteAllTextAsync(
            path, WorldSamples.Stubs("""[{ "action": "*", "outcomes": [{ "unsuccessful": "first" }, { "unsuccessful": "second" }] }]"""),
            TestContext.Current.CancellationToken);
        var options = new RecoupEmulatorOptions { World = World.Load(path) };

        for (var i = 0; i < 2; i++)
        {
            await using var emulator = RecoupEmulator.Start(Catalog, options);
            using var client = emulator.CreateHttpClient();
            (await client.ExecuteAsync(Update, ValidUpdate)).Body.ShouldContain("first", customMessage: "emulators share no progress");
        }
    }

    [Fact]
    public async Task An_unknown_name_of_an_account_gets_a_suggestion()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, WorldSamples.Options(WorldSamples.Complete));

        Should.Throw<RecoupEmulatorException>(() => emulator.GetAccount("artits")).Message.ShouldContain("Did you mean 'artist'?");
    }

    private static async Task<int> StatusAsync(MountedEmulator mounted, string header, string value)
    {
        using var client = mounted.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value).ShouldBeTrue();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return (int)(await client.GetAnswerAsync(Requests.Connectors)).Status;
    }

    private static async Task<int> ReadAsync(MountedEmulator mounted, string caller, string target)
    {
        using var client = ClientOf(mounted, caller);
        var answer = await client.GetAnswerAsync($"{Requests.Connectors}?account_id={mounted.Emulator.GetAccount(target).Id}");
        return (int)answer.Status;
    }

    private static async Task<int> ActAsync(MountedEmulator mounted, string caller, string? target)
    {
        using var client = ClientOf(mounted, caller);
        return (int)(await client.ExecuteAsync(Update, ValidUpdate, target is null ? null : mounted.Emulator.GetAccount(target).Id)).Status;
    }

    private static HttpClient ClientOf(MountedEmulator mounted, string account)
    {
        var client = mounted.CreateClient();
        client.DefaultRequestHeaders.Add("x-api-key", mounted.Emulator.GetAccount(account).ApiKey);
        return client;
    }

    [Theory]
    [InlineData("\"executesThenLosesReply\": true")]
    [InlineData("\"fails\": \"reset\"")]
    [InlineData("\"fails\": \"truncatedBody\"")]
    public async Task A_network_fault_needs_no_sample_of_a_result(string outcome)
    {
        var catalog = Recoup.Catalogs.RecoupCatalog.Parse("""
            {"actions":[{"slug":"GITHUB_GET","name":"Get","description":"","connectorSlug":"github","isConnected":true,
            "parameters":{"type":"object"},"outputParameters":{"not":{}}}]}
            """);
        await using var emulator = RecoupEmulator.Start(
            catalog, World.Parse($$"""{ "stubs": [{ "action": "GITHUB_GET", "outcomes": [{ {{outcome}} }] }] }"""));
        using var client = emulator.CreateHttpClient();

        await Should.ThrowAsync<HttpRequestException>(() => client.ExecuteAsync("GITHUB_GET", "{}"));
    }

    [Fact]
    public async Task The_schemas_of_all_stubs_share_the_work_of_a_request()
    {
        var all = string.Join(',', Enumerable.Range(0, 30).Select(i => $$"""
            "d{{i}}":{"allOf":[{"$ref":"#/$defs/d{{i + 1}}"},{"$ref":"#/$defs/d{{i + 1}}"}]}
            """));
        var schema = """{"$ref":"#/$defs/d0","$defs":{""" + all + ""","d30":{"minProperties":0}}}""";
        var stub = """{ "action": "*", "schema": """ + schema + """, "outcomes": [{ "returns": {} }] }""";
        var stubs = string.Join(',', Enumerable.Repeat(stub, 200));
        await using var emulator = RecoupEmulator.Start(Catalog, World.Parse($$"""{ "stubs": [{{stubs}}] }"""));
        using var client = emulator.CreateHttpClient();

        // Each of them would take 20,000,000 steps alone.
        ((int)(await client.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(200);
        emulator.Journal.Single().Outcome.ShouldBe("default result");
    }
}
