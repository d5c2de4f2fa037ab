using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;

namespace Recoup.AI.Tests;

public sealed class AsToolsTests
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Of(typeof(GoogleSheets).Assembly);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_tool_has_the_name_the_description_and_the_schema_of_its_action()
    {
        using var client = Client();
        var tools = client.AsTools(YouTube.SearchVideos, GoogleSheets.BatchUpdate);

        tools.Select(tool => tool.Name).ShouldBe(["YOUTUBE_SEARCH_VIDEOS", "GOOGLESHEETS_BATCH_UPDATE"]);
        var action = Catalog.Actions.Single(action => action.Slug == "YOUTUBE_SEARCH_VIDEOS");
        tools[0].Description.ShouldStartWith(action.Description);
        tools[0].JsonSchema.GetRawText().ShouldBe(action.Parameters.GetRawText());
    }

    [Fact]
    public async Task A_tool_executes_its_action_and_returns_the_payload()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("googlesheets");
        emulator.On(GoogleSheets.GetValues).Returns(new { rows = 2 });
        using var client = emulator.CreateClient();

        var result = await Run(client, GoogleSheets.GetValues, """{"spreadsheet_id":"1AbC","range":"A1:B2"}""");

        result.GetProperty("rows").GetInt32().ShouldBe(2);
        emulator.Journal.Single(GoogleSheets.GetValues).Parameters.GetProperty("spreadsheet_id").GetString().ShouldBe("1AbC");
    }

    [Theory]
    [InlineData(ApiBehavior.Documented)]
    [InlineData(ApiBehavior.Deployed)]
    public async Task A_connector_that_is_not_connected_gives_the_link_to_connect_it(ApiBehavior behavior)
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = behavior });
        emulator.Disconnect("googlesheets");
        using var client = emulator.CreateClient();

        var result = await Run(client, GoogleSheets.GetValues, """{"spreadsheet_id":"1AbC","range":"A1:B2"}""");

        result.GetProperty("error").GetString().ShouldBe("not_connected");
        Uri.IsWellFormedUriString(result.GetProperty("authorizeUrl").GetString(), UriKind.Absolute).ShouldBeTrue();
        result.TryGetProperty("mayHaveExecuted", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Wrong_arguments_give_the_message_of_the_server_with_its_pointer()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("googlesheets");
        using var client = emulator.CreateClient();

        var result = await Run(client, GoogleSheets.GetValues, """{"spreadsheet_id":7,"range":"A1:B2"}""");

        result.GetProperty("error").GetString().ShouldBe("invalid_arguments");
        result.GetProperty("message").GetString()!.ShouldContain("/spreadsheet_id");
    }

    [Fact]
    public async Task An_unsuccessful_action_gives_the_words_of_the_service()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("googlesheets");
        emulator.On(GoogleSheets.GetValues).Unsuccessful("The sheet is protected.");
        using var client = emulator.CreateClient();

        var result = await Run(client, GoogleSheets.GetValues, """{"spreadsheet_id":"1AbC","range":"A1:B2"}""");

        result.GetProperty("error").GetString().ShouldBe("action_failed");
        result.GetProperty("message").GetString()!.ShouldEndWith("The sheet is protected.");
    }

    [Fact]
    public async Task A_lost_reply_says_that_the_action_may_have_been_executed()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("googlesheets");
        emulator.On(GoogleSheets.BatchUpdate).ExecutesThenLosesReply();
        using var client = emulator.CreateClient();

        var result = await Run(
            client, GoogleSheets.BatchUpdate, """{"spreadsheet_id":"1AbC","sheet_name":"S","values":[["a"]]}""");

        result.GetProperty("error").GetString().ShouldBe("no_response");
        result.GetProperty("mayHaveExecuted").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_upstream_says_that_the_action_may_have_been_executed()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("googlesheets");
        emulator.On(GoogleSheets.GetValues).FailsUpstream("Quota exceeded");
        using var client = emulator.CreateClient();

        var result = await Run(client, GoogleSheets.GetValues, """{"spreadsheet_id":"1AbC","range":"A1:B2"}""");

        result.GetProperty("error").GetString().ShouldBe("service_failed");
        result.GetProperty("message").GetString()!.ShouldContain("Quota exceeded");
        result.GetProperty("mayHaveExecuted").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task An_action_that_the_account_does_not_have_is_a_result()
    {
        await using var emulator = RecoupEmulator.Start(Catalog.Where(action => action.ConnectorSlug == "github"));
        using var client = emulator.CreateClient();

        var result = await Run(client, YouTube.SearchVideos, """{"q":"lo-fi"}""");

        result.GetProperty("error").GetString().ShouldBe("action_not_found");
    }

    [Fact]
    public async Task A_wrong_key_is_an_exception()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        using var http = emulator.CreateHttpClient();
        http.DefaultRequestHeaders.Clear();
        using var client = new RecoupClient(http, new RecoupClientOptions { ApiKey = "wrong" });

        await Should.ThrowAsync<UnauthorizedException>(() => Run(client, YouTube.SearchVideos, """{"q":"lo-fi"}"""));
    }

    [Theory]
    [InlineData(1_024, "\"é\\\n😀")]
    [InlineData(5_000, "\"é\\\n😀")]
    [InlineData(32_768, "\"")]
    [InlineData(32_768, "é")]
    [InlineData(1_024, "😀")]
    [InlineData(1_025, "😀")]
    [InlineData(1_026, "😀")]
    [InlineData(1_027, "😀")]
    [InlineData(1_024, "\u00a0")]
    public async Task A_large_result_is_cut_to_what_the_model_may_get_and_says_so(int most, string text)
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("youtube");
        emulator.On(YouTube.SearchVideos).Returns(new { text = string.Concat(Enumerable.Repeat(text, 50_000 / text.Length)) });
        using var client = emulator.CreateClient();
        var tool = client.AsTools(new RecoupToolOptions { MaxResultBytes = most }, YouTube.SearchVideos)[0];

        var result = (JsonElement)(await tool.InvokeAsync(Arguments("""{"q":"lo-fi"}"""), Cancellation))!;

        Encoding.UTF8.GetByteCount(result.GetRawText()).ShouldBeInRange(most - 20, most);
        var beginning = result.GetProperty("beginning").GetString()!;
        beginning.ShouldStartWith("""{"text":""");
        result.GetProperty("note").GetString()!
            .ShouldContain($"Only the first {Encoding.UTF8.GetByteCount(beginning)} are in 'beginning'.");
    }

    [Fact]
    public async Task A_long_reason_of_a_service_is_cut()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("youtube");
        emulator.On(YouTube.SearchVideos).Unsuccessful(new string('x', 500_000));
        using var client = emulator.CreateClient();

        var result = await Run(client, YouTube.SearchVideos, """{"q":"lo-fi"}""");

        result.GetRawText().Length.ShouldBeLessThan(5_000);
    }

    [Theory]
    [InlineData(Dialect.None)]
    [InlineData(Dialect.OpenAIStrict)]
    public async Task A_text_that_ends_in_the_middle_of_an_emoji_is_a_result(Dialect dialect)
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("youtube");
        using var client = emulator.CreateClient();
        var tool = client.AsTools(new RecoupToolOptions { Dialect = dialect }, YouTube.SearchVideos)[0];

        var result = (JsonElement)(await tool.InvokeAsync(Arguments("""{"q":"cut \ud83d"}"""), Cancellation))!;

        result.GetProperty("error").GetString().ShouldBe("invalid_arguments");
    }

    [Fact]
    public async Task A_call_is_executed_for_the_account_of_the_options_or_of_the_call()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        var (artist, label) = (emulator.AddAccount(), emulator.AddAccount());
        emulator.Connect("youtube", artist);
        emulator.Connect("youtube", label);
        emulator.AllowAccess(emulator.DefaultAccount, artist);
        emulator.AllowAccess(emulator.DefaultAccount, label);
        using var client = emulator.CreateClient();
        var options = new RecoupToolOptions
        {
            Account = artist.Id,
            AccountOfCall = arguments => arguments.Context?.ContainsKey("label") == true ? label.Id : null,
        };
        var tool = client.AsTools(options, YouTube.SearchVideos)[0];

        await tool.InvokeAsync(Arguments("""{"q":"one"}"""), Cancellation);
        var second = Arguments("""{"q":"two"}""");
        second.Context = new Dictionary<object, object?> { ["label"] = true };
        await tool.InvokeAsync(second, Cancellation);

        emulator.Journal.All(YouTube.SearchVideos).Select(exchange => exchange.Account!.Id).ShouldBe([artist.Id, label.Id]);
    }

    [Fact]
    public async Task A_cancellation_by_the_caller_is_an_exception()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        using var client = emulator.CreateClient();
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await client.AsTools(YouTube.SearchVideos)[0].InvokeAsync(Arguments("""{"q":"x"}"""), canceled.Token));
    }

    [Fact]
    public async Task A_call_is_a_span_of_the_kind_execute_tool_without_arguments()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Recoup.AI",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.GetTagItem("recoup.action.slug") is "INSTAGRAM_GET_USER_INSIGHTS")
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Disconnect("instagram");
        using var client = emulator.CreateClient();

        await Run(client, Instagram.GetUserInsights, """{"secret":"s3cret"}""");

        var span = spans.ShouldHaveSingleItem();
        span.OperationName.ShouldBe("execute_tool INSTAGRAM_GET_USER_INSIGHTS");
        span.GetTagItem("gen_ai.operation.name").ShouldBe("execute_tool");
        span.GetTagItem("error.type").ShouldNotBeNull();
        string.Concat(span.TagObjects.Select(tag => $"{tag.Value}")).ShouldNotContain("s3cret");
    }

    [Fact]
    public void A_catalog_gives_the_tools_that_the_options_select()
    {
        using var client = Client();
        var options = new RecoupToolOptions { Connectors = ["GITHUB", "you*"], Actions = ["*_create_*", "YOUTUBE_SEARCH_VIDEOS"] };

        var slugs = client.AsTools(Catalog, options).Select(tool => tool.GetService<ActionTool>()!.Slug).ToArray();

        slugs.ShouldContain("GITHUB_CREATE_ISSUE");
        slugs.ShouldContain("YOUTUBE_SEARCH_VIDEOS");
        slugs.ShouldAllBe(slug => slug.StartsWith("GITHUB_CREATE_") || slug == "YOUTUBE_SEARCH_VIDEOS");
    }

    [Theory]
    [InlineData(ToolApproval.Writes, false, true, true)]
    [InlineData(ToolApproval.Destroys, false, false, false)]
    [InlineData(ToolApproval.Always, true, true, true)]
    [InlineData(ToolApproval.Never, false, false, false)]
    public void A_tool_that_is_not_known_to_read_needs_approval(ToolApproval approval, bool search, bool upload, bool issue)
    {
        using var client = Client();
        var tools = client.AsTools(
            new RecoupToolOptions { Approval = approval }, YouTube.SearchVideos, YouTube.UploadVideo, GitHub.CreateIssue);

        tools.Select(tool => tool.GetService<ApprovalRequiredAIFunction>() is not null).ShouldBe([search, upload, issue]);
        tools.Select(tool => tool.GetService<ActionTool>()!.Effect).ShouldBe([ActionEffect.Read, ActionEffect.Write, ActionEffect.Write]);
    }

    [Fact]
    public void Only_actions_that_are_known_to_read_are_tools_if_asked_for()
    {
        using var client = Client();

        var tools = client.AsTools(Catalog, new RecoupToolOptions { ReadOnly = true });

        tools.Select(tool => tool.Name).ShouldContain("YOUTUBE_SEARCH_VIDEOS");
        tools.Select(tool => tool.GetService<ActionTool>()!.Effect).ShouldAllBe(effect => effect == ActionEffect.Read);
    }

    [Fact]
    public void A_method_that_is_no_action_or_named_twice_is_an_error_that_says_what_to_do()
    {
        using var client = Client();

        Should.Throw<ArgumentException>(() => client.AsTools(() => 1)).Message.ShouldContain("Pass the generated method itself");
        Should.Throw<ArgumentException>(() => client.AsTools(YouTube.SearchVideos, YouTube.SearchVideos))
            .Message.ShouldContain("YOUTUBE_SEARCH_VIDEOS is named twice");
    }

    private static RecoupClient Client() => new(new RecoupClientOptions { ApiKey = "unused" });

    private static async Task<JsonElement> Run(RecoupClient client, Delegate action, string arguments) =>
        (JsonElement)(await client.AsTools(action)[0].InvokeAsync(Arguments(arguments), Cancellation))!;

    private static AIFunctionArguments Arguments(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(document.RootElement.EnumerateObject().ToDictionary(member => member.Name, object? (member) => member.Value.Clone()));
    }
}
