using System.Text.Json;
using Microsoft.Extensions.AI;
using Recoup.Actions;
using Recoup.AI.Testing;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;

namespace Recoup.AI.Tests;

public sealed class ScriptedChatClientTests
{
    private const string Range = """{"spreadsheet_id":"1AbC","range":"A1:B2"}""";

    private static readonly RecoupCatalog Catalog = RecoupCatalog.Of(typeof(GoogleSheets).Assembly);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_script_drives_the_real_loop_of_tool_calls(bool streams)
    {
        await using var emulator = Start();
        emulator.On(GoogleSheets.GetValues).Returns(Json("""{"values":[["Difference"]]}"""));
        emulator.On(LinkedIn.CreateLinkedInPost).Returns(new { id = "urn:li:share:1" });
        using var client = emulator.CreateClient();
        using var model = new ScriptedChatClient()
            .Calls(GoogleSheets.GetValues(spreadsheetId: "1AbC", range: "A1:B2"))
            .Turn((turn, conversation) => turn
                .Says("Two things at once:")
                .Calls(Post(Title(conversation)))
                .Calls(GoogleSheets.GetValues, """{"spreadsheet_id":"1AbC","range":"C3"}"""))
            .Says("It is out.");
        using var agent = model.AsBuilder().UseFunctionInvocation().Build();
        var without = new RecoupToolOptions { Approval = ToolApproval.Never };
        var options = new ChatOptions { Tools = [.. client.AsTools(without, GoogleSheets.GetValues, LinkedIn.CreateLinkedInPost)] };

        var response = streams
            ? await agent.GetStreamingResponseAsync("Post it.", options, Cancellation).ToChatResponseAsync(Cancellation)
            : await agent.GetResponseAsync("Post it.", options, Cancellation);

        model.Verify();
        response.Text.ShouldEndWith("It is out.");
        emulator.Journal.Single(LinkedIn.CreateLinkedInPost).Parameters.GetProperty("commentary").GetString().ShouldBe("Difference");
        model.Conversation.ResultsOf("GOOGLESHEETS_GET_VALUES").Count.ShouldBe(2);
        model.Conversation.ToString().ShouldBe(
            """
              user: Post it.
              model calls GOOGLESHEETS_GET_VALUES {"spreadsheet_id":"1AbC","range":"A1:B2"}
                result: {"values":[["Difference"]]}
              model: Two things at once:
              model calls LINKEDIN_CREATE_LINKED_IN_POST {"author":"urn:li:person:a","commentary":"Difference","lifecycleState":"PUBLISHED"}
              model calls GOOGLESHEETS_GET_VALUES {"spreadsheet_id":"1AbC","range":"C3"}
                result: {"id":"urn:li:share:1"}
                result: {"values":[["Difference"]]}
              model: It is out.
            """);
        model.Conversation.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()
            .Select(call => call.CallId).ShouldBe(["call_1", "call_2", "call_3"]);

        static string Title(Conversation conversation) =>
            conversation.ResultOf(GoogleSheets.GetValues).GetProperty("values")[0][0].GetString()!;
    }

    [Fact]
    public async Task A_text_is_streamed_in_several_updates_of_one_message()
    {
        using var model = new ScriptedChatClient().Says("It is out.");

        var updates = await model.GetStreamingResponseAsync("Post it.", cancellationToken: Cancellation).ToListAsync(Cancellation);

        updates.Select(update => update.Text).ShouldBe(["It ", "is ", "out.", ""]);
        updates.Select(update => update.MessageId).Distinct().ShouldHaveSingleItem();
        updates[^1].FinishReason.ShouldBe(ChatFinishReason.Stop);
    }

    [Fact]
    public async Task A_script_with_turns_left_fails_and_shows_the_conversation()
    {
        using var model = new ScriptedChatClient().Says("First.").Says("Second.");

        var failure = await Should.ThrowAsync<ScriptedChatException>(() => model.PlayAsync("Hello", [], Cancellation));

        failure.Message.ShouldContain("asked for 1 of its 2 turns");
        failure.Message.ShouldEndWith("The conversation:\n  user: Hello\n  model: First.");
    }

    [Fact]
    public async Task A_request_beyond_the_end_of_the_script_fails_and_shows_the_conversation()
    {
        using var model = new ScriptedChatClient().Says("Hi.");
        await model.PlayAsync("Hello", [], Cancellation);

        var failure = await Should.ThrowAsync<ScriptedChatException>(() => model.GetResponseAsync("More", cancellationToken: Cancellation));

        failure.Message.ShouldStartWith("The script has 1 turns, but the agent asked for another.");
        failure.Message.ShouldContain("user: More");
    }

    [Fact]
    public async Task A_failure_that_the_agent_hides_is_thrown_at_the_end()
    {
        using var model = new ScriptedChatClient();
        await Should.ThrowAsync<ScriptedChatException>(() => model.GetResponseAsync("Hello", cancellationToken: Cancellation));

        Should.Throw<ScriptedChatException>(model.Verify).Message
            .ShouldStartWith("The script failed, and the agent went on. The script has 0");
    }

