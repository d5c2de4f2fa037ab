using System.Globalization;

namespace Recoup.Documentation.Tests;

/// <summary>The table of docs/quality.md is made of the figures that the scripts in the folder <c>quality</c> write.</summary>
public sealed class QualityPageTests
{
    private const string Head = "| area | measurement | figure | goal | date | command |";

    private static readonly string Folder = Path.Combine(TestData.Repository, "quality");

    [Fact]
    public void The_page_has_every_figure()
    {
        var page = Path.Combine(TestData.Repository, "docs", "quality.md");
        var lines = File.ReadAllLines(page).ToList();
        var start = lines.IndexOf(Head);
        var end = lines.FindIndex(start, line => !line.StartsWith('|'));
        string[] expected =
        [
            .. lines[..start], Head, "|---|---|---|---|---|---|",
            .. Figures().Select(row => $"| {string.Join(" | ", row[..5].Select(Escape))} | `{row[5]}` |"),
            .. lines[end..],
        ];

        if (!lines.SequenceEqual(expected))
            File.WriteAllText(Path.ChangeExtension(page, ".received.md"), string.Join('\n', expected) + "\n");

        string.Join('\n', lines).ShouldBe(
            string.Join('\n', expected), "docs/quality.md is out of date: look at the .received.md beside it, and move it over the page");
    }

    [Fact]
    public void Every_figure_has_a_date_and_a_command_that_exists()
    {
        foreach (var row in Figures())
        {
            var text = string.Join('\t', row);
            row.Length.ShouldBe(6, text);
            if (row[2] != "not finished")
                DateOnly.TryParseExact(row[4], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _).ShouldBeTrue(text);
            row[5].ShouldNotContain('`');
            var words = row[5].Split(' ');
            var script = words[0].Contains('/', StringComparison.Ordinal)
                ? words[0]
                : words.SkipWhile(word => word != "--project").ElementAtOrDefault(1);
            if (script is not null)
                Path.Exists(Path.Combine(TestData.Repository, script)).ShouldBeTrue(text);
        }
    }

    private static IEnumerable<string[]> Figures() => Directory
        .EnumerateFiles(Folder, "results.tsv", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadLines(file).Skip(1))
        .Select(line => line.Split('\t'));

    private static string Escape(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);
}
