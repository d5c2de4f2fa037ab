using System.Net.Http.Json;
using System.Text.Json;

namespace WebService.Tests;

public sealed class ReleaseTests
{
    private const string Cover = "https://cdn.music.example/1.png";

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task A_release_is_posted_for_the_artist_with_its_cover(ApiBehavior behavior)
    {
        await using var service = Connected(behavior);

        using var response = await PostAsync(service);

        response.EnsureSuccessStatusCode();
        (await response.Content.ReadFromJsonAsync<JsonElement>(Canceled)).GetProperty("id").GetString().ShouldBe("urn:li:share:1");
        var post = service.Emulator.Journal.Single(LinkedIn.CreateLinkedInPost);
        post.Account.ShouldBe(service.Artist);
        post.Parameters.GetProperty("commentary").GetString().ShouldBe("The new single is out.");
        post.Parameters.GetProperty("images")[0].GetProperty("mimetype").GetString().ShouldBe("image/png");
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task An_artist_who_has_not_connected_linkedin_gets_409_and_the_address_to_connect_it(ApiBehavior behavior)
    {
        await using var service = Connected(behavior);
        service.Emulator.Disconnect("linkedin", service.Artist);

        using var refused = await PostAsync(service);
        var connect = (await refused.ProblemAsync(409)).GetProperty("connect").GetString();

        using var consent = await service.CreateClient().PostAsync(connect, null, Canceled);
        var address = (await consent.Content.ReadFromJsonAsync<JsonElement>(Canceled)).GetProperty("address").GetString();
        service.Emulator.CompleteAuthorization(address.ShouldNotBeNull());

        using var posted = await PostAsync(service);
        posted.EnsureSuccessStatusCode();
        service.Emulator.Journal.ShouldHaveExecuted(LinkedIn.CreateLinkedInPost);
    }

    [Theory]
    [InlineData("urn:li:person:ada", 3001, "commentary", "at most 3000 characters")]
    [InlineData("ada", 10, "author", "urn:li:(person|organization)")]
    public async Task Parameters_that_break_the_schema_of_the_action_give_400_with_the_violation_and_no_post(
        string author, int length, string parameter, string rule)
    {
        await using var service = Connected();

        using var response = await PostAsync(service, author, new string('x', length));

        (await response.ProblemAsync(400)).GetProperty("errors").GetProperty(parameter)[0]
            .GetString()
            .ShouldNotBeNull()
            .ShouldContain(rule);
        service.Emulator.Journal.ShouldNotHaveCalled(LinkedIn.CreateLinkedInPost);
    }

    [Fact]
    public async Task A_body_that_is_not_a_release_gives_400()
    {
        await using var service = Connected();

        using var response = await service.CreateClient()
            .PostAsJsonAsync($"/releases?artist={service.Artist.Id}", new { author = 7 }, Canceled);

        await response.ProblemAsync(400);
    }

    [Fact]
    public async Task A_cover_that_cannot_be_fetched_gives_400_and_no_post()
    {
        await using var service = Connected();
        service.Emulator.OnFile(Cover).IsUnreachable();

        using var response = await PostAsync(service);

        (await response.ProblemAsync(400)).GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("Not Found");
        service.Emulator.Journal.ShouldNotHaveCalled(LinkedIn.CreateLinkedInPost);
    }

    public static TheoryData<string, Action<ActionStub>, int, bool, int> Failures => new()
    {
        { "the service failed", stub => stub.FailsUpstream("over capacity"), 502, true, 1 },
        { "the response was lost", stub => stub.ExecutesThenLosesReply(), 502, true, 1 },
        { "there was no response", stub => stub.Fails(TransportFault.Hang), 504, true, 1 },
        { "the API cannot be reached", stub => stub.Fails(TransportFault.Refused), 502, false, 4 },
        { "there were too many requests", stub => stub.AnswersHtml(429), 502, false, 4 },
        { "the action refused", stub => stub.Unsuccessful("You already said that."), 502, false, 1 },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task A_failure_reports_whether_the_post_may_be_published_and_nothing_is_posted_twice(
        string what, Action<ActionStub> fail, int status, bool mayBePosted, int requests)
    {
        await using var service = Connected();
        fail(service.Emulator.On(LinkedIn.CreateLinkedInPost));

        using var response = await PostAsync(service);

        (await response.ProblemAsync(status)).TryGetProperty("mayHaveBeenExecuted", out _).ShouldBe(mayBePosted, what);
        service.Emulator.Journal.Count(LinkedIn.CreateLinkedInPost).ShouldBe(requests);
        service.Emulator.Journal.Executions().Count(exchange => exchange.Slug is not null).ShouldBeLessThanOrEqualTo(1);
    }

    private static Service Connected(ApiBehavior behavior = ApiBehavior.Documented)
    {
        var service = new Service(behavior);
        service.Emulator.Connect("linkedin", service.Artist);
        service.Emulator.On(LinkedIn.CreateLinkedInPost).Returns(new { id = "urn:li:share:1" });
        return service;
    }

    private static Task<HttpResponseMessage> PostAsync(
        Service service, string author = "urn:li:person:ada", string text = "The new single is out.") =>
        service.CreateClient().PostAsJsonAsync($"/releases?artist={service.Artist.Id}", new { author, text, cover = Cover }, Canceled);
}
