using Recoup.Emulator;

namespace Testing;

public sealed class AnnouncementTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_artist_who_has_not_connected_linkedin_is_asked_for_consent_before_the_post()
    {
        await using var emulator = Emulators.Start();
        var artist = emulator.AddAccount();
        emulator.AllowAccess(emulator.DefaultAccount, artist);
        emulator.On(LinkedIn.CreateLinkedInPost).Returns(new { id = "urn:li:share:1" });
        var announcement = new Announcement(emulator.CreateClient());

        var consent = await announcement.PostAsync(artist.Id, "The new single is out.", Canceled);

        emulator.Journal.Executions(LinkedIn.CreateLinkedInPost).ShouldBeEmpty();
        emulator.CompleteAuthorization(consent.ShouldNotBeNull());
        (await announcement.PostAsync(artist.Id, "The new single is out.", Canceled)).ShouldBeNull();
        emulator.Journal.ShouldHaveExecuted(LinkedIn.CreateLinkedInPost);
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task The_post_is_made_for_the_artist_and_not_for_the_caller(ApiBehavior behavior)
    {
        await using var emulator = Emulators.Start(behavior);
        var artist = emulator.AddAccount();
        emulator.AllowAccess(emulator.DefaultAccount, artist);
        emulator.Connect("linkedin", artist);
        emulator.On(LinkedIn.CreateLinkedInPost).For(artist).Returns(new { id = "urn:li:share:1" });

        await new Announcement(emulator.CreateClient()).PostAsync(artist.Id, "The new single is out.", Canceled);

        var post = emulator.Journal.Single(LinkedIn.CreateLinkedInPost);
        (post.Caller, post.Account).ShouldBe((emulator.DefaultAccount, artist));
    }
}
