namespace ReleaseWorker.Tests;

public sealed class ReleaseTests
{
    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task A_release_is_posted_once_in_each_channel_and_recorded(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior);

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);

        var journal = stage.Emulator.Journal;
        journal.ShouldHaveExecuted(Twitter.CreationOfAPost);
        journal.ShouldHaveExecuted(LinkedIn.CreateLinkedInPost);
        stage.Sheet[2].ShouldBe($"ada-001|{Stage.XPost}|{Stage.LinkedInPost}");

        var post = journal.Single(Twitter.CreationOfAPost).Parameters;
        post.GetProperty("text").GetString().ShouldBe("“Difference” by Ada is out: https://music.example/1");
        post.GetProperty("media").GetProperty("media_ids")[0].GetString().ShouldBe("710511363345354753");
        journal.Single(LinkedIn.CreateLinkedInPost).Parameters.GetProperty("images")[0].GetProperty("name").GetString().ShouldBe("1.png");
    }

    [Fact]
    public async Task A_release_gets_the_first_free_row_of_the_sheet()
    {
        await using var stage = new Stage();
        stage.Sheet[2] = "charles-007|184|urn:li:share:1";

        await stage.RunAsync();

        stage.Sheet[2].ShouldBe("charles-007|184|urn:li:share:1");
        stage.Sheet[3].ShouldBe($"ada-001|{Stage.XPost}|{Stage.LinkedInPost}");
    }

    [Fact]
    public async Task A_second_run_posts_only_what_the_first_did_not_post()
    {
        await using var stage = new Stage();
        stage.Sheet[2] = "ada-001|184|";

        (await stage.RunAsync()).ShouldBe(ExitCode.Done);

        stage.Emulator.Journal.ShouldNotHaveCalled(Twitter.UploadLargeMedia);
        stage.Emulator.Journal.ShouldNotHaveCalled(Twitter.CreationOfAPost);
        stage.Sheet[2].ShouldBe($"ada-001|184|{Stage.LinkedInPost}");
    }

    [Fact]
    public async Task A_release_of_an_artist_is_posted_for_the_artist()
    {
        await using var stage = new Stage();
        var artist = stage.Emulator.AddAccount();
        stage.Emulator.AllowAccess(stage.Emulator.DefaultAccount, artist);
        foreach (var connector in new[] { "googlesheets", "linkedin", "twitter" })
            stage.Emulator.Connect(connector, artist);

        (await stage.RunAsync(stage.Release with { Account = artist.Id })).ShouldBe(ExitCode.Done);

        stage.Emulator.Journal.Single(LinkedIn.CreateLinkedInPost).Account.ShouldBe(artist);
        stage.Emulator.Journal.Single(Twitter.CreationOfAPost).Account.ShouldBe(artist);
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task A_connector_that_is_not_connected_stops_the_run_before_its_first_step_and_says_where_to_connect(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior);
        stage.Emulator.Disconnect("linkedin");

        (await stage.RunAsync()).ShouldBe(ExitCode.ConnectFirst);

        stage.Emulator.Journal.ShouldNotHaveCalled(Twitter.CreationOfAPost);
        stage.Sheet[2].ShouldBeNull();
        var address = stage.Log.Lines.Single(line => line.Contains("Connect first"))
            .Split(' ')
            .Last(word => word.StartsWith("https://", StringComparison.Ordinal));
        stage.Emulator.CompleteAuthorization(address);
        (await stage.RunAsync()).ShouldBe(ExitCode.Done);
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task A_cover_that_is_refused_leaves_nothing_posted_and_the_sheet_as_it_was(ApiBehavior behavior)
    {
        await using var stage = new Stage(behavior);
        stage.Emulator.OnFile("https://cdn.music.example/1.png").IsUnreachable();

        (await stage.RunAsync()).ShouldBe(ExitCode.Failed);

        stage.Emulator.Journal.ShouldNotHaveCalled(Twitter.CreationOfAPost);
        stage.Emulator.Journal.ShouldNotHaveCalled(LinkedIn.CreateLinkedInPost);
        stage.Emulator.Journal.ShouldNotHaveCalled(GoogleSheets.BatchUpdate);
        stage.Log.Lines.ShouldContain(line => line.StartsWith("Error: uploadConnectorFile returned") && line.Contains("Not Found"));
    }

    [Fact]
    public async Task A_post_that_is_too_long_is_refused_before_the_first_post()
    {
        await using var stage = new Stage();

        (await stage.RunAsync(stage.Release with { Title = new string('x', 3000) })).ShouldBe(ExitCode.Failed);

        stage.Emulator.Journal.ShouldNotHaveCalled(LinkedIn.CreateLinkedInPost);
        stage.Emulator.Journal.ShouldNotHaveCalled(GoogleSheets.BatchUpdate);
        stage.Log.Lines.ShouldContain(line =>
            line.StartsWith("Error: TWITTER_CREATION_OF_A_POST") && line.Contains("at most 280 characters"));
    }

    [Fact]
    public async Task An_invalid_key_is_reported_without_showing_it()
    {
        await using var stage = new Stage();
        stage.Emulator.RevokeCredentials();

        (await stage.RunAsync()).ShouldBe(ExitCode.Failed);

        stage.Log.Lines.ShouldContain(line => line.StartsWith("Error: listConnectorActions returned 401"));
    }
}
