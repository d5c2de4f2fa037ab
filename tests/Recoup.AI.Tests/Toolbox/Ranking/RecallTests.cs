using System.Diagnostics;
using System.Globalization;
using Recoup.AI.Toolbox.Ranking;
using Recoup.Catalogs;

namespace Recoup.AI.Tests.Toolbox.Ranking;

/// <summary>How many of 150 labeled tasks find their action among the first five of a real catalog.</summary>
public sealed class RecallTests
{
    private static readonly string TasksFile =
        Path.Combine(TestData.Repository, "tests", "Recoup.AI.Tests", "Toolbox", "Ranking", "tasks.tsv");

    [Theory]
    [InlineData("tuning", 0.88)]
    [InlineData("held-out", 0.80)]
    public void Tasks_find_their_actions_among_the_first_five(string half, double least)
    {
        var catalog = RecoupCatalog.Load(TestData.RequireExternal("catalogs", "github-googledrive.source.json"));
        var index = new ActionIndex(catalog.Actions);
        var tasks = Tasks().Where(task => task.Half == half).ToArray();

        var misses = tasks.Where(task => !index.Find(task.Text, 5).Any(i => task.Slugs.Contains(catalog.Actions[i].Slug))).ToArray();

        var recall = 1 - ((double)misses.Length / tasks.Length);
        recall.ShouldBeGreaterThanOrEqualTo(least, string.Join('\n', misses.Select(miss => miss.Text)));
    }

    [Fact]
    public void Half_of_the_tasks_are_held_out()
    {
        var tasks = Tasks();

        tasks.Length.ShouldBe(150);
        tasks.Select(task => task.Text).Distinct().Count().ShouldBe(150);
        tasks.Index().ShouldAllBe(task => task.Item.Half == (task.Index % 2 == 0 ? "tuning" : "held-out"));
    }

    [Fact]
    public void Every_label_is_in_the_catalog()
    {
        var catalog = RecoupCatalog.Load(TestData.RequireExternal("catalogs", "github-googledrive.source.json"));

        Tasks().SelectMany(task => task.Slugs).Except(catalog.Actions.Select(action => action.Slug)).ShouldBeEmpty();
    }

    [Fact]
    public void Indexing_and_searching_are_fast()
    {
        var catalog = RecoupCatalog.Load(TestData.RequireExternal("catalogs", "github-googledrive.source.json"));
        var index = new ActionIndex(catalog.Actions);
        var tasks = Tasks();

        // The best of several, because other work on the machine only adds. Ten times what an idle machine needs fails.
        var indexing = Enumerable.Range(0, 10).Min(_ => Milliseconds(() => new ActionIndex(catalog.Actions)));
        var queries = Enumerable.Range(0, 10).Min(_ => Milliseconds(() => tasks.Sum(task => index.Find(task.Text, 5).Count)));
        var query = queries / tasks.Length;

        TestContext.Current.SendDiagnosticMessage(
            string.Create(CultureInfo.InvariantCulture, $"indexing {indexing:F1} ms, query {query:F3} ms"));
        indexing.ShouldBeLessThan(250);
        query.ShouldBeLessThan(3);
    }

    private static double Milliseconds<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        _ = work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static LabeledTask[] Tasks() =>
    [
        .. File.ReadLines(TasksFile).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .Select(cells => new LabeledTask(cells[0], cells[1], cells[2].Split(' '))),
    ];

    private sealed record LabeledTask(string Half, string Text, string[] Slugs);
}