    [Fact]
    public async Task A_tool_that_the_request_does_not_offer_cannot_be_called()
    {
        await using var emulator = Start();
        using var client = emulator.CreateClient();
        using var model = new ScriptedChatClient().Calls(Post("x"));

        var failure = await Should.ThrowAsync<ScriptedChatException>(
            () => model.PlayAsync("Post it.", client.AsTools(YouTube.SearchVideos, GoogleSheets.GetValues), Cancellation));

        failure.Message.ShouldContain("got LINKEDIN_CREATE_LINKED_IN_POST. It offers YOUTUBE_SEARCH_VIDEOS, GOOGLESHEETS_GET_VALUES.");
    }

    [Fact]
    public async Task Wrong_arguments_reach_a_tool_that_is_not_strict()
    {
        await using var emulator = Start();
        using var client = emulator.CreateClient();
        using var model = new ScriptedChatClient()
            .Calls(GoogleSheets.GetValues, """{"spreadsheet_id":"1AbC","range":"A1","color":"red"}""")
            .Says("Sorry.");

        await model.PlayAsync("Read it.", client.AsTools(GoogleSheets.GetValues), Cancellation);

        model.Conversation.ResultOf(GoogleSheets.GetValues).GetProperty("error").GetString().ShouldBe("invalid_arguments");
    }

    [Theory]
    [InlineData("""{"range":"A1","sheet":null}""", null)]
    [InlineData("""{"range":"A1"}""", "sheet")]
    [InlineData("""{"range":"A1","sheet":null,"color":"red"}""", "color")]
    public async Task A_strict_tool_gets_only_arguments_that_match_its_schema(string arguments, string? problem)
    {
        using var model = new ScriptedChatClient().Calls("read", arguments).Says("Done.");

        var play = model.PlayAsync("Read it.", [new StrictTool("read")], Cancellation);

        if (problem is null)
            await play;
        else
            (await Should.ThrowAsync<ScriptedChatException>(() => play)).Message.ShouldContain(problem);
    }

    [Fact]
    public async Task A_typed_call_of_a_strict_tool_has_null_for_what_it_leaves_out()
    {
        using var model = new ScriptedChatClient().Calls(GoogleSheets.GetValues(spreadsheetId: "1AbC", range: "A1")).Says("Done.");

        await model.PlayAsync("Read it.", [new StrictTool("GOOGLESHEETS_GET_VALUES", "spreadsheet_id")], Cancellation);

        model.Conversation.ResultOf(GoogleSheets.GetValues).GetRawText()
            .ShouldBe("""{"spreadsheet_id":"1AbC","range":"A1","sheet":null}""");
    }

