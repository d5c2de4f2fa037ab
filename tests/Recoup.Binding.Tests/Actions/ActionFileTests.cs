using Recoup.Binding.Actions;
using Recoup.Catalogs;
using Recoup.Tests.Driving;

namespace Recoup.Binding.Tests.Actions;

public sealed class ActionFileTests
{
    private static readonly CatalogAction[] Actions =
        [.. RecoupCatalog.Parse(Catalog.Of([.. Enumerable.Range(0, 500).Select(i => Catalog.Acme($"DO_{i}", "{}"))])).Actions];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(100)]
    [InlineData(500)]
    public void Every_action_is_in_one_file_and_no_file_has_too_many(int count)
    {
        var files = Divide(Actions.Take(count));

        files.Values.SelectMany(slugs => slugs.Split(' ')).Order(StringComparer.Ordinal)
            .ShouldBe(Actions.Take(count).Select(action => action.Slug).Order(StringComparer.Ordinal));
        files.Values.ShouldAllBe(slugs => slugs.Split(' ').Length <= ActionFile.MaxActions);
        if (count <= ActionFile.MaxActions)
            files.Keys.ShouldBe(count == 0 ? [] : [""]);
        else
            files.Count.ShouldBeLessThan(count / 8);
    }

    [Fact]
    public void The_same_actions_are_bound_once()
    {
        var file = ActionFile.Divide("acme", "Acme", [new PlannedAction(Actions[0], "Do", null)]).Single();
        var bound = Bind(file);

        Bind(file with { Actions = new([new PlannedAction(Actions[0], "Do", null)]) }).ShouldBeSameAs(bound);
        Bind(file with { ClassName = "Other" }).Model.ClassName.ShouldBe("Other");
        Bind(file with { Actions = new([new PlannedAction(Actions[0], "Other", null)]) })
            .Model.Actions.Single().MethodName.ShouldBe("Other");
        Bind(file with { Actions = new([.. file.Actions, new PlannedAction(Actions[1], "Do1", null)]) })
            .Model.Actions.Count.ShouldBe(2);
        Bind(file, bindsResults: false).ShouldNotBeSameAs(Bind(file));

        static BoundActions Bind(ActionFile file, bool bindsResults = true) =>
            ActionBinder.Bind(file, bindsResults, TestContext.Current.CancellationToken);
    }

    /// <summary>The same step back is a removal.</summary>
    [Fact]
    public void An_addition_changes_one_file_or_divides_it()
    {
        var before = Divide([]);
        for (var count = 1; count <= Actions.Length; count++)
        {
            var after = Divide(Actions.Take(count));
            var gone = before.Where(file => after.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).ToArray();
            var come = after.Where(file => before.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).ToArray();

            gone.Length.ShouldBeLessThanOrEqualTo(1);
            if (gone is [var part])
                come.ShouldAllBe(file => file.StartsWith(part, StringComparison.Ordinal));
            else
                come.Length.ShouldBe(1);
            before = after;
        }
    }

    [Fact]
    public void The_order_of_the_catalog_does_not_matter() => Divide(Actions.Reverse()).ShouldBe(Divide(Actions), ignoreOrder: true);

    private static Dictionary<string, string> Divide(IEnumerable<CatalogAction> actions) =>
        ActionFile.Divide("acme", "Acme", [.. actions.Select(action => new PlannedAction(action, action.Slug, null))]).ToDictionary(
            file => file.Part,
            file => string.Join(' ', file.Actions.Select(planned => planned.Action.Slug).Order(StringComparer.Ordinal)));
}
