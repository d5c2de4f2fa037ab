using Recoup.AI.Toolbox.Ranking;
using Recoup.Catalogs;

namespace Recoup.AI.Tests.Toolbox.Ranking;

/// <summary>How many of 300 labeled tasks find their action among the first five of a real catalog.</summary>
public sealed class RecallTests
{
    private static readonly string TasksFile =
        Path.Combine(TestData.Repository, "tests", "Recoup.AI.Tests", "Toolbox", "Ranking", "tasks.tsv");

    [Theory]
    [InlineData("tuning", 0.84)]
    [InlineData("held-out", 0.93)]
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
    public void The_tasks_differ() => Tasks().Select(task => task.Text).ShouldBeUnique();

    [Fact]
    public void Every_label_is_in_the_catalog()
    {
        var catalog = RecoupCatalog.Load(TestData.RequireExternal("catalogs", "github-googledrive.source.json"));

        Tasks().SelectMany(task => task.Slugs).Except(catalog.Actions.Select(action => action.Slug)).ShouldBeEmpty();
    }

    private static LabeledTask[] Tasks() =>
    [
        .. File.ReadLines(TasksFile).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'))
            .Select(cells => new LabeledTask(cells[0], cells[1], cells[2].Split(' '))),
    ];

    private sealed record LabeledTask(string Half, string Text, string[] Slugs);
}
