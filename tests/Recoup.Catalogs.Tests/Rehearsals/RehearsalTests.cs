using Recoup.Catalogs.Rehearsals;

namespace Recoup.Catalogs.Tests.Rehearsals;

public sealed class RehearsalTests : IDisposable
{
    private const string Today = """{"success":true,"actions":[{"slug":"GITHUB_GET_REPO","parameters":{},"connectorSlug":"github"}]}""";
    private const string Tomorrow = """{"success":true,"actions":[]}""";
    private const string Other = """{"success":true,"actions":[{"slug":"SLACK_SEND","parameters":{},"connectorSlug":"slack"}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;
    private readonly string _rehearsal = Directory.CreateTempSubdirectory("recoup-").FullName;

    public RehearsalTests() => Rehearsal.Create(_rehearsal, Bytes(Today), Bytes(Tomorrow));

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_rehearsal, recursive: true);
    }

    [Theory]
    [InlineData("recoup.catalog.json")]
    [InlineData("linked-under-another-name.json")]
    public void The_rehearsed_catalog_is_replaced_wherever_a_copy_of_it_is(string name)
    {
        var path = Write(name, Today);

        Load(path).Actions.ShouldBeEmpty();

        RehearsalLog.Read(_rehearsal).ShouldBe([new RehearsalEvent(RehearsalEventKind.Replaced, path)]);
    }

    [Fact]
    public void A_byte_order_mark_makes_no_other_catalog()
    {
        var path = Path.Combine(_folder, "catalog.json");
        File.WriteAllBytes(path, [0xEF, 0xBB, 0xBF, .. Bytes(Today)]);

        Load(path).Actions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("other.json")]
    [InlineData("recoup.catalog.json")]
    public void A_catalog_with_another_content_stays(string name)
    {
        var path = Write(name, Other);

        Load(path).Actions.ShouldHaveSingleItem().Slug.ShouldBe("SLACK_SEND");

        RehearsalLog.Read(_rehearsal).ShouldBe([new RehearsalEvent(RehearsalEventKind.Kept, path)]);
    }

    [Fact]
    public void Of_several_catalogs_only_the_rehearsed_one_is_replaced()
    {
        var (today, other) = (Write("today.json", Today), Write("other.json", Other));

        Load(today).Actions.ShouldBeEmpty();
        Load(other).Actions.ShouldHaveSingleItem();
        Load(today).Actions.ShouldBeEmpty();

        RehearsalLog.Read(_rehearsal).ShouldBe(
            [new RehearsalEvent(RehearsalEventKind.Replaced, today), new RehearsalEvent(RehearsalEventKind.Kept, other)],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_the_variable_there_is_no_rehearsal(string? value) => Rehearsal.In(value).ShouldBeNull();

    [Fact]
    public void A_variable_that_was_left_behind_is_an_error_and_not_another_catalog()
    {
        var path = Write("recoup.catalog.json", Today);
        var left = Rehearsal.In(Path.Combine(_folder, "ended"));

        var message = Should.Throw<CatalogException>(() => RecoupCatalog.Load(path, left)).Message;

        message.ShouldStartWith("The environment variable RECOUP_REHEARSE names '");
        message.ShouldEndWith("Only 'recoup rehearse' sets it, for the tests that it runs. Remove it.");
    }

    [Fact]
    public async Task Events_of_many_threads_and_processes_are_whole_lines()
    {
        var processes = Enumerable.Range(0, 4).Select(_ => Rehearsal.In(_rehearsal)!).ToList();

        await Task.WhenAll(Enumerable.Range(0, 400).Select(call => Task.Run(() =>
            processes[call % 4].Refused($"SLUG_{call}", "a\n\"line\" \u2028 and another \u202E"))));
        processes[0].Refused("SLUG_0", "a\n\"line\" \u2028 and another \u202E");

        var events = RehearsalLog.Read(_rehearsal);
        events.Count.ShouldBe(400);
        events.ShouldAllBe(happened => happened.Message == "a\n\"line\" \u2028 and another \u202E");
    }

    [Fact]
    public void A_line_that_a_killed_process_left_incomplete_is_left_out()
    {
        Rehearsal.In(_rehearsal)!.Sampled("GITHUB_GET_REPO");
        var file = Directory.GetFiles(_rehearsal, "*.events.jsonl").ShouldHaveSingleItem();
        File.AppendAllText(file, """["Refused","GITHUB""");
        File.WriteAllText(Path.Combine(_rehearsal, "x.events.jsonl"), "[]\n{}\n[1,2,3]\n[\"Unknown\",\"a\",\"b\"]\n");

        RehearsalLog.Read(_rehearsal).ShouldBe([new RehearsalEvent(RehearsalEventKind.Sampled, "GITHUB_GET_REPO")]);
    }

    [Fact]
    public void A_log_that_cannot_be_written_fails_no_test()
    {
        var rehearsal = Rehearsal.In(Path.Combine(_folder, "missing"))!;

        Should.NotThrow(() => rehearsal.Sampled("GITHUB_GET_REPO"));
    }

    private RecoupCatalog Load(string path) => RecoupCatalog.Load(path, Rehearsal.In(_rehearsal));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
