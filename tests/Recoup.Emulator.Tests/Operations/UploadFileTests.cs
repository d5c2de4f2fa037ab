using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Operations;

public sealed class UploadFileTests
{
    private const string Cover = """{"url":"https://cdn.example/cover.png","toolSlug":"LINKEDIN_CREATE_POST"}""";

    [Theory, Everywhere]
    public async Task A_staged_file_can_be_passed_to_an_action(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.Connect("linkedin");

        var file = (await mounted.Client.PostAsync(Requests.Files, Cover)).Json;
        file.GetProperty("name").GetString().ShouldBe("cover.png");
        file.GetProperty("mimetype").GetString().ShouldBe("image/png");
        var key = file.GetProperty("s3key").GetString();
        var image = $$"""{"name":"cover.png","mimetype":"image/png","s3key":"{{key}}"}""";

        ((int)(await mounted.Client.ExecuteAsync(Post, $$"""{"commentary":"x","images":[{{image}}]}""")).Status).ShouldBe(200);
    }

    [Fact]
    public async Task A_descriptor_that_was_never_staged_is_reported_with_its_pointer()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        mounted.Emulator.Connect("linkedin");

        var answer = await mounted.Client.ExecuteAsync(
            Post, """{"commentary":"x","images":[{"name":"a","mimetype":"image/png","s3key":"made/up"}]}""");

        answer.DocumentedError(400).ShouldContain("/parameters/images/0");
    }

    [Theory]
    [InlineData("""{}""", "/url: required")]
    [InlineData("""{"url":7,"toolSlug":"A"}""", "/url: expected a string")]
    [InlineData("""{"url":"cover.png","toolSlug":"A"}""", "/url: expected a URL")]
    [InlineData("""{"url":"file:///etc/passwd","toolSlug":"A"}""", "/url: expected a URL")]
    [InlineData("""{"url":"https://cdn.example/a.png"}""", "/toolSlug: required")]
    [InlineData("""{"url":"https://cdn.example/a.png","toolSlug":""}""", "LINKEDIN_CREATE_LINKED_IN_POST")]
    [InlineData("""{"url":"https://cdn.example/a.mp4","toolSlug":"A"}""", "video/mp4")]
    public async Task A_400_says_what_is_wrong(string body, string message)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        (await mounted.Client.PostAsync(Requests.Files, body)).DocumentedError(400).ShouldContain(message);
    }

    [Fact]
    public async Task An_unreachable_URL_gets_a_400_and_a_failing_storage_a_502()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        mounted.Emulator.OnFile("https://cdn.example/cover.png").IsUnreachable("Not Found");
        (await mounted.Client.PostAsync(Requests.Files, Cover)).DocumentedError(400).ShouldContain("Not Found");
        mounted.Emulator.OnFile("https://cdn.example/cover.png").FailsUpstream("disk full");
        (await mounted.Client.PostAsync(Requests.Files, Cover)).DocumentedError(502).ShouldContain("disk full");
    }

    [Fact]
    public async Task A_401_is_for_a_missing_credential()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        using var client = mounted.CreateClient();

        (await client.PostAsync(Requests.Files, Cover)).DocumentedError(401);
    }
}
