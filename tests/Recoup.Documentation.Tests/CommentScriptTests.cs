using Recoup.Documentation.Tests.Workflows;

namespace Recoup.Documentation.Tests;

/// <summary>The script that comments on a pull request, against a fake API.</summary>
public sealed class CommentScriptTests
{
    private const string Marker = "<!-- recoup diff -->";

    private static readonly string Script = ActionFile.Step(ActionFile.CommentStep).Script;

    [Fact]
    public void A_pull_request_has_one_comment_that_is_replaced()
    {
        var first = Run(GitHubState.Empty, "one");
        var second = Run(first, "two");

        second.Comments.ShouldHaveSingleItem().Body.ShouldBe($"{Marker}\ntwo");
    }

    [Fact]
    public void A_report_that_is_too_long_is_replaced_by_its_summary()
    {
        var body = Run(GitHubState.Empty, new string('x', 70_000)).Comments.ShouldHaveSingleItem().Body;

        body.Length.ShouldBeLessThan(65536);
        body.ShouldContain("the summary of '' https://evil.example");
        RenderedMarkdown.LivePartsOf(body).ShouldAllBe(part => !part.Contains("evil"));
    }

    [Theory]
    [InlineData("User", Marker)]
    [InlineData("Bot", "Quote:\n" + Marker)]
    public void A_comment_of_somebody_else_is_left_alone(string type, string body)
    {
        var state = new GitHubState([], [new GitHubComment(1, 7, body, new GitHubUser(type))], []);

        var after = Run(state, "report");

        after.Comments.Select(comment => comment.Body).ShouldBe([body, $"{Marker}\nreport"]);
    }

    [Fact]
    public void A_token_that_cannot_write_is_a_warning() =>
        Run(GitHubState.Empty with { IsReadOnly = true }, "report").Warnings.ShouldHaveSingleItem().ShouldContain("fork");

    private static GitHubState Run(GitHubState state, string markdown) => state.Run(
        Script,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["RUNNER_TEMP"] = "/tmp" },
        path => path.EndsWith(".md", StringComparison.Ordinal) ? markdown : "the summary of `` https://evil.example");
}
