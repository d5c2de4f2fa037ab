using Recoup.CodeFixes.Tests.Driving;
using Recoup.Generators.Analyzers;
using Recoup.Tests.Driving;

namespace Recoup.CodeFixes.Tests;

public sealed class PositionalArgumentCodeFixTests
{
    [Theory]
    [InlineData("_ = Gmail.FetchEmails(\"x\");", "'query'", "_ = Gmail.FetchEmails(query: \"x\");")]
    [InlineData(
        "_ = Gmail.FetchEmails( /* all */ \"x\", maxResults: 5);",
        "'query'",
        "_ = Gmail.FetchEmails( /* all */ query: \"x\", maxResults: 5);")]
    [InlineData("_ = GitHub.GetUser(\"ada\", \"push\");", "'event'", "_ = GitHub.GetUser(\"ada\", @event: \"push\");")]
    [InlineData(
        "_ = GitHub.CreateIssue(\"ada\", \"engine\", 7, [\"bug\"]);",
        "'owner', 'repo' and 'labels'",
        "_ = GitHub.CreateIssue(owner: \"ada\", repo: \"engine\", 7, labels: [\"bug\"]);")]
    public async Task The_arguments_of_a_call_get_their_names(string statements, string names, string expected)
    {
        using var fixing = Fixing.Of<PositionalArgumentAnalyzer, PositionalArgumentCodeFix>(MarkedCode.Of(statements).Text);

        var code = await fixing.ApplyAsync($"Pass {names} by name");

        code.ShouldBe(MarkedCode.Of(expected).Text);
        await fixing.ShouldBeCleanAsync();
    }

    [Fact]
    public async Task All_arguments_of_a_project_are_named_at_once()
    {
        const string before =
            "_ = GitHub.CreateIssue(\"ada\", \"engine\", 7, [\"bug\"]); await client.ExecuteAsync(Gmail.FetchEmails(\n\"x\",\n5));";
        const string after =
            "_ = GitHub.CreateIssue(owner: \"ada\", repo: \"engine\", 7, labels: [\"bug\"]); await "
                + "client.ExecuteAsync(Gmail.FetchEmails(\nquery: \"x\",\nmaxResults: 5));";
        using var fixing = Fixing.Of<PositionalArgumentAnalyzer, PositionalArgumentCodeFix>(MarkedCode.Of(before).Text);

        var code = await fixing.ApplyToAllAsync();

        code.ShouldBe(MarkedCode.Of(after).Text);
        await fixing.ShouldBeCleanAsync();
    }
}
