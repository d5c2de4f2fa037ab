using System.Text.Json;
using Recoup.AI.Toolbox.Ranking;
using Recoup.Catalogs;

namespace Recoup.AI.Tests.Toolbox.Ranking;

public sealed class ActionIndexTests
{
    private static readonly RecoupCatalog QuickStart = RecoupCatalog.Load(TestData.QuickStartCatalog);

    [Theory]
    [InlineData("mail the report to my boss", "GMAIL_SEND_EMAIL")]
    [InlineData("unread mails in my inbox", "GMAIL_FETCH_EMAILS")]
    [InlineData("open a bug ticket", "GITHUB_CREATE_ISSUE")]
    [InlineData("close ticket 12", "GITHUB_UPDATE_ISSUE")]
    [InlineData("approve a PR", "GITHUB_CREATE_REVIEW")]
    [InlineData("kick off the nightly pipeline", "GITHUB_CREATE_WORKFLOW_DISPATCH")]
    [InlineData("tweet that the release is out", "TWITTER_CREATION_OF_A_POST")]
    [InlineData("append rows to a spreadsheet", "GOOGLESHEETS_BATCH_UPDATE")]
    [InlineData("read the cells A1 to B7", "GOOGLESHEETS_GET_VALUES")]
    [InlineData("give Ann access to a document on Drive", "GOOGLEDRIVE_SHARE_FILE")]
    [InlineData("look for videos about cats", "YOUTUBE_SEARCH_VIDEOS")]
    [InlineData("run SQL over my sheet", "GOOGLESHEETS_EXECUTE_SQL")]
    [InlineData("GITHUB_CREATE_DISPATCH_EVENT", "GITHUB_CREATE_DISPATCH_EVENT")]
    public void A_task_finds_its_action(string task, string slug) => Find(QuickStart, task).ShouldContain(slug);

    [Theory]
    [InlineData("purchase a vehicle", "A_ONE")]
    [InlineData("weather tomorrow", "A_TWO")]
    [InlineData("doctor appointment", "A_THREE")]
    public void An_action_without_a_word_of_the_task_is_found_by_its_meaning(string task, string slug)
    {
        var catalog = Catalog(
            ("A_ONE", "Buys cars."), ("A_TWO", "Rain and temperature forecast."), ("A_THREE", "Arranges visits with a physician."));

        Find(catalog, task).ShouldBe([slug]);
    }

    [Theory]
    [InlineData("""{"properties":{"warehouse":{}}}""")]
    [InlineData("""{"$ref":"#/$defs/P","$defs":{"P":{"properties":{"warehouse":{}}}}}""")]
    [InlineData("""{"oneOf":[{"properties":{"id":{}}},{"allOf":[{"properties":{"warehouse":{}}}]}]}""")]
    public void An_action_is_found_by_the_name_of_a_parameter(string parameters)
    {
        var catalog = RecoupCatalog.Parse(
            $$"""{"actions":[{"slug":"A_B","name":"","description":"","parameters":{{parameters}} }]}""");

        Find(catalog, "warehouse").ShouldBe(["A_B"]);
    }

    [Fact]
    public void Equal_scores_keep_the_order_of_the_catalog()
    {
        var catalog = Catalog([.. Enumerable.Range(0, 50).Select(i => ($"A_LIST_THING_{i}", "Lists things."))]);

        Find(catalog, "list thing", 50).ShouldBe(catalog.Actions.Select(action => action.Slug));
    }

    [Fact]
    public void The_same_request_finds_the_same_actions() =>
        Enumerable.Range(0, 5).Select(_ => string.Join(' ', Find(QuickStart, "post a video", 20))).Distinct().Count().ShouldBe(1);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("the of and")]
    [InlineData("🎉🎉🎉")]
    [InlineData("xyzzy")]
    [InlineData("\ud800")]
    public void A_request_without_known_words_finds_nothing(string task) => Find(QuickStart, task).ShouldBeEmpty();

    [Theory]
    [InlineData("größe", "A_SIZE")]
    [InlineData("GRÖSSE größe", "A_SIZE")]
    [InlineData("日本語", "A_JAPANESE")]
    [InlineData("отправить", "A_RUSSIAN")]
    public void Words_of_any_script_are_found(string task, string slug)
    {
        var catalog = Catalog(("A_SIZE", "Die Größe."), ("A_JAPANESE", "これは 日本語 です"), ("A_RUSSIAN", "Отправить письмо"));

        Find(catalog, task).ShouldBe([slug]);
    }

    [Fact]
    public void A_deprecated_action_comes_after_its_successor() =>
        Find(Catalog(("A_ISSUES_CREATE", "Deprecated: use `create issue`."), ("A_CREATE_ISSUE", "Opens an issue.")), "create an issue")
            .ShouldBe(["A_CREATE_ISSUE", "A_ISSUES_CREATE"]);

    [Fact]
    public void A_question_finds_what_reads_before_what_changes()
    {
        var catalog = Catalog(("A_REMOVE_LABEL", "Labels of an issue."), ("A_LIST_LABELS", "Labels of an issue."));

        Find(catalog, "which labels does the issue have")[0].ShouldBe("A_LIST_LABELS");
        Find(catalog, "take the labels off the issue")[0].ShouldBe("A_REMOVE_LABEL");
    }

    [Fact]
    public void A_parameter_name_is_found()
    {
        var catalog = RecoupCatalog.Parse("""
            {"actions":[
              {"slug":"A_ONE","name":"","description":"","parameters":{"properties":{"color":{}}}},
              {"slug":"A_TWO","name":"","description":"","parameters":{"properties":{"maxResults":{}}}}]}
            """);

        Find(catalog, "results").ShouldBe(["A_TWO"]);
    }

    [Fact]
    public void An_empty_catalog_has_no_hits() => Find(RecoupCatalog.Parse("""{"actions":[]}"""), "create an issue").ShouldBeEmpty();

    [Fact]
    public void Only_so_many_hits_are_returned() => Find(QuickStart, "create", 3).Count.ShouldBe(3);

    [Fact]
    public void Hostile_texts_are_bounded()
    {
        var texts = Enumerable.Range(0, 20_000).Select(i => $"word{i}");
        var catalog = Catalog(("A_" + new string('X', 100_000), string.Join(' ', texts)), ("A_CREATE_ISSUE", "Opens an issue."));

        Find(catalog, "word1").Count.ShouldBe(1);
        Find(catalog, "word19999").ShouldBeEmpty();
        Find(catalog, "create an issue " + string.Join(' ', texts)).ShouldContain("A_CREATE_ISSUE");
    }

    internal static RecoupCatalog Catalog(params (string Slug, string Description)[] actions) => RecoupCatalog.Parse(
        $$"""{"actions":[{{string.Join(',', actions.Select(action =>
            $$"""{"slug":{{Json(action.Slug)}},"name":"","description":{{Json(action.Description)}},"parameters":{} }"""))}}]}""");

    private static string Json(string text) => JsonSerializer.Serialize(text);

    private static List<string> Find(RecoupCatalog catalog, string task, int count = 5) =>
        [.. new ActionIndex(catalog.Actions).Find(task, count).Select(i => catalog.Actions[i].Slug)];
}
