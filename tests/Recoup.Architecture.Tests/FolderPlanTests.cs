using System.Globalization;

namespace Recoup.Architecture.Tests;

public sealed class FolderPlanTests
{
    public static TheoryData<string> Projects => new(FloorPlan.Projects.Keys);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_uses_exactly_the_folders_that_the_plan_allows(string project)
    {
        var used = SourceGraph.Of(project)
            .Where(arrow => arrow.FromFolder != arrow.ToFolder)
            .ToLookup(arrow => (arrow.FromFolder, arrow.ToFolder));
        var plan = FolderPlan.Projects.GetValueOrDefault(project, []).ToDictionary(row => row.Folder, row => row.Uses);

        var forbidden = used
            .Where(arrows => !plan.GetValueOrDefault(arrows.Key.FromFolder, []).Contains(arrows.Key.ToFolder))
            .Select(arrows => $"{arrows.Key.FromFolder} -> {arrows.Key.ToFolder}: {arrows.First().From} uses {arrows.First().Example}");
        forbidden.ShouldBeEmpty(
            $"A folder of {project} uses a folder that FolderPlan does not allow. The whole plan of today:\n{Describe(used.Select(arrows =>
                arrows.Key))}");

        var unused = plan.SelectMany(row => row.Value.Select(folder => (row.Key, folder))).Where(arrow => !used.Contains(arrow));
        unused.ShouldBeEmpty($"FolderPlan allows arrows that {project} does not have");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_folders_of_a_project_form_no_circle(string project)
    {
        var uses = FolderPlan.Projects.GetValueOrDefault(project, []).ToDictionary(row => row.Folder, row => row.Uses);
        uses.Values.SelectMany(used => used).ShouldNotContain(".", $"{project}: its own folder holds the entry points");
        var finished = new HashSet<string>();
        foreach (var folder in uses.Keys)
            Visit(folder, []);

        void Visit(string folder, IReadOnlyList<string> path)
        {
            path.ShouldNotContain(
                folder, string.Create(CultureInfo.InvariantCulture, $"{project}: {string.Join(" -> ", path)} -> {folder}"));
            if (!finished.Add(folder))
                return;
            foreach (var used in uses.GetValueOrDefault(folder, []))
                Visit(used, [.. path, folder]);
        }
    }

    private static string Describe(IEnumerable<(string From, string To)> arrows) => string.Join('\n', arrows
        .GroupBy(arrow => arrow.From, arrow => arrow.To)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group =>
            $"""            new("{group.Key}", {string.Join(
                ", ", group.Distinct().Order(StringComparer.Ordinal).Select(folder => $"\"{folder}\""))}),"""));
}