    [Fact]
    public async Task A_tool_is_found_by_the_slug_of_its_action_whatever_its_name_is()
    {
        await using var emulator = Start();
        using var client = emulator.CreateClient();
        using var model = new ScriptedChatClient().Calls(GoogleSheets.GetValues, Range).Says("Done.");

        await model.PlayAsync("Read it.", [new RenamedTool(client.AsTools(GoogleSheets.GetValues)[0], "read_values")], Cancellation);

        model.Conversation.ToString().ShouldContain("model calls read_values");
        model.Conversation.ResultOf(GoogleSheets.GetValues).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task A_complaint_of_the_emulator_fails_the_test_instead_of_becoming_a_result()
    {
        await using var emulator = Start();
        emulator.On(GoogleSheets.GetValues).Returns(
            (Func<JsonElement, object?>)(_ => throw new InvalidOperationException("no such row")));
        using var client = emulator.CreateClient();
        using var model = new ScriptedChatClient().Calls(GoogleSheets.GetValues, Range).Says("All is well.");

        var complaint = await Should.ThrowAsync<RecoupEmulatorException>(
            () => model.PlayAsync("Read it.", client.AsTools(GoogleSheets.GetValues), Cancellation));

        complaint.Message.ShouldBe(
            "The computed result of the stub for GOOGLESHEETS_GET_VALUES threw InvalidOperationException: no such row");
    }

    [Fact]
    public async Task A_history_with_a_tool_call_that_has_no_result_is_refused_as_by_a_provider()
    {
        using var model = new ScriptedChatClient().Says("Never.");
        ChatMessage[] history = [new(ChatRole.User, "Hi"), new(ChatRole.Assistant, [new FunctionCallContent("call_9", "read")])];

        var failure = await Should.ThrowAsync<ScriptedChatException>(
            () => model.GetResponseAsync(history, cancellationToken: Cancellation));

        failure.Message.ShouldStartWith("Expected a result for the tool call call_9 of read");
    }

    [Fact]
    public async Task A_tool_that_needs_approval_ends_the_loop_until_it_is_approved()
    {
        await using var emulator = Start();
        using var client = emulator.CreateClient();
        using var model = new ScriptedChatClient().Calls(Post("x")).Says("It is out.");
        using var agent = model.AsBuilder().UseFunctionInvocation().Build();
        var options = new ChatOptions { Tools = [.. client.AsTools(LinkedIn.CreateLinkedInPost)] };

        var asked = await agent.GetResponseAsync("Post it.", options, Cancellation);

        Should.Throw<ScriptedChatException>(model.Verify).Message.ShouldContain("(a person has to approve it)");
        emulator.Journal.ShouldNotHaveCalled(LinkedIn.CreateLinkedInPost);

        var request = asked.Messages[^1].Contents.OfType<ToolApprovalRequestContent>().Single();
        await agent.GetResponseAsync(
            [new(ChatRole.User, "Post it."), .. asked.Messages, new(ChatRole.User, [request.CreateResponse(approved: true)])],
            options, Cancellation);

        model.Verify();
        emulator.Journal.ShouldHaveExecuted(LinkedIn.CreateLinkedInPost);
    }

    [Fact]
    public async Task A_settled_approval_in_the_history_is_not_shown_because_a_provider_does_not_get_it()
    {
        var call = new FunctionCallContent("call_1", "read");
        var request = new ToolApprovalRequestContent("approval_1", call);
        ChatMessage[] history =
        [
            new(ChatRole.Assistant, [request]),
            new(ChatRole.User, [request.CreateResponse(approved: true)]),
            new(ChatRole.Assistant, [call]),
            new(ChatRole.Tool, [new FunctionResultContent("call_1", "lo-fi")]),
        ];
        using var model = new ScriptedChatClient().Says("Done.");

        await model.GetResponseAsync(history, cancellationToken: Cancellation);

        model.Conversation.ToString().ShouldBe("  model calls read {}\n    result: \"lo-fi\"\n  model: Done.");
    }

    [Fact]
    public async Task A_tool_of_any_kind_has_its_result_or_its_exception_in_the_conversation()
    {
        AITool[] tools =
        [
            AIFunctionFactory.Create(() => "lo-fi", "genre"),
            AIFunctionFactory.Create(string () => throw new InvalidOperationException("no plays yet"), "plays"),
        ];
        using var model = new ScriptedChatClient().Turn(turn => turn.Calls("genre", "{}").Calls("plays", "{}")).Says("Hm.");

        await model.PlayAsync("What is it?", tools, Cancellation);

        model.Conversation.ResultOf("genre").GetString().ShouldBe("lo-fi");
        model.Conversation.ToString().ShouldContain("failed with InvalidOperationException: no plays yet");
        Should.Throw<ScriptedChatException>(() => model.Conversation.ResultOf("tempo")).Message.ShouldContain("Expected a result of tempo");
    }

    [Theory]
    [InlineData("""{"range":"A1" """)]
    [InlineData("[]")]
    public void Arguments_that_are_not_an_object_are_an_error_of_the_script(string arguments) =>
        Should.Throw<ArgumentException>(() => new ScriptedChatClient().Calls(GoogleSheets.GetValues, arguments))
            .Message.ShouldStartWith("Expected the arguments of GOOGLESHEETS_GET_VALUES to be a JSON object");

    [Fact]
    public async Task An_empty_turn_is_an_error_of_the_script()
    {
        using var model = new ScriptedChatClient().Turn(_ => { });

        (await Should.ThrowAsync<ScriptedChatException>(() => model.PlayAsync("Hello", [], Cancellation)))
            .Message.ShouldStartWith("Turn 1 of the script is empty.");
    }

    private static RecoupEmulator Start()
    {
        var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("googlesheets");
        emulator.Connect("linkedin");
        return emulator;
    }

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static ActionCall<JsonElement> Post(string text) =>
        LinkedIn.CreateLinkedInPost(author: "urn:li:person:a", commentary: text);

    private sealed class RenamedTool(AIFunction tool, string name) : DelegatingAIFunction(tool)
    {
        public override string Name => name;
    }

    /// <summary>A tool that is declared strict, and returns its arguments.</summary>
    private sealed class StrictTool(string name, params string[] more) : AIFunction
    {
        private static readonly string[] Text = ["string"];
        private static readonly string[] Nullable = ["string", "null"];

        public override string Name => name;

        public override IReadOnlyDictionary<string, object?> AdditionalProperties { get; } =
            new Dictionary<string, object?> { ["strict"] = true };

        public override JsonElement JsonSchema { get; } = JsonSerializer.SerializeToElement(new
        {
            type = "object",
            properties = more.Append("range").Append("sheet").ToDictionary(
                property => property, property => new { type = property == "sheet" ? Nullable : Text }),
            required = more.Append("range").Append("sheet"),
            additionalProperties = false,
        });

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
            new(JsonSerializer.SerializeToElement<IDictionary<string, object?>>(arguments));
    }
}
