using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;

namespace Recoup.AI.Tests.Toolbox;

public sealed class AsToolboxTests
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Load(TestData.QuickStartCatalog);

    [Fact]
    public void A_toolbox_has_three_tools()
    {
        using var client = Client();

        client.AsToolbox(Catalog).Select(tool => tool.Name).ShouldBe(["search_actions", "describe_action", "run_action"]);
    }

    [Theory]
    [InlineData(Dialect.None)]
    [InlineData(Dialect.OpenAI)]
    [InlineData(Dialect.OpenAIStrict)]
    [InlineData(Dialect.Anthropic)]
    [InlineData(Dialect.Gemini)]
    [InlineData(Dialect.Mcp)]
    public void The_definitions_have_at_most_1500_tokens(Dialect dialect)
    {
        using var client = Client();
        var hostile = RecoupCatalog.Parse($$"""{"actions":[{{string.Join(',', Enumerable.Range(0, 500).Select(i => $$"""
            {"slug":"A{{i}}","name":"","description":"","connectorSlug":"{{new string('c', 300)}}{{i}}","parameters":{} }
            """))}}]}""");

        foreach (var catalog in (RecoupCatalog[])[Catalog, hostile])
        {
            client.AsToolbox(catalog, new RecoupToolOptions { Dialect = dialect })
                .Sum(tool => Encoding.UTF8.GetByteCount(tool.Name + tool.Description + tool.JsonSchema.GetRawText()))
                .ShouldBeLessThan(1_500 * 4);
        }
    }

    [Fact]
    public async Task A_search_returns_signatures()
    {
        using var client = Client();

        var result = await Call(client, "search_actions", """{"query":"open a bug ticket"}""");

        var hit = result.GetProperty("actions").EnumerateArray()
            .First(hit => hit.GetProperty("action").GetString() == "GITHUB_CREATE_ISSUE");
        hit.GetProperty("signature").GetString()!.ShouldStartWith("(owner: string, repo: string, title: ");
        hit.GetProperty("description").GetString().ShouldBe("Opens an issue in a repository.");
        hit.GetProperty("connected").ValueKind.ShouldBeOneOf(JsonValueKind.True, JsonValueKind.False);
    }

    [Theory]
    [InlineData("""{"query":"create a thing","limit":3}""", 3)]
    [InlineData("""{"query":"create a thing","limit":1000}""", 20)]
    [InlineData("""{"query":"create a thing","limit":-1}""", 1)]
    [InlineData("""{"query":"create a thing","limit":"many"}""", 5)]
    [InlineData("""{"query":"create a thing","connector":"GOOGLEDRIVE","limit":20}""", 4)]
    public async Task A_search_is_limited(string arguments, int most)
    {
        using var client = Client();

        var actions = (await Call(client, "search_actions", arguments)).GetProperty("actions");

        actions.GetArrayLength().ShouldBeInRange(1, most);
        Encoding.UTF8.GetByteCount(actions.GetRawText()).ShouldBeLessThan(12_000);
    }

    [Fact]
    public async Task A_search_without_hits_says_what_to_do()
    {
        using var client = Client();

        var result = await Call(client, "search_actions", """{"query":"xyzzy"}""");

        result.GetProperty("actions").GetArrayLength().ShouldBe(0);
        result.GetProperty("note").GetString()!.ShouldContain("create an issue");
    }

    [Theory]
    [InlineData("search_actions", """{}""", "Expected the task in 'query'")]
    [InlineData("search_actions", """{"query":"  "}""", "Expected the task in 'query'")]
    [InlineData("search_actions", """{"query":"create","connector":"nowhere"}""", "There is no connector \"nowhere\".")]
    [InlineData("describe_action", """{}""", "Expected the action in 'action'")]
    [InlineData("describe_action", """{"action":17}""", "Expected the action in 'action'")]
    [InlineData("run_action", """{"arguments":{}}""", "Expected the action in 'action'")]
    [InlineData("run_action", """{"action":"GITHUB_CREATE_ISSUE","title":"x"}""", "Expected the parameters of the action in 'arguments'")]
    [InlineData("run_action", """{"action":"GITHUB_CREATE_ISSUE","arguments":[1]}""", "Expected an object in 'arguments', got Array.")]
    [InlineData("run_action", """{"action":"GITHUB_CREATE_ISSUE","arguments":"{"}""", "Expected an object in 'arguments', got String.")]
    [InlineData("run_action", """{"action":"GITHUB_CREATE_ISSUE","arguments":"{\"\\ud800\":1}"}""",
        "The arguments cannot be read as JSON: ")]
    [InlineData("run_action", """{"action":"GITHUB_CREATE_ISSUE","arguments":"{\"a\":\"\\ud800\"}"}""",
        "The arguments cannot be read as JSON: ")]
    [InlineData("run_action", """{"action":"GITHUB_CREATE_ISSUE","arguments":"{\"a\":[{\"\\ud800\":1}]}"}""",
        "The arguments cannot be read as JSON: ")]
    [InlineData("run_action", """{"action":"GITHUB_CREATE_ISSUE","arguments":{"a":{"\ud800":1}}}""",
        "The arguments cannot be read as JSON: ")]
    public async Task Wrong_arguments_are_a_result(string tool, string arguments, string message)
    {
        using var client = Client();

        var result = await Call(client, tool, arguments);

        result.GetProperty("error").GetString().ShouldBe("invalid_arguments");
        result.GetProperty("message").GetString().ShouldStartWith(message);
    }

    [Theory]
    [InlineData("describe_action", "GITHUB_CREATE_ISSUES", "GITHUB_CREATE_ISSUE")]
    [InlineData("run_action", "github_create_issue", "GITHUB_CREATE_ISSUE")]
    [InlineData("run_action", "SEND_AN_EMAIL", "GMAIL_SEND_EMAIL")]
    public async Task An_unknown_action_gets_the_nearest_ones(string tool, string action, string nearest)
    {
        using var client = Client();

        var result = await Call(client, tool, $$"""{"action":"{{action}}","arguments":{} }""");

        result.GetProperty("error").GetString().ShouldBe("action_not_found");
        result.GetProperty("message").GetString()!.ShouldContain(nearest);
    }

    [Fact]
    public async Task A_description_has_a_line_for_each_parameter()
    {
        using var client = Client();

        var result = await Call(client, "describe_action", """{"action":"GITHUB_CREATE_ISSUE"}""");

        var action = Catalog.Actions.Single(action => action.Slug == "GITHUB_CREATE_ISSUE");
        var lines = result.GetProperty("parameters").EnumerateArray().Select(line => line.GetString()!).ToArray();
        lines.Length.ShouldBe(action.Parameters.GetProperty("properties").EnumerateObject().Count());
        lines[0].ShouldStartWith("owner: string // ");
        result.TryGetProperty("schema", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_complete_description_has_the_schema()
    {
        using var client = Client();

        var result = await Call(client, "describe_action", """{"action":"GITHUB_CREATE_ISSUE","complete":true}""");

        var action = Catalog.Actions.Single(action => action.Slug == "GITHUB_CREATE_ISSUE");
        JsonElement.DeepEquals(result.GetProperty("schema"), action.Parameters).ShouldBeTrue();
    }

    [Fact]
    public async Task A_line_has_bounds_and_default()
    {
        var catalog = RecoupCatalog.Parse("""
            {"actions":[{"slug":"A","name":"","description":"D.","parameters":{"properties":{
              "page":{"type":"integer","description":"Which\npage.","minimum":1,"maximum":9,"default":1}}}}]}
            """);
        using var client = Client();

        var result = await Call(client, "describe_action", """{"action":"A"}""", catalog);

        result.GetProperty("parameters")[0].GetString().ShouldBe("page?: integer // Which page. (minimum 1, maximum 9, default 1)");
    }

    [Fact]
    public async Task A_parameter_of_several_branches_has_one_line()
    {
        var catalog = RecoupCatalog.Parse("""
            {"actions":[{"slug":"A","name":"","description":"D.","parameters":{"oneOf":[
              {"properties":{"a":{"type":"integer","maximum":5},"b":{"type":"string","minLength":1}},"required":["b"]},
              {"properties":{"a":{"type":"string","description":"Which."},"b":{"type":"string","minLength":1,"maxLength":9}},
               "required":["b"]}]}}]}
            """);
        using var client = Client();

        var result = await Call(client, "describe_action", """{"action":"A"}""", catalog);

        result.GetProperty("parameters").EnumerateArray().Select(line => line.GetString())
            .ShouldBe(["b: string (minLength 1)", "a?: integer | string // Which."]);
    }

    [Fact]
    public async Task A_description_names_required_parameters_first_and_counts_those_that_are_left_out()
    {
        var many = string.Join(',', Enumerable.Range(0, 250).Select(i => $"\"p{i}\":{{\"type\":\"string\"}}"));
        var catalog = RecoupCatalog.Parse($$$"""
            {"actions":[{"slug":"A","name":"","description":"D.","parameters":{"properties":{{{{many}}}},"required":["p230"]}}]}
            """);
        using var client = Client();

        var result = await Call(client, "describe_action", """{"action":"A"}""", catalog);

        var lines = result.GetProperty("parameters").EnumerateArray().Select(line => line.GetString()!).ToArray();
        lines[0].ShouldBe("p230: string");
        lines.Length.ShouldBe(200);
        result.GetProperty("note").GetString().ShouldBe("50 more parameters. Ask with complete: true for all.");
    }

    [Theory]
    [InlineData(Dialect.None, """{"spreadsheet_id":"1AbC","range":"A1:B2"}""")]
    [InlineData(Dialect.Anthropic, """{"spreadsheet_id":"1AbC","range":"A1:B2"}""")]
    [InlineData(Dialect.None, "\"{\\\"spreadsheet_id\\\":\\\"1AbC\\\",\\\"range\\\":\\\"A1:B2\\\"}\"")]
    public async Task Run_executes_an_action(Dialect dialect, string arguments)
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("googlesheets");
        emulator.On(GoogleSheets.GetValues).Returns(new { rows = 2 });
        using var client = emulator.CreateClient();

        var result = await Call(
            client, "run_action", $$"""{"action":"GOOGLESHEETS_GET_VALUES","arguments":{{arguments}} }""",
            options: new RecoupToolOptions { Dialect = dialect });

        result.GetProperty("rows").GetInt32().ShouldBe(2);
        emulator.Journal.Single(GoogleSheets.GetValues).Parameters.GetProperty("spreadsheet_id").GetString().ShouldBe("1AbC");
    }

    [Fact]
    public async Task Run_reports_errors_as_the_tool_of_the_action_does()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Disconnect("googlesheets");
        using var client = emulator.CreateClient();

        var result = await Call(
            client, "run_action", """{"action":"GOOGLESHEETS_GET_VALUES","arguments":{"spreadsheet_id":"1AbC","range":"A1:B2"}}""");

        result.GetProperty("error").GetString().ShouldBe("not_connected");
        result.TryGetProperty("authorizeUrl", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_options_exclude_is_neither_found_nor_run()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("github");
        using var client = emulator.CreateClient();
        var options = new RecoupToolOptions { Connectors = ["gmail"] };

        var found = await Call(client, "search_actions", """{"query":"create an issue on github","limit":20}""", options: options);
        var run = await Call(client, "run_action", """{"action":"GITHUB_CREATE_ISSUE","arguments":{}}""", options: options);

        found.GetProperty("actions").EnumerateArray().ShouldAllBe(hit => hit.GetProperty("action").GetString()!.StartsWith("GMAIL_"));
        run.GetProperty("error").GetString().ShouldBe("action_not_found");
        emulator.Journal.Count().ShouldBe(0);
    }

    [Theory]
    [InlineData(ToolApproval.Writes, false, true)]
    [InlineData(ToolApproval.Destroys, false, true)]
    [InlineData(ToolApproval.Always, true, true)]
    [InlineData(ToolApproval.Never, false, false)]
    [InlineData(ToolApproval.Writes, true, false)]
    public void Run_needs_approval_if_one_of_the_actions_does(ToolApproval approval, bool readOnly, bool needsApproval)
    {
        using var client = Client();

        var tools = client.AsToolbox(Catalog, new RecoupToolOptions { Approval = approval, ReadOnly = readOnly });

        tools.Select(tool => tool.GetService<ApprovalRequiredAIFunction>() is not null).ShouldBe([false, false, needsApproval]);
    }

    [Fact]
    public void A_toolbox_of_a_real_catalog_saves_nearly_all_tokens()
    {
        var catalog = RecoupCatalog.Load(TestData.RequireExternal("catalogs", "github-googledrive.source.json"));
        using var client = Client();

        Tokens(client.AsToolbox(catalog)).ShouldBeLessThan(1_500);
        Tokens(client.AsTools(catalog)).ShouldBeGreaterThan(200_000);
        static int Tokens(IReadOnlyList<AIFunction> tools) =>
            tools.Sum(tool => Encoding.UTF8.GetByteCount(tool.Name + tool.Description + JsonSerializer.Serialize(tool.JsonSchema))) / 4;
    }

    private static RecoupClient Client() => new(new RecoupClientOptions { ApiKey = "test" });

    private static async Task<JsonElement> Call(
        RecoupClient client, string tool, string arguments, RecoupCatalog? catalog = null, RecoupToolOptions? options = null)
    {
        using var json = JsonDocument.Parse(arguments);
        var members = json.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value);
        var function = client.AsToolbox(catalog ?? Catalog, options).Single(function => function.Name == tool);
        var result = await function.InvokeAsync(new AIFunctionArguments(members), TestContext.Current.CancellationToken);
        return result.ShouldBeOfType<JsonElement>();
    }
}
