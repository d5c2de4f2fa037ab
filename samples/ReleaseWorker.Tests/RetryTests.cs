namespace ReleaseWorker.Tests;

public sealed class RetryTests
{
    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task An_upload_that_fails_in_the_service_is_repeated_with_growing_delays(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior);
        stage.Emulator.On(Twitter.UploadLargeMedia).FailsUpstream("over capacity").Times(2);

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);

        stage.Emulator.Journal.Count(Twitter.UploadLargeMedia).ShouldBe(3);
        stage.Emulator.Clock.GetUtcNow().ShouldBe(EmulatorClock.DefaultStart + TimeSpan.FromSeconds(2 + 4));
    }

    [Fact]
    public async Task A_row_whose_response_is_lost_is_written_again_because_writing_the_same_cells_twice_is_harmless()
    {
        await using var stage = new Stage();
        stage.Emulator.On(GoogleSheets.BatchUpdate).ExecutesThenLosesReply().Times(1);

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);

        stage.Sheet[2].ShouldBe($"ada-001|{Stage.XPost}|{Stage.LinkedInPost}");
    }

    [Theory]
    [InlineData(TransportFault.Refused)]
    [InlineData(TransportFault.UnknownHost)]
    public async Task A_post_that_was_never_sent_is_sent_later(TransportFault fault)
    {
        await using var stage = new Stage();
        stage.Emulator.On(Twitter.CreationOfAPost).Fails(fault).Times(2);

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);

        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(3);
        stage.Emulator.Journal.ShouldHaveExecuted(Twitter.CreationOfAPost);
    }

    [Fact]
    public async Task A_post_that_a_rate_limit_rejected_is_sent_later()
    {
        await using var stage = new Stage();
        stage.Emulator.On(Twitter.CreationOfAPost).AnswersHtml(429).Times(1);

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);

        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(2);
        stage.Sheet[2].ShouldBe($"ada-001|{Stage.XPost}|{Stage.LinkedInPost}");
    }

    public static TheoryData<string, Action<ActionStub>> FailuresInDoubt => new()
    {
        { "response reset", stub => stub.ExecutesThenLosesReply() },
        { "response reset in its body", stub => stub.ExecutesThenLosesReply(TransportFault.ResetMidBody) },
        { "response cut off", stub => stub.ExecutesThenLosesReply(TransportFault.TruncatedBody) },
        { "no response", stub => stub.Fails(TransportFault.Hang) },
        { "service failed", stub => stub.FailsUpstream() },
        { "service timed out", stub => stub.TimesOut() },
        { "proxy timed out", stub => stub.AnswersHtml(504) },
        { "response unreadable", stub => stub.AnswersMalformedJson() },
    };

    [Theory]
    [MemberData(nameof(FailuresInDoubt), DisableDiscoveryEnumeration = true)]
    public async Task A_post_that_may_be_published_is_never_repeated_but_left_to_a_person_who_can_check(
        string what, Action<ActionStub> fail)
    {
        await using var stage = new Stage();
        fail(stage.Emulator.On(Twitter.CreationOfAPost));

        (await stage.RunAsync()).ShouldBe(ExitCode.LookFirst, what);
        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(1);
        stage.Sheet[2].ShouldBe("ada-001|posting|");
        stage.Log.Lines.ShouldContain(line => line.StartsWith("Error: X: the post may be published.") && line.Contains("cell B2"));

        (await stage.RunAsync()).ShouldBe(ExitCode.LookFirst, "the next run does not know it either");
        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(1);

        stage.Sheet[2] = "ada-001|184|";
        (await stage.RunAsync()).ShouldBe(ExitCode.Done);
        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(1);
        stage.Sheet[2].ShouldBe($"ada-001|184|{Stage.LinkedInPost}");
    }

    [Fact]
    public async Task A_post_that_its_action_refuses_is_not_repeated_and_left_to_the_next_run()
    {
        await using var stage = new Stage();
        stage.Emulator.On(Twitter.CreationOfAPost).Unsuccessful("You already said that.").Times(1);

        (await stage.RunAsync()).ShouldBe(ExitCode.Failed);
        stage.Emulator.Journal.Count(Twitter.CreationOfAPost).ShouldBe(1);
        stage.Sheet[2].ShouldBe("ada-001||");

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);
    }

    [Theory]
    [InlineData(ApiBehavior.Documented, ConnectionState.Revoked)]
    [InlineData(ApiBehavior.Documented, ConnectionState.None)]
    [InlineData(ApiBehavior.Deployed, ConnectionState.None)]
    public async Task A_connection_that_ends_during_the_run_leaves_the_post_to_the_next_run(ApiBehavior behavior, ConnectionState state)
    {
        await using var stage = new Stage(behavior);
        stage.Emulator.On(Twitter.CreationOfAPost).Returns(_ =>
        {
            stage.Emulator.SetConnection("linkedin", state);
            return new { id = Stage.XPost, text = "" };
        });

        (await stage.RunAsync()).ShouldBe(ExitCode.ConnectFirst);

        stage.Sheet[2].ShouldBe($"ada-001|{Stage.XPost}|");
    }
}
