
namespace Recoup.Catalogs.Tests.Effects;

/// <summary>The actions of <c>labels.tsv</c>.</summary>
internal static class LabeledActions
{
    public static IReadOnlyList<(string Slug, string Label)> All { get; } =
        [.. File.ReadLines(Path.Combine(TestData.Repository, "tests", "Recoup.Catalogs.Tests", "Effects", "labels.tsv"))
            .Where(line => line is not ['#', ..])
            .Select(line => line.Split('\t'))
            .Select(fields => (fields[0], fields[1]))];
}
