using System.Globalization;
using Microsoft.CodeAnalysis;
using Recoup.Generators.Analyzers;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Analyzers;

public sealed class PositionalArgumentTests
{
    public static TheoryData<string, string> Reported => new()
    {
        {
            "_ = Gmail.FetchEmails([|\"is:unread\"|]);",
            "Pass 'query' of Gmail.FetchEmails by name: optional parameters move when the catalog changes"
        },
        {
            "_ = GitHub.GetUser(\"ada\", [|\"push\"|]);",
            "Pass 'event' of GitHub.GetUser by name: optional parameters move when the catalog changes"
        },
        {
            "_ = GitHub.CreateIssue([|\"ada\"|], repo: \"engine\", 7);",
            "Pass 'owner' of GitHub.CreateIssue by name: it could change places with 'repo', and the call would still compile"
        },
        {
            "_ = GitHub.Pick([|\"a\"|], size: \"small\");",
            "Pass 'name' of GitHub.Pick by name: it could change places with 'size', and the call would still compile"
        },
        {
            "_ = GitHub.Move([|1|], ratio: 2);",
            "Pass 'row' of GitHub.Move by name: it could change places with 'ratio', and the call would still compile"
        },
        {
            "await client.ExecuteAsync(Gmail.FetchEmails(maxResults: 1, query: null)); emulator.On(Gmail.FetchEmails([|null|]));",
            "Pass 'query' of Gmail.FetchEmails by name: optional parameters move when the catalog changes"
        },
    };

    [Theory]
    [MemberData(nameof(Reported))]
    public async Task A_positional_argument_that_could_move_to_another_parameter_is_reported(string statements, string message)
    {
        var reported = await Analysis.ShouldReportAsync(new PositionalArgumentAnalyzer(), MarkedCode.Of(statements));

        reported.Single().GetMessage(CultureInfo.InvariantCulture).ShouldBe(message);
        (reported.Single().Id, reported.Single().Severity).ShouldBe(("RCP0041", DiagnosticSeverity.Warning));
    }

    [Fact]
    public async Task Each_argument_is_reported_separately()
    {
        var reported = await Analysis.ShouldReportAsync(
            new PositionalArgumentAnalyzer(),
             MarkedCode.Of("_ = GitHub.CreateIssue([|\"ada\"|], [|\"engine\"|], 7, [|new[] { \"bug\" }|]);"));

        reported.Select(diagnostic => diagnostic.Properties["ParameterName"]).ShouldBe(["owner", "repo", "labels"]);
    }

    [Theory]
    [InlineData("_ = GitHub.GetUser(\"ada\");")]
    [InlineData("_ = GitHub.GetUser(\"ada\", @event: \"push\");")]
    [InlineData("_ = GitHub.CreateIssue(owner: \"ada\", repo: \"engine\", 7, labels: [\"bug\"]);")]
    [InlineData("_ = GitHub.CreateIssue(number: 7, repo: \"engine\", owner: \"ada\");")]
    [InlineData("_ = GitHub.Pick(unknown, size: GitHub.PickSize.Small);")]
    [InlineData("emulator.On(GitHub.CreateIssue);")]
    [InlineData("_ = string.Join(\", \", \"a\", \"b\"); emulator.On(unknown);")]
    public async Task Named_arguments_a_single_required_argument_and_other_methods_are_not_reported(string statements) =>
        await Analysis.ShouldReportAsync(new PositionalArgumentAnalyzer(), MarkedCode.Of(statements));
}
