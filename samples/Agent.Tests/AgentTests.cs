using System.Text;
using Recoup.Typed;

namespace Agent.Tests;

/// <summary>What an agent must not do, whatever its model writes.</summary>
public sealed class AgentTests
{
    private static readonly ActionCall<GoogleSheets.GetValuesResult> Read =
        GoogleSheets.GetValues(spreadsheetId: Stage.Sheet, range: "Releases!A2:D2");

    private static readonly ActionCall<System.Text.Json.JsonElement> Post =
        LinkedIn.CreateLinkedInPost(author: Stage.Author, commentary: "“Difference” is out: https://music.example/1");

    private static readonly ActionCall<System.Text.Json.JsonElement> Record = GoogleSheets.BatchUpdate(
        spreadsheetId: Stage.Sheet, sheetName: "Releases", values: [["https://www.linkedin.com/feed/update/urn:li:share:7251"]],
        firstCellLocation: "D2");

    /// <summary>Plants a fault in the policy of the agent.</summary>
    internal Func<AgentPolicy, AgentPolicy> Plant { get; init; } = policy => policy;

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task A_release_is_posted_and_recorded(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior, Plant);
        using var model = new ScriptedChatClient().Calls(Read).Calls(Post).Calls(Record).Says("It is out.");

        (await stage.RunAsync(model)).ShouldBe(new Outcome(OutcomeKind.Posted, "urn:li:share:7251"));

        model.Verify();
        stage.Journal.ShouldHaveExecuted(LinkedIn.CreateLinkedInPost);
        stage.Journal.Single(GoogleSheets.BatchUpdate).Parameters.GetProperty("first_cell_location").GetString().ShouldBe("D2");
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task A_post_whose_response_is_lost_is_not_sent_again(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior, Plant);
        stage.Emulator.On(LinkedIn.CreateLinkedInPost).ExecutesThenLosesReply().Times(1);
        using var model = new ScriptedChatClient().Calls(Read).Calls(Post).Calls(Post).Says("It is out.");

        var outcome = await stage.RunAsync(model);

        stage.Journal.ShouldHaveExecuted(LinkedIn.CreateLinkedInPost);
        outcome.Kind.ShouldBe(OutcomeKind.LookFirst);
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task A_release_is_posted_for_the_artist_and_not_for_the_label(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior, Plant);
        using var model = new ScriptedChatClient().Calls(Read).Calls(Post).Calls(Record).Says("It is out.");

        await stage.RunAsync(model);

        stage.Journal.Executions().ShouldAllBe(exchange => exchange.Account == stage.Artist);
        stage.Journal.ShouldHaveExecuted(LinkedIn.CreateLinkedInPost);
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task Nothing_is_posted_that_a_person_has_refused(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior, Plant);
        stage.Approve = _ => false;
        using var model = new ScriptedChatClient().Calls(Read).Calls(Post).Says("It is out.");

        (await stage.RunAsync(model)).ShouldBe(Outcome.NothingPosted);

        stage.Journal.ShouldNotHaveCalled(LinkedIn.CreateLinkedInPost);
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task A_parameter_that_the_model_invents_never_reaches_the_API(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior, Plant);
        using var model = new ScriptedChatClient()
            .Calls(LinkedIn.CreateLinkedInPost, $$"""
                {
                  "author": "{{Stage.Author}}", "commentary": "It is out tomorrow.", "lifecycleState": "PUBLISHED",
                  "publishAt": "2026-12-01T09:00:00Z"
                }
                """)
            .Says("LinkedIn cannot publish later.");

        (await stage.RunAsync(model)).ShouldBe(Outcome.NothingPosted);

        stage.Journal.ShouldNotHaveCalled(LinkedIn.CreateLinkedInPost);
        model.Conversation.ResultOf(LinkedIn.CreateLinkedInPost).ToString().ShouldContain("/publishAt");
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task An_account_that_is_not_connected_ends_the_run_with_the_address_to_connect_it(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior, Plant);
        stage.Emulator.Disconnect("linkedin", stage.Artist);
        stage.Emulator.Disconnect("linkedin");
        using var model = new ScriptedChatClient().Calls(Read).Calls(Post).Calls(Record).Says("It is out.");

        var outcome = await stage.RunAsync(model);

        outcome.Kind.ShouldBe(OutcomeKind.ConnectFirst);
        stage.Journal.ShouldNotHaveCalled(GoogleSheets.BatchUpdate);
        stage.Emulator.CompleteAuthorization(outcome.Message.Split(' ')[^1]);
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task A_result_that_is_too_large_is_cut_before_the_model_gets_it(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior, Plant);
        stage.Emulator.On(GoogleSheets.GetValues).WithParameters(GoogleSheets.GetValues(spreadsheetId: Stage.Sheet, range: "Releases"))
            .Returns(new { values = Enumerable.Repeat(new[] { "Difference", "https://music.example/1", Stage.Author }, 5_000) });
        using var model = new ScriptedChatClient()
            .Calls(GoogleSheets.GetValues(spreadsheetId: Stage.Sheet, range: "Releases"))
            .Calls(Read)
            .Says("The release is in row 2.");

        await stage.RunAsync(model);

        var results = model.Conversation.ResultsOf("GOOGLESHEETS_GET_VALUES");
        results.Select(result => Encoding.UTF8.GetByteCount(result.GetRawText())).ShouldAllBe(bytes => bytes <= 4_096);
        results[0].GetProperty("note").GetString().ShouldNotBeNull().ShouldContain("Ask for less");
    }
}
