using System.Globalization;
using System.Text;
using Recoup.Contracts;
using Recoup.Documentation.Tests.Workflows;

namespace Recoup.Documentation.Tests;

/// <summary>Catalog text is untrusted: in a report it is read, and does nothing else.</summary>
public sealed class HostileReportTests
{
    public static TheoryData<string> Texts => HostileCatalog.Texts;

    [Theory]
    [MemberData(nameof(Texts))]
    public void Catalog_text_is_only_code_in_Markdown(string text)
    {
        using var markdown = new StringWriter();
        ReportWriterTable.Find("markdown")!.Write(HostileCatalog.Report(text), markdown);

        markdown.ToString().ShouldContain("evil");
        RenderedMarkdown.LivePartsOf(markdown.ToString()).ShouldAllBe(
            part => !part.Contains("evil", StringComparison.OrdinalIgnoreCase) && !part.Contains('@'), markdown.ToString());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Catalog_text_is_only_code_in_an_issue(string text)
    {
        using var json = new StringWriter();
        ReportWriterTable.Find("json")!.Write(HostileCatalog.Report(text), json);

        var after = GitHubState.Empty.Run(
            ActionFile.Step(ActionFile.IssueStep).Script, new Dictionary<string, string>(StringComparer.Ordinal), _ => json.ToString());

        after.Issues.ShouldNotBeEmpty();
        foreach (var issue in after.Issues)
        {
            issue.Title.ShouldNotContain('@');
            issue.Title.ShouldNotContain('`');
            issue.Title.ShouldNotContain("://");
            (issue.Title + issue.Body).EnumerateRunes().ShouldNotContain(rune => IsInvisible(rune));
            RenderedMarkdown.LivePartsOf(issue.Body).Skip(1).ShouldAllBe(
                part => !part.Contains("evil", StringComparison.OrdinalIgnoreCase) && !part.Contains('@'), issue.Body);
            RenderedMarkdown.LivePartsOf(issue.Body).First().ShouldMatch("^html <!-- recoup action=[^<>\\s-]* [0-9a-f]+ -->$");
        }
    }

    private static bool IsInvisible(Rune rune) => rune.Value != '\n' && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
