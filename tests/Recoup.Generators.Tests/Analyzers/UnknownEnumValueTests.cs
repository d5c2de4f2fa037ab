using System.Globalization;
using Microsoft.CodeAnalysis;
using Recoup.Generators.Analyzers;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Analyzers;

public sealed class UnknownEnumValueTests
{
    private static readonly string Actions = Catalog.Of(
        Catalog.Action(
            "YOUTUBE_SEARCH_VIDEOS",
            """
            {"type":"object","properties":{"order":{"enum":["date","viewCount","title","a\u000ab"]},
            "kinds":{"type":"array","items":{"enum":["video","channel"]}},"state":{"type":["string","null"],"enum":["open","closed",null]},
            "by":{"anyOf":[{"enum":["one","two"]},{"type":"object","properties":{"id":{"type":"string"}}}]},
            "filter":{"type":"object","properties":{"length":{"type":"string","pattern":"^(short|long)$"}}}},"additionalProperties":false}
            """,
            output: """{"type":"object","properties":{"status":{"enum":["live","upcoming"]}}}"""));

    [Theory]
    [InlineData("_ = YouTube.SearchVideos(order: [|\"viewcount\"|]);", "YouTube.SearchVideosOrder", "viewCount")]
    [InlineData("_ = YouTube.SearchVideos(order: [|\"viewCounts\"|]);", "YouTube.SearchVideosOrder", "viewCount")]
    [InlineData("_ = YouTube.SearchVideos(order: [|\" date\"|]);", "YouTube.SearchVideosOrder", "date")]
    [InlineData("const string Order = \"Date\"; _ = YouTube.SearchVideos(order: [|Order|]);", "YouTube.SearchVideosOrder", "date")]
    [InlineData("_ = YouTube.SearchVideos(order: unknown == \"\" ? [|\"DATE\"|] : \"title\");", "YouTube.SearchVideosOrder", "date")]
    [InlineData("YouTube.SearchVideosOrder? order = [|\"titel\"|]; _ = order;", "YouTube.SearchVideosOrder", "title")]
    [InlineData("YouTube.SearchVideosOrder order = unknown; _ = order == [|\"Title\"|];", "YouTube.SearchVideosOrder", "title")]
    [InlineData("_ = YouTube.SearchVideos(kinds: [\"video\", [|\"chanel\"|]]);", "YouTube.SearchVideosKinds", "channel")]
    [InlineData(
        "_ = YouTube.SearchVideos(kinds: new YouTube.SearchVideosKinds[] { [|\"Video\"|] });",
        "YouTube.SearchVideosKinds", "video")]
    [InlineData("_ = YouTube.SearchVideos(state: new([|\"Open\"|]));", "YouTube.SearchVideosState", "open")]
    [InlineData(
        "YouTube.SearchVideosFilterLength? length = [|\"Short\"|]; _ = length;", "YouTube.SearchVideosFilterLength", "short")]
    [InlineData(
        "var live = (await client.ExecuteAsync(YouTube.SearchVideos())).Value.Status == [|\"Live\"|]; _ = live;",
        "YouTube.SearchVideosResultStatus",
        "live")]
    [InlineData("_ = YouTube.SearchVideos(by: [|\"One\"|]);", "YouTube.SearchVideosByValue", "one")]
    [InlineData("_ = YouTube.SearchVideos(order: [|\"relevance\"|]);", "YouTube.SearchVideosOrder", null)]
    public async Task A_constant_that_the_catalog_does_not_list_is_reported_with_the_nearest_value(
        string statements, string type, string? nearest)
    {
        var reported = (await ShouldReportAsync(statements)).ShouldHaveSingleItem();

        (reported.Id, reported.Severity).ShouldBe(("RCP0045", DiagnosticSeverity.Warning));
        var message = reported.GetMessage(CultureInfo.InvariantCulture);
        message.ShouldStartWith($"Any string converts to {type} and is sent, but the catalog has no value '");
        message.ShouldEndWith(nearest is null ? "'relevance'" : $"'; did you mean '{nearest}'?");
    }

    [Theory]
    [InlineData("_ = YouTube.SearchVideos(order: \"viewCount\", kinds: [\"video\"]);")]
    [InlineData("_ = YouTube.SearchVideos(order: YouTube.SearchVideosOrder.ViewCount);")]
    [InlineData("_ = YouTube.SearchVideos(order: unknown);")]
    [InlineData("_ = YouTube.SearchVideos(order: null, state: new(null));")]
    [InlineData("_ = YouTube.SearchVideos(order: \"a\\nb\");")]
    [InlineData("_ = YouTube.SearchVideos(order: (YouTube.SearchVideosOrder)\"rating\");")]
    [InlineData("_ = YouTube.SearchVideos(order: (YouTube.SearchVideosOrder?)\"rating\");")]
    public async Task Known_values_values_of_the_run_time_and_explicit_conversions_are_not_reported(string statements) =>
        await ShouldReportAsync(statements);

    [Theory]
    [InlineData("_ = YouTube.SearchVideos(filter: new() { Length = \"Short\" });")]
    [InlineData("_ = YouTube.SearchVideos(filter: new() { Length = unknown == \"\" ? \"Short\" : \"long\" });")]
    public async Task A_value_that_the_call_rejects_is_left_to_the_rule_about_patterns(string statements) =>
        await ShouldReportAsync(statements);

    [Theory]
    [InlineData("assembly", "_ = YouTube.SearchVideos(order: \"viewcount\");")]
    [InlineData("reference assembly", "_ = YouTube.SearchVideos(order: \"viewcount\");")]
    [InlineData("project", "_ = YouTube.SearchVideos(order: [|\"viewcount\"|]);")]
    public async Task A_reference_without_source_has_no_known_values(string kind, string statements)
    {
        var code = MarkedCode.Of(statements);
        var compilation = Generation.Run([], code.Text).Compilation
            .AddReferences([.. Analysis.References, Analysis.ReferenceTo(Generation.Run(Actions), kind)]);

        await Analysis.ShouldReportAsync(new UnknownEnumValueAnalyzer(), code, compilation, []);
    }

    private static async Task<IReadOnlyList<Diagnostic>> ShouldReportAsync(string statements) =>
        await Analysis.ShouldReportAsync(new UnknownEnumValueAnalyzer(), MarkedCode.Of(statements), Analysis.Files(Actions));
}
