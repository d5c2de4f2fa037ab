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

    [Theory]
    [InlineData(
        "_ = GitHub.CreateIssue([|\"ada\"|], \"engine\", 7, new[] { \"bug\" });",
        "owner,repo,labels",
        "Pass 'owner', 'repo' and 'labels' of GitHub.CreateIssue by name: if the catalog changes their order, the call still compiles")]
    [InlineData(
        "_ = GitHub.CreateIssue([|\"ada\"|], \"engine\", 7);",
        "owner,repo",
        "Pass 'owner' and 'repo' of GitHub.CreateIssue by name: if the catalog changes their order, the call still compiles")]
    [InlineData(
        "_ = GitHub.Pick([|\"a\"|], \"small\");",
        "name,size",
        "Pass 'name' and 'size' of GitHub.Pick by name: if the catalog changes their order, the call still compiles")]
    [InlineData(
        "_ = GitHub.Move([|1|], 2);",
        "row,ratio",
        "Pass 'row' and 'ratio' of GitHub.Move by name: if the catalog changes their order, the call still compiles")]
    [InlineData(
        "_ = GitHub.GetUser(\"ada\", [|\"push\"|]); _ = Gmail.FetchEmails(maxResults: 1);",
        "event",
        "Pass 'event' of GitHub.GetUser by name: optional parameters move when the catalog changes")]
    [InlineData(
        "_ = Gmail.FetchEmails([|\"is:unread\"|], 5);",
        "query,maxResults",
        "Pass 'query' and 'maxResults' of Gmail.FetchEmails by name: optional parameters move when the catalog changes")]
    public async Task A_call_is_reported_once_with_all_its_parameters(string statements, string names, string message)
    {
        var reported = (await Analysis.ShouldReportAsync(new PositionalArgumentAnalyzer(), MarkedCode.Of(statements)))
            .ShouldHaveSingleItem();

        reported.Properties["ParameterNames"].ShouldBe(names);
        reported.AdditionalLocations.Count.ShouldBe(names.Split(',').Length - 1);
        reported.GetMessage(CultureInfo.InvariantCulture).ShouldBe(message);
    }

    [Fact]
    public async Task A_call_inside_a_call_is_reported_by_itself() =>
        await Analysis.ShouldReportAsync(
            new PositionalArgumentAnalyzer(),
            MarkedCode.Of("_ = GitHub.CreateIssue(owner: GitHub.CreateIssue([|\"a\"|], \"b\", 1).Slug, repo: \"c\", 7, [|[\"bug\"]|]);"));

    [Theory]
    [InlineData("_ = GitHub.GetUser(\"ada\");")]
    [InlineData("_ = GitHub.GetUser(\"ada\", @event: \"push\");")]
    [InlineData("_ = GitHub.CreateIssue(owner: \"ada\", repo: \"engine\", 7, labels: [\"bug\"]);")]
    [InlineData("_ = GitHub.CreateIssue(number: 7, repo: \"engine\", owner: \"ada\");")]
    [InlineData("_ = GitHub.Pick(unknown, size: GitHub.PickSize.Small);")]
    [InlineData("_ = GitHub.Pick(\"a\", size: \"small\");")]
    [InlineData("_ = GitHub.Pick(name: \"a\", \"small\");")]
    [InlineData("_ = GitHub.CreateIssue(\"ada\", repo: \"engine\", 7);")]
    [InlineData("_ = GitHub.Move(1, ratio: 2);")]
    [InlineData("emulator.On(GitHub.CreateIssue);")]
    [InlineData("_ = string.Join(\", \", \"a\", \"b\"); emulator.On(unknown);")]
    public async Task Named_arguments_a_single_required_argument_and_other_methods_are_not_reported(string statements) =>
        await Analysis.ShouldReportAsync(new PositionalArgumentAnalyzer(), MarkedCode.Of(statements));
}
