namespace ReleaseWorker.Tests;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_stop_ends_the_wait_between_two_attempts()
    {
        await using var stage = new Stage();
        stage.Emulator.On(Twitter.UploadLargeMedia).FailsUpstream("over capacity");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1), stage.Emulator.Clock);

        (await stage.RunUntilAsync(stop.Token)).ShouldBe(ExitCode.Interrupted);

        stage.Emulator.Journal.Count(Twitter.UploadLargeMedia).ShouldBe(1);
        stage.Emulator.Clock.GetUtcNow().ShouldBe(EmulatorClock.DefaultStart + TimeSpan.FromSeconds(1));
        stage.Sheet[2].ShouldBeNull();
    }

    [Fact]
    public async Task A_stop_during_a_post_lets_it_finish_and_be_recorded_and_the_next_run_continues_there()
    {
        await using var stage = new Stage();
        using var stop = new CancellationTokenSource();
        stage.Emulator.On(Twitter.CreationOfAPost).Returns(_ =>
        {
            stop.Cancel();
            return new { id = Stage.XPost, text = "" };
        });

        (await stage.RunUntilAsync(stop.Token)).ShouldBe(ExitCode.Interrupted);
        stage.Sheet[2].ShouldBe($"ada-001|{Stage.XPost}|");
        stage.Emulator.Journal.ShouldNotHaveCalled(LinkedIn.CreateLinkedInPost);

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);
        stage.Emulator.Journal.ShouldHaveExecuted(Twitter.CreationOfAPost);
        stage.Sheet[2].ShouldBe($"ada-001|{Stage.XPost}|{Stage.LinkedInPost}");
    }

    [Fact]
    public async Task A_stop_between_two_attempts_of_a_post_that_was_never_sent_clears_its_mark()
    {
        await using var stage = new Stage();
        stage.Emulator.On(Twitter.CreationOfAPost).Fails(TransportFault.Refused);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1), stage.Emulator.Clock);

        (await stage.RunUntilAsync(stop.Token)).ShouldBe(ExitCode.Interrupted);

        stage.Sheet[2].ShouldBe("ada-001||");
    }
}
