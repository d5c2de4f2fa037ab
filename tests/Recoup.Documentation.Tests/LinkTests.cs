using System.Text.RegularExpressions;
using Recoup.Documentation.Tests.Pages;

namespace Recoup.Documentation.Tests;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => Page.Below("");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_or_a_heading(string name)
    {
        var page = Page.All[name];
        foreach (var link in page.Links.Where(link => !link.StartsWith("https://", StringComparison.Ordinal)))
        {
            var (path, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, "");
            var target = path.Length == 0 ? page.Path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Path)!, path));
            Path.Exists(target).ShouldBeTrue($"{name}: {link}");
            if (anchor.Length > 0)
                Page.All[Path.GetRelativePath(TestData.Repository, target).Replace('\\', '/')].Anchors.ShouldContain(
                    anchor, $"{name}: {link}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_that_is_named_exists(string name)
    {
        foreach (Match match in NamedPath().Matches(Page.All[name].Text))
        {
            var path = match.Groups["path"].Value.TrimEnd('/', '.');
            (Path.Exists(Path.Combine(TestData.Repository, path)) || path.Contains('*', StringComparison.Ordinal))
                .ShouldBeTrue($"{name}: {path}");
        }
    }

    [Fact]
    public void Every_page_of_the_documentation_is_reached_from_the_README()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(["README.md"]);
        while (open.TryPop(out var name))
        {
            if (!reached.Add(name) || !Page.All.TryGetValue(name, out var page))
                continue;
            foreach (var link in page.Links.Where(link => !link.Contains("://", StringComparison.Ordinal)))
                open.Push(Path.GetRelativePath(
                    TestData.Repository,
                    Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Path)!, link.Split('#')[0]))).Replace('\\', '/'));
        }

        Page.All.Keys.Where(name => name.StartsWith("docs/", StringComparison.Ordinal)).Except(reached).ShouldBeEmpty();
    }

    [GeneratedRegex(@"(?<![\w/.])(?<path>(docs|src|tests|samples|specs|benchmarks)/[\w./*-]+)")]
    private static partial Regex NamedPath();
}
