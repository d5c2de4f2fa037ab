namespace ReleaseWorker.Tests;

public sealed class RetryTests
{
    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task An_upload_that_the_service_fails_is_repeated_with_growing_waits(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior);
        stage.Emulator.On(Twitter.UploadLargeMedia).FailsUpstream("over capacity").Times(2);

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);

        stage.Emulator.Journal.Count(Twitter.UploadLargeMedia).ShouldBe(3);
        stage.Emulator.Clock.GetUtcNow().ShouldBe(EmulatorClock.DefaultStart + TimeSpan.FromSeconds(2 + 4));
    }

    [Fact]
    public async Task A_row_whose_reply_is_lost_is_written_again_because_the_same_cells_do_no_harm()
    {
        await using var stage = new Stage();
        stage.Emulator.On(GoogleSheets.BatchUpdate).ExecutesThenLosesReply().Times(1);

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);

        stage.Sheet[2].ShouldBe($"ada-001|{Stage.XPost}|{Stage.LinkedInPost}");
    }

    [Theory]
    [InlineData(TransportFault.Refused)]
    [InlineData(TransportFault.UnknownHost)]
    public async Task A_post_that_never_left_goes_out_later(TransportFault fault)
    {
        await using var stage = new Stage();
        stage.Emulator.On(Twitter.CreationOfAPost).Fails(fault).Times(2);

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);

        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(3);
        stage.Emulator.Journal.ShouldHaveExecuted(Twitter.CreationOfAPost);
    }

    [Fact]
    public async Task A_post_that_a_limit_of_rates_turned_away_goes_out_later()
    {
        await using var stage = new Stage();
        stage.Emulator.On(Twitter.CreationOfAPost).AnswersHtml(429).Times(1);

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);

        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(2);
        stage.Sheet[2].ShouldBe($"ada-001|{Stage.XPost}|{Stage.LinkedInPost}");
    }

    public static TheoryData<string, Action<ActionStub>> FailuresInDoubt => new()
    {
        { "reply reset", stub => stub.ExecutesThenLosesReply() },
        { "reply reset in its body", stub => stub.ExecutesThenLosesReply(TransportFault.ResetMidBody) },
        { "reply cut off", stub => stub.ExecutesThenLosesReply(TransportFault.TruncatedBody) },
        { "no reply", stub => stub.Fails(TransportFault.Hang) },
        { "service failed", stub => stub.FailsUpstream() },
        { "service in time-out", stub => stub.TimesOut() },
        { "proxy in time-out", stub => stub.AnswersHtml(504) },
        { "reply unreadable", stub => stub.AnswersMalformedJson() },
    };

    [Theory]
    [MemberData(nameof(FailuresInDoubt), DisableDiscoveryEnumeration = true)]
    public async Task A_post_that_may_be_out_is_never_repeated_but_handed_to_somebody_who_can_look(string what, Action<ActionStub> fail)
    {
        await using var stage = new Stage();
        fail(stage.Emulator.On(Twitter.CreationOfAPost));

        (await stage.RunAsync()).ShouldBe(ExitCode.LookFirst, what);
        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(1);
        stage.Sheet[2].ShouldBe("ada-001|posting|");
        stage.Log.Lines.ShouldContain(line => line.StartsWith("Error: X: the post may be out.") && line.Contains("cell B2"));

        (await stage.RunAsync()).ShouldBe(ExitCode.LookFirst, "the next run does not know it either");
        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(1);

        stage.Sheet[2] = "ada-001|184|";
        (await stage.RunAsync()).ShouldBe(ExitCode.Done);
        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(1);
        stage.Sheet[2].ShouldBe($"ada-001|184|{Stage.LinkedInPost}");
    }

    [Fact]
    public async Task A_post_that_its_action_refuses_is_not_repeated_and_free_for_the_next_run()
    {
        await using var stage = new Stage();
        stage.Emulator.On(Twitter.CreationOfAPost).Unsuccessful("You already said that.").Times(1);

        (await stage.RunAsync()).ShouldBe(ExitCode.Failed);
        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(1);
        stage.Sheet[2].ShouldBe("ada-001||");

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task A_connection_that_was_withdrawn_meanwhile_leaves_the_post_free_for_the_next_run()
    {
        await using var stage = new Stage();
        stage.Emulator.On(Twitter.CreationOfAPost).Returns(_ =>
        {
            stage.Emulator.SetConnection("linkedin", ConnectionState.Revoked);
            return new { id = Stage.XPost, text = "" };
        });

        (await stage.RunAsync()).ShouldBe(ExitCode.ConnectFirst);

        stage.Sheet[2].ShouldBe($"ada-001|{Stage.XPost}|");
    }
}
