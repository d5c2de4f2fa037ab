using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;

namespace Recoup.EndToEnd.Tests;

/// <summary>Typed results from the catalog through the generator, the emulator and the client.</summary>
public sealed class ResultViewTests
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Load("recoup.catalog.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApiBehavior.Documented)]
    [InlineData(ApiBehavior.Deployed)]
    public async Task A_result_that_is_not_scripted_is_read_by_its_view(ApiBehavior behavior)
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = behavior });
        emulator.Connect("github");
        using var recoup = emulator.CreateClient();

        ActionCall<GitHub.CreateIssueResult> call = GitHub.CreateIssue(owner: "ada", repo: "engine", title: "It stops.");
        var done = await recoup.ExecuteAsync(call, cancellationToken: Cancellation);

        var issue = done.Value;
        issue.Number.ShouldBe(done.Data.GetProperty("number").GetInt64());
        issue.HtmlUrl.ShouldBe(done.Data.GetProperty("html_url").GetString());
        issue.State.ShouldNotBeNull().ToString().ShouldBe(done.Data.GetProperty("state").GetString());
        issue.Json.GetRawText().ShouldBe(done.Data.GetRawText());
    }

    [Theory]
    [InlineData(ApiBehavior.Documented)]
    [InlineData(ApiBehavior.Deployed)]
    public async Task A_scripted_payload_is_read_by_its_view(ApiBehavior behavior)
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = behavior });
        emulator.Connect("github");
        emulator.On(GitHub.CreateIssue)
            .Returns(new { number = 7, state = "merged", created_at = "2026-11-22T01:02:03Z", user = new { login = "ada" }, more = true });
        using var recoup = emulator.CreateClient();

        var done = await recoup.ExecuteAsync(
            GitHub.CreateIssue(owner: "ada", repo: "engine", title: "It stops."), cancellationToken: Cancellation);

        var issue = done.Value;
        (issue.Number, issue.HtmlUrl, issue.User?.Login, issue.User?.Id).ShouldBe((7, null, "ada", null));
        issue.State.ShouldBe((GitHub.CreateIssueResultState)"merged");
        issue.CreatedAt.ShouldBe(new DateTimeOffset(2026, 11, 22, 1, 2, 3, TimeSpan.Zero));
        issue.Json.GetProperty("more").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_that_is_not_thrown_gives_a_view_without_values()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("github");
        emulator.On(GitHub.CreateIssue).Unsuccessful("no such repository");
        using var http = emulator.CreateHttpClient();
        using var recoup = new RecoupClient(http, new RecoupClientOptions { ThrowOnUnsuccessfulResult = false });

        var done = await recoup.ExecuteAsync(
            GitHub.CreateIssue(owner: "ada", repo: "engine", title: "It stops."), cancellationToken: Cancellation);

        (done.Successful, done.Error, done.Value.Number).ShouldBe((false, "no such repository", null));
    }
}
